import { isUtf8 } from 'node:buffer';
import type { ContentCheck } from './content.check.js';

/** Text is valid UTF-8 to the last byte and holds no NUL. */
export class Utf8Check implements ContentCheck {
  private problem: string | null = null;
  /** The beginning of a character whose rest is in the next chunk: at most three bytes. */
  private begun = Buffer.alloc(0);

  take(chunk: Buffer): void {
    if (this.problem) return;
    if (chunk.includes(0)) { this.problem = 'not-text'; return; }
    const bytes = this.begun.length === 0 ? chunk : Buffer.concat([this.begun, chunk]);
    const whole = bytes.length - unfinished(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) this.problem = 'not-utf8';
    // A copy: the chunk is not ours to keep.
    this.begun = Buffer.from(bytes.subarray(whole));
  }

  finish(): string | null { return this.problem ?? (this.begun.length > 0 ? 'not-utf8' : null); }
}

/** How many bytes at the end begin a character that needs more. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
