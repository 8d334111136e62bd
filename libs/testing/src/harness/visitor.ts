import { randomUUID } from 'node:crypto';
import { endpoints, problem } from '@suimon/contracts';
import type { BodyOf, Endpoint, ParamsOf, Problem, QueryOf, ResponseOf } from '@suimon/contracts';
import { generate } from 'otplib';
import type { Account } from './enclave.js';

/** A refusal as a client sees it. */
export class Refused extends Error { constructor(readonly problem: Problem) { super(`${problem.status} ${problem.code}: ${JSON.stringify(problem.params)} ${JSON.stringify(problem.errors)}`); } }
type Arguments<E> = { params?: ParamsOf<E>; query?: Partial<QueryOf<E>>; body?: BodyOf<E>; headers?: Record<string, string>; bytes?: Uint8Array<ArrayBuffer> | string };

/** Somebody at the HTTP door, with a cookie jar. Requests are typed by the endpoint list. */
export class Visitor {
  private cookie = '';
  constructor(private readonly baseUrl: string) {}

  async send<P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>, { params, query, body, headers, bytes }: Arguments<Endpoint<P, Q, B, R>> = {}): Promise<Response> {
    const path = endpoint.path.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name] ?? '')));
    const url = new URL(`${this.baseUrl}/api${path}`);
    for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) url.searchParams.set(name, String(value));
    const response = await fetch(url, {
      method: endpoint.method, redirect: 'manual',
      headers: { 'accept-language': 'en', ...(this.cookie ? { cookie: this.cookie } : {}), ...(endpoint.method === 'GET' ? {} : { origin: this.baseUrl }), ...(endpoint.method === 'POST' && bytes === undefined ? { 'idempotency-key': randomUUID() } : {}), ...(bytes !== undefined ? { 'content-type': 'application/octet-stream' } : body !== undefined ? { 'content-type': 'application/json' } : {}), ...headers },
      body: bytes ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const set = response.headers.getSetCookie()[0];
    if (set) this.cookie = set.split(';')[0] ?? '';
    return response;
  }

  async call<P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>, given: Arguments<Endpoint<P, Q, B, R>> = {}): Promise<ResponseOf<Endpoint<P, Q, B, R>>> {
    const response = await this.send(endpoint, given);
    if (!response.ok) throw new Refused(problem.parse(await response.json()));
    return (typeof endpoint.response === 'string' ? await response.arrayBuffer() : await response.json()) as ResponseOf<Endpoint<P, Q, B, R>>;
  }
  /** The code of the refusal; fails the test if it was allowed. */
  async refusal<P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>, given: Arguments<Endpoint<P, Q, B, R>> = {}): Promise<string> {
    const response = await this.send(endpoint, given);
    if (response.ok) throw new Error(`${endpoint.method} ${endpoint.path} was allowed`);
    return problem.parse(await response.json()).code;
  }

  async signIn(account: Pick<Account, 'login' | 'password' | 'totpSecret'>): Promise<void> {
    await this.call(endpoints.people.signIn, { body: { login: account.login, password: account.password } });
    await this.call(endpoints.people.secondFactor, { body: { code: await generate({ secret: account.totpSecret }) } });
  }
}
