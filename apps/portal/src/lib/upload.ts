import type { Endpoint } from '@suimon/contracts';
import { headersOf, parseAnswer } from './api.js';
import type { LooseArgs, ReadArgs } from './endpoint-url.js';
import { urlOf } from './endpoint-url.js';
import { toProblem, unreachable } from './problem-error.js';

export interface UploadProgress { readonly sentBytes: number; readonly totalBytes: number }

/**
 * Sends the bytes of one file as the body (fetch cannot report progress). Rejects with `ProblemError`, or with an
 * `AbortError` when `signal` was used.
 */
export function upload<P, Q, R>(endpoint: Endpoint<P, Q, undefined, R>, args: ReadArgs<P, Q> & { signal?: AbortSignal }, file: Blob, onProgress: (progress: UploadProgress) => void): Promise<R>;
export function upload<R>(endpoint: Endpoint<unknown, unknown, undefined, R>, args: LooseArgs, file: Blob, onProgress: (progress: UploadProgress) => void): Promise<R> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, urlOf(endpoint, args));
    for (const [name, value] of Object.entries(headersOf(endpoint, undefined))) request.setRequestHeader(name, value);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => onProgress({ sentBytes: event.loaded, totalBytes: event.lengthComputable ? event.total : file.size }));
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('upload aborted', 'AbortError')));
    request.addEventListener('load', () => {
      if (request.status < 200 || request.status >= 300) return reject(toProblem(request.status, request.responseText));
      try {
        resolve(parseAnswer(endpoint, request.responseText));
      } catch (error) {
        reject(error instanceof Error ? error : unreachable());
      }
    });
    args.signal?.addEventListener('abort', () => request.abort());
    if (args.signal?.aborted) return reject(new DOMException('upload aborted', 'AbortError'));
    request.send(file);
  });
}
