import { useCallback, useState } from 'react';

const read = (key: string): string | null => { try { return sessionStorage.getItem(key); } catch { return null; } };
const write = (key: string, value: string | null): void => {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch { /* storage refused: the text then lives as long as the page */ }
};

/** A text that survives leaving the page until it is sent: what was typed, else `saved`. The last function forgets what was typed. */
export function useKept(key: string, saved = ''): readonly [string, (value: string) => void, () => void] {
  const storageKey = `suimon.kept.${key}`;
  const [typed, setTyped] = useState(() => read(storageKey));
  const set = useCallback((value: string) => { setTyped(value); write(storageKey, value); }, [storageKey]);
  const forget = useCallback(() => { setTyped(null); write(storageKey, null); }, [storageKey]);
  return [typed ?? saved, set, forget];
}
