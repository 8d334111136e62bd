import type { Endpoint } from '@suimon/contracts';

/** A key stands only where the endpoint declares it: required params and body, a query that is always partial. Of an endpoint whose shapes are unknown nothing is asked. */
type Params<P> = [P] extends [undefined] ? { params?: undefined } : unknown extends P ? { params?: unknown } : { params: P };
type Query<Q> = [Q] extends [undefined] ? { query?: undefined } : unknown extends Q ? { query?: unknown } : { query?: Partial<Q> };
type Body<B> = [B] extends [undefined] ? { body?: undefined } : unknown extends B ? { body?: unknown } : { body: B };

/** What names one resource: the part of the arguments that goes into the address. */
export type ReadArgs<P, Q> = Params<P> & Query<Q>;
/** Everything a request may carry. `ifMatch` is the `version` of the view being changed. */
export type CallArgs<P, Q, B> = ReadArgs<P, Q> & Body<B> & { ifMatch?: number; signal?: AbortSignal };
export interface LooseArgs { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown; readonly ifMatch?: number; readonly signal?: AbortSignal }

/** Any endpoint, whatever its shapes. */
export type AnyEndpoint = Endpoint<unknown, unknown, unknown, unknown>;

const entriesOf = (value: unknown): [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value) : []);
const given = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Params and query without what is not given, as strings: equal addresses give equal cache keys. */
export const addressOf = (args: LooseArgs): { params: Record<string, string>; query: Record<string, string> } => {
  const strings = (value: unknown): Record<string, string> => Object.fromEntries(entriesOf(value).filter(([, entry]) => given(entry)).map(([name, entry]) => [name, String(entry)]));
  return { params: strings(args.params), query: strings(args.query) };
};

/** The address of an endpoint below `/api`, for fetch, links and downloads. */
export function urlOf<P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>, args: ReadArgs<P, Q>): string;
export function urlOf(endpoint: AnyEndpoint, args: LooseArgs): string {
  const { params, query } = addressOf(args);
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_match, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  return `/api${path}${search ? `?${search}` : ''}`;
}
