import type { DraftEdits } from './draft-edits.js';
import { draftEdits, isEmpty, NO_EDITS } from './draft-edits.js';

const keyOf = (id: string): string => `suimon.draft.${id}`;

/** What was typed into a draft on this tab and has not reached the server yet. */
export function readKeptEdits(id: string): DraftEdits {
  try { return draftEdits.safeParse(JSON.parse(sessionStorage.getItem(keyOf(id)) ?? '{}')).data ?? NO_EDITS; } catch { return NO_EDITS; }
}

/** Keeps a copy on this device until the server has it, so that a lost connection or a reload loses nothing. */
export function keepEdits(id: string, edits: DraftEdits): void {
  try {
    if (isEmpty(edits)) sessionStorage.removeItem(keyOf(id));
    else sessionStorage.setItem(keyOf(id), JSON.stringify(edits));
  } catch { /* storage refused: the text stays on the page */ }
}
