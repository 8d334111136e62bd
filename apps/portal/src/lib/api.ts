import type { Endpoint } from '@suimon/contracts';
import type { AnyEndpoint, CallArgs, LooseArgs } from './endpoint-url.js';
import { urlOf } from './endpoint-url.js';
import { currentLanguage } from './i18n.js';
import { toProblem, unreachable } from './problem-error.js';

/** Headers every request carries. Writes get an idempotency key, so a retried click cannot act twice. */
export const headersOf = (endpoint: AnyEndpoint, ifMatch: number | undefined): Record<string, string> => ({
  Accept: 'application/json, application/problem+json',
  'Accept-Language': currentLanguage(),
  ...(endpoint.method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {}),
  ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
});

async function send(endpoint: AnyEndpoint, args: LooseArgs): Promise<Response> {
  const json: RequestInit = args.body === undefined ? {} : { body: JSON.stringify(args.body) };
  const headers = { ...headersOf(endpoint, args.ifMatch), ...(args.body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  let response: Response;
  try {
    response = await fetch(urlOf(endpoint, args), { method: endpoint.method, credentials: 'same-origin', headers, ...json, ...(args.signal ? { signal: args.signal } : {}) });
  } catch (error) {
    // An abort is the caller's own wish, not a failure of the network.
    if (args.signal?.aborted) throw error;
    throw unreachable();
  }
  if (!response.ok) throw toProblem(response.status, await response.text());
  return response;
}

/** Reads an answer with its contract, so what the portal holds is what the contract says. */
export function parseAnswer<R>(endpoint: Endpoint<unknown, unknown, unknown, R>, text: string): R {
  if (typeof endpoint.response === 'string') throw new Error(`${endpoint.path} answers with bytes: use fetchBytes`);
  return endpoint.response.parse(text === '' ? {} : JSON.parse(text));
}

/** One request to the API. Throws `ProblemError` for every refusal and failure. */
export function call<P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>, args: CallArgs<P, Q, B>): Promise<R>;
export async function call<R>(endpoint: Endpoint<unknown, unknown, unknown, R>, args: LooseArgs): Promise<R> {
  const response = await send(endpoint, args);
  return parseAnswer(endpoint, await response.text());
}

/** The bytes of an endpoint whose response is a stream, and the file name that the server gave. */
export function fetchBytes<P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>, args: CallArgs<P, Q, B>): Promise<{ blob: Blob; fileName: string | null }>;
export async function fetchBytes(endpoint: AnyEndpoint, args: LooseArgs): Promise<{ blob: Blob; fileName: string | null }> {
  const response = await send(endpoint, args);
  const disposition = response.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="([^"]*)"/i.exec(disposition)?.[1];
  return { blob: await response.blob(), fileName: encoded ? decodeURIComponent(encoded) : plain ?? null };
}
