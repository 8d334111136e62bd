import { endpoints } from '@suimon/contracts';
import type { Endpoint } from '@suimon/contracts';
import type { QueryClient, QueryKey, UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './api.js';
import type { AnyEndpoint, CallArgs, LooseArgs, ReadArgs } from './endpoint-url.js';
import { addressOf } from './endpoint-url.js';
import type { ProblemError } from './problem-error.js';

/** Cache key of a read: `[area, path, { params, query }]`. Change notices and commands match on it. */
export const readKey = (endpoint: AnyEndpoint, args: LooseArgs): QueryKey => [endpoint.area, endpoint.path, addressOf(args)];

interface ReadOptions { readonly enabled?: boolean; /** Keep the last answer on screen while filters change. */ readonly keepPrevious?: boolean }

/** Reads a GET endpoint. Nothing polls: change notices and commands mark answers as out of date. */
export function useRead<P, Q, R>(endpoint: Endpoint<P, Q, undefined, R>, args: ReadArgs<P, Q>, options?: ReadOptions): UseQueryResult<R, ProblemError>;
export function useRead<R>(endpoint: Endpoint<unknown, unknown, undefined, R>, args: LooseArgs, options: ReadOptions = {}): UseQueryResult<R, ProblemError> {
  return useQuery<R, ProblemError>({
    queryKey: readKey(endpoint, args),
    queryFn: ({ signal }) => call<unknown, unknown, undefined, R>(endpoint, { params: args.params, query: args.query ?? {}, signal }),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

const reads: readonly AnyEndpoint[] = Object.values(endpoints).flatMap((area): AnyEndpoint[] => Object.values(area)).filter((endpoint) => endpoint.method === 'GET');
/** The GET endpoint that answers with the very same shape as a command: its record can be replaced without a second request. */
const twinOf = (endpoint: AnyEndpoint): AnyEndpoint | undefined => (typeof endpoint.response === 'string' ? undefined : reads.find((read) => read.response === endpoint.response));

const idOf = (view: unknown): string | undefined => (typeof view === 'object' && view !== null && 'id' in view && typeof view.id === 'string' ? view.id : undefined);

/** Writes the view that a command returned where its readers look, and marks everything near it as out of date. */
export async function settle(client: QueryClient, endpoint: AnyEndpoint, view: unknown): Promise<void> {
  const twin = twinOf(endpoint);
  const id = idOf(view);
  const key = twin && (twin.path.includes(':') ? id && readKey(twin, { params: { id } }) : readKey(twin, {}));
  if (key) client.setQueryData(key, view);
  const own = key ? JSON.stringify(key) : '';
  // Saving as one types must not reload the inbox each second; the change notices do it when it matters.
  const alsoPeople = endpoint.method !== 'PATCH';
  await client.invalidateQueries({
    predicate: ({ queryKey }) => JSON.stringify(queryKey) !== own
      && (queryKey[0] === endpoint.area || (alsoPeople && queryKey[0] === 'people') || queryKey[1] === endpoints.audit.timeline.path),
  });
}

/** A command: POST, PATCH or DELETE. The returned view replaces the record on screen at once. */
export function useCommand<P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>): UseMutationResult<R, ProblemError, CallArgs<P, Q, B>> {
  const client = useQueryClient();
  return useMutation<R, ProblemError, CallArgs<P, Q, B>>({
    mutationFn: (args) => call(endpoint, args),
    onSuccess: (view) => { void settle(client, endpoint, view); },
  });
}
