import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface ListState {
  /** Search words. */
  readonly q: string;
  /** Column id, with a leading `-` for descending; empty: the list's own order. */
  readonly sort: string;
  readonly page: number;
  /** A filter's value; empty when not set. */
  filter(name: string): string;
  /** Changes any of them. Everything but `page` goes back to page 1. An empty value leaves the address. */
  set(change: Readonly<Record<string, string | number | undefined>>): void;
  /** The query string of the list with a change, for links. */
  linkTo(change: Readonly<Record<string, string | number | undefined>>): string;
  readonly anyFilter: boolean;
  clear(): void;
}

/** Search, filters, sorting and page of a list, kept in the address so that every list can be linked. `prefix` keeps two lists on a page apart. */
export function useListState(prefix = ''): ListState {
  const [params, setParams] = useSearchParams();
  const key = useCallback((name: string) => (prefix ? `${prefix}.${name}` : name), [prefix]);
  const changed = useCallback((current: URLSearchParams, change: Readonly<Record<string, string | number | undefined>>) => {
    const next = new URLSearchParams(current);
    if (!('page' in change)) next.delete(key('page'));
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined || value === '' || (name === 'page' && Number(value) === 1)) next.delete(key(name));
      else next.set(key(name), String(value));
    }
    return next;
  }, [key]);
  return useMemo(() => {
    const isOwn = (name: string): boolean => (prefix ? name.startsWith(`${prefix}.`) : !name.includes('.'));
    return {
      q: params.get(key('q')) ?? '',
      sort: params.get(key('sort')) ?? '',
      page: Math.max(1, Math.trunc(Number(params.get(key('page')) ?? '1')) || 1),
      filter: (name) => params.get(key(name)) ?? '',
      set: (change) => setParams((current) => changed(current, change), { replace: true, preventScrollReset: true }),
      linkTo: (change) => `?${changed(params, change).toString()}`,
      anyFilter: [...params.keys()].some((name) => isOwn(name) && name !== key('page') && name !== key('sort')),
      clear: () => setParams((current) => new URLSearchParams([...current].filter(([name]) => !isOwn(name))), { replace: true, preventScrollReset: true }),
    };
  }, [params, setParams, changed, key, prefix]);
}
