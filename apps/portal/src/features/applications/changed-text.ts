export interface ChangedText { readonly head: string; readonly before: string; readonly after: string; readonly tail: string }

/** Where two texts differ: what they share at both ends, and the part in between that changed. Counts whole characters, so no sign is cut in two. */
export function changedText(before: string, after: string): ChangedText {
  const [old, now] = [[...before], [...after]];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return { head: old.slice(0, start).join(''), before: old.slice(start, old.length - end).join(''), after: now.slice(start, now.length - end).join(''), tail: old.slice(old.length - end).join('') };
}
