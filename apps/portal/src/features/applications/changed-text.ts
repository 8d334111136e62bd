export interface ChangedText { readonly head: string; readonly before: string; readonly after: string; readonly tail: string }

/** Shares of a text that must stand for its changed part to be worth marking; below it the two are simply two texts. */
const LEAST_SHARED = 0.3;

/** Where two texts differ: what they share at both ends, and the part in between that changed. Counts whole characters, so no sign is cut in two. Null where hardly anything stayed. */
export function changedText(before: string, after: string): ChangedText | null {
  const [old, now] = [[...before], [...after]];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  if (start + end < Math.max(old.length, now.length) * LEAST_SHARED) return null;
  return { head: old.slice(0, start).join(''), before: old.slice(start, old.length - end).join(''), after: now.slice(start, now.length - end).join(''), tail: old.slice(old.length - end).join('') };
}
