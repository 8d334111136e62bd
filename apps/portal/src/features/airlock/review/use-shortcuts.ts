import { useEffect, useRef, useState } from 'react';

const STORED = 'suimon.review-keys';
const stored = (): boolean => { try { return localStorage.getItem(STORED) !== 'off'; } catch { return true; } };
/** Keys belong to whoever is typing, and to an open dialog. */
const isTaken = (event: KeyboardEvent): boolean => event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented
  || (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable="true"]') !== null) || document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

export type Shortcuts = Readonly<Record<string, () => void>>;
/** Single keys that act while nobody types. They can be switched off for this device (WCAG 2.1.4); `?` always helps. */
export function useShortcuts(keys: Shortcuts): { readonly enabled: boolean; readonly setEnabled: (enabled: boolean) => void } {
  const [enabled, setEnabled] = useState(stored);
  const latest = useRef(keys);
  useEffect(() => { latest.current = keys; });
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent): void => {
      const act = isTaken(event) ? undefined : latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [enabled]);
  const change = (next: boolean): void => {
    setEnabled(next);
    try { localStorage.setItem(STORED, next ? 'on' : 'off'); } catch { /* the choice then lasts until the page is closed */ }
  };
  return { enabled, setEnabled: change };
}
