import type { ContentCheck } from './content.check.js';
import { HeadTail, Overlap } from './head-tail.js';

/** `/Encrypt` as a PDF may write it: any letter of a name may stand as `#` and two hexadecimal digits. */
const ENCRYPT = new RegExp(`/${[...'Encrypt'].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16).replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`).join('')}(?![A-Za-z0-9])`);
const LONGEST_FORM_BYTES = 1 + 3 * 'Encrypt'.length;

/** Begins and ends as a PDF does, and is not locked. */
export class PdfCheck implements ContentCheck {
  private readonly seen = new HeadTail(5, 1024);
  private readonly overlap = new Overlap(LONGEST_FORM_BYTES);
  private locked = false;

  take(chunk: Buffer): void {
    this.seen.take(chunk);
    this.locked ||= ENCRYPT.test(this.overlap.join(chunk).toString('latin1'));
  }

  finish(): string | null {
    if (this.seen.head.toString('latin1') !== '%PDF-' || !this.seen.tail.includes('%%EOF')) return 'content-not-of-type';
    return this.locked ? 'encrypted' : null;
  }
}
