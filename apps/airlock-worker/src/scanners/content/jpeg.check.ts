import type { ContentCheck } from './content.check.js';
import { HeadTail } from './head-tail.js';

/** Begins with a start marker and ends with the end marker. */
export class JpegCheck implements ContentCheck {
  private readonly seen = new HeadTail(3, 2);

  take(chunk: Buffer): void { this.seen.take(chunk); }

  finish(): string | null {
    if (this.seen.head.toString('hex') !== 'ffd8ff') return 'content-not-of-type';
    return this.seen.sizeBytes > 4 && this.seen.tail.toString('hex') === 'ffd9' ? null : 'trailing-bytes';
  }
}
