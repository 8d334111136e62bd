const MAX_NAME_BYTES = 255;
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(\.|$)/i;
/** Controls, format characters (bidirectional, zero-width, tags), lone surrogates, unassigned and private ones, line separators. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;
/** Characters drawn as nothing, save variation selectors, which Japanese names need behind a kanji. */
const IGNORABLE = /(?![\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}])\p{Default_Ignorable_Code_Point}|(?<!\p{Script=Han})[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]|\u{2800}/u;
/** Spaces that look like the plain one or like nothing; the ideographic space is usual in Japanese. */
const ODD_SPACE = /(?![ \u3000])\p{Zs}/u;
const ENDS_BADLY = /[. \u3000]$/;

/** True if a file or folder name means the same to every person and every system that will see it. */
export function isPlainName(name: string): boolean {
  return name !== '' && Buffer.byteLength(name) <= MAX_NAME_BYTES
    && !/[/\\]/.test(name) && !UNSEEN.test(name) && !IGNORABLE.test(name) && !ODD_SPACE.test(name)
    && !ENDS_BADLY.test(name) && !WINDOWS_DEVICE.test(name);
}

/** The names of a path below some root; null if one of them is not plain or there are too many. */
export function plainPath(path: string, maxDepth: number): string[] | null {
  const names = path.split('/');
  return names.length <= maxDepth && names.every(isPlainName) ? names : null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A name as the host gave it: its text, or null if it is not UTF-8. */
export function nameText(bytes: Uint8Array): string | null {
  try { return utf8.decode(bytes); } catch { return null; }
}

/** A refused name for people to read: everything that is not plain printing is written as `\xNN` of its bytes. */
export function printableName(bytes: Uint8Array): string {
  const text = nameText(bytes);
  if (text !== null && isPlainName(text)) return text;
  const show = (part: string) => (isPlainName(`${part}x`) ? part : [...Buffer.from(part)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''));
  if (text !== null) return [...text].map(show).join('');
  return [...bytes].map((byte) => (byte > 0x20 && byte < 0x7f && byte !== 0x5c ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`)).join('');
}
