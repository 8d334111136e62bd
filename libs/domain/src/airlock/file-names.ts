/** Why a file path is not accepted anywhere in the airlock (T2). */
export const PATH_PROBLEMS = ['empty', 'too-long', 'absolute', 'parent', 'control-character', 'direction-character', 'separator', 'device-name', 'trailing-dot-or-space', 'too-deep'] as const;
export type PathProblem = (typeof PATH_PROBLEMS)[number];

/** Control characters, line and paragraph separators, and halves of surrogate pairs, which have no UTF-8 form. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}/u;
/** Bidirectional controls, zero-width characters, tags and variation selectors: they make a name look like another. */
const DIRECTION = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]|\udb40[\udc00-\udfff]/;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** The first problem of a relative path with `/` separators, or null. Limits: 255 bytes a name, 1,024 bytes a path, 16 levels. */
export function pathProblem(path: string): PathProblem | null {
  if (path === '') return 'empty';
  if (utf8Length(path) > 1024) return 'too-long';
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'absolute';
  if (CONTROL.test(path)) return 'control-character';
  if (DIRECTION.test(path)) return 'direction-character';
  if (path.includes('\\')) return 'separator';
  const names = path.split('/');
  if (names.length > 16) return 'too-deep';
  for (const name of names) {
    if (name === '') return 'separator';
    if (name === '.' || name === '..') return 'parent';
    if (utf8Length(name) > 255) return 'too-long';
    if (DEVICE.test(name)) return 'device-name';
    if (/[. ]$/.test(name)) return 'trailing-dot-or-space';
  }
  return null;
}

/** Lower-case extension without the dot; empty when there is none. */
export const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

const utf8Length = (text: string): number => [...text].reduce((sum, character) => { const code = character.codePointAt(0) ?? 0; return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4); }, 0);
