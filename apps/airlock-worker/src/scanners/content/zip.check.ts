import type { ContentCheck } from './content.check.js';
import { HeadTail, Overlap } from './head-tail.js';

const LOCAL = Buffer.from('504b0304', 'hex');
const CENTRAL = Buffer.from('504b0102', 'hex');
const END = Buffer.from('504b0506', 'hex');
/** The end record with the longest comment it can have. */
const END_BYTES = 22 + 65_535;
const HEADER_BYTES = 12;
const LATEST_VERSION = 63;
const KNOWN_METHODS = new Set([0, 1, 6, 8, 9, 12, 14, 93, 95, 98, 99]);

/** Begins and ends as an archive does, and no member is encrypted. clamd looks inside. */
export class ZipCheck implements ContentCheck {
  private readonly seen = new HeadTail(4, END_BYTES);
  private readonly overlap = new Overlap(HEADER_BYTES - 1);
  private locked = false;

  take(chunk: Buffer): void {
    this.seen.take(chunk);
    if (this.locked) return;
    const bytes = this.overlap.join(chunk);
    this.locked = hasLocked(bytes, LOCAL, 4) || hasLocked(bytes, CENTRAL, 6);
  }

  finish(): string | null {
    const begins = this.seen.head.equals(LOCAL) || this.seen.head.equals(END);
    if (!begins || !this.seen.tail.includes(END)) return 'content-not-of-type';
    return this.locked ? 'encrypted' : null;
  }
}

/** A member header whose flags say encrypted. Compressed bytes may look like one; then a file is refused for nothing. */
function hasLocked(bytes: Buffer, signature: Buffer, versionAt: number): boolean {
  for (let at = bytes.indexOf(signature); at !== -1; at = bytes.indexOf(signature, at + 1)) {
    if (at + HEADER_BYTES > bytes.length) return false;
    const version = bytes.readUInt8(at + versionAt);
    const flags = bytes.readUInt16LE(at + versionAt + 2);
    if (version <= LATEST_VERSION && KNOWN_METHODS.has(bytes.readUInt16LE(at + versionAt + 4)) && (flags & 1) === 1) return true;
  }
  return false;
}
