import type { z } from 'zod';

/** How the bytes of a request or response travel when they are not JSON. */
export type StreamKind = 'stream' | 'events';

/** One line of the HTTP API: the only place that names its method, path and shapes. API, portal and OpenAPI all read it. */
export interface Endpoint<Params = unknown, Query = unknown, Body = unknown, Response = unknown> {
  readonly area: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Express style, below `/api`. */
  readonly path: string;
  readonly summary: string;
  /** Reachable without a session. The whole list is held by a test. */
  readonly isPublic?: true;
  /** Reachable with one factor only (the second factor itself). */
  readonly oneFactor?: true;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body> | 'stream';
  readonly response: z.ZodType<Response> | StreamKind;
}

export const endpoint = <Params = undefined, Query = undefined, Body = undefined, Response = undefined>(definition: Endpoint<Params, Query, Body, Response>): Endpoint<Params, Query, Body, Response> => definition;
export type ParamsOf<E> = E extends Endpoint<infer P, infer _Q, infer _B, infer _R> ? P : never;
export type QueryOf<E> = E extends Endpoint<infer _P, infer Q, infer _B, infer _R> ? Q : never;
export type BodyOf<E> = E extends Endpoint<infer _P, infer _Q, infer B, infer _R> ? B : never;
export type ResponseOf<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? R : never;
