import { useSyncExternalStore } from 'react';

const KEY = 'suimon.basket';
const listeners = new Set<() => void>();

const read = (): string => { try { return localStorage.getItem(KEY) ?? '[]'; } catch { return '[]'; } };
const parse = (text: string): readonly string[] => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
  } catch { return []; }
};
const write = (slugs: readonly string[]): void => {
  try { localStorage.setItem(KEY, JSON.stringify(slugs)); } catch { /* storage refused: the basket stays as it was */ }
  for (const notify of listeners) notify();
};
const subscribe = (notify: () => void): (() => void) => {
  listeners.add(notify);
  window.addEventListener('storage', notify);
  return () => { listeners.delete(notify); window.removeEventListener('storage', notify); };
};

export interface Basket { readonly slugs: readonly string[]; has(slug: string): boolean; add(slug: string): void; remove(slug: string): void; clear(): void }

/** Datasets set aside for an application. Kept on this device until the application is made; needs no account. */
export function useBasket(): Basket {
  const slugs = parse(useSyncExternalStore(subscribe, read));
  return {
    slugs,
    has: (slug) => slugs.includes(slug),
    add: (slug) => write([...new Set([...parse(read()), slug])]),
    remove: (slug) => write(parse(read()).filter((other) => other !== slug)),
    clear: () => write([]),
  };
}
