import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { ListState } from '../lib/list-state.js';
import { PlainField } from './plain-field.js';

const PAUSE_MS = 300;

/**
 * Filters a list as one types. What is typed lives here and reaches the address after a pause: the address changes too
 * slowly for a Japanese input method to type into it directly.
 */
export function SearchField({ state, label, description, className }: { state: ListState; label: string; description?: string; className?: string }): JSX.Element {
  const [typed, setTyped] = useState<string | null>(null);
  const [composing, setComposing] = useState(false);
  const { q, set } = state;
  useEffect(() => {
    if (typed === null || composing) return;
    if (typed.trim() === q) return;
    const timer = setTimeout(() => set({ q: typed.trim() }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, composing, q, set]);
  return (
    <PlainField type="search" label={label} maxLength={100} value={typed ?? q} help={description} className={className}
      onChange={(event) => setTyped(event.currentTarget.value)} onBlur={() => { if (typed !== null && typed.trim() !== q) set({ q: typed.trim() }); setTyped(null); }}
      onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)} />
  );
}
