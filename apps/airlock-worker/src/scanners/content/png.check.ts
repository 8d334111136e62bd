import type { ContentCheck } from './content.check.js';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const CRC_BYTES = 4;

/** Walks the chunks from the first to IEND, after which nothing may come (C6). */
export class PngCheck implements ContentCheck {
  private header = Buffer.alloc(0);
  private wanted = SIGNATURE.length;
  private toSkip = 0;
  private last = '';
  private problem: string | null = null;

  take(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length && !this.problem) {
      if (this.toSkip > 0) {
        const skipped = Math.min(this.toSkip, chunk.length - at);
        this.toSkip -= skipped;
        at += skipped;
        continue;
      }
      if (this.last === 'IEND') { this.problem = 'trailing-bytes'; return; }
      const part = chunk.subarray(at, at + this.wanted - this.header.length);
      this.header = Buffer.concat([this.header, part]);
      at += part.length;
      if (this.header.length === this.wanted) this.step();
    }
  }

  finish(): string | null { return this.problem ?? (this.last === 'IEND' && this.toSkip === 0 ? null : 'content-not-of-type'); }

  private step(): void {
    const header = this.header;
    this.header = Buffer.alloc(0);
    if (this.last === '') {
      if (!header.equals(SIGNATURE)) this.problem = 'content-not-of-type';
      this.last = 'signature';
      this.wanted = 8;
      return;
    }
    const type = header.subarray(4).toString('latin1');
    if (!/^[A-Za-z]{4}$/.test(type) || (this.last === 'signature') !== (type === 'IHDR')) this.problem = 'content-not-of-type';
    this.last = type;
    this.toSkip = header.readUInt32BE(0) + CRC_BYTES;
  }
}
