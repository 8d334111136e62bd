import type { ContentCheck } from './content.check.js';
import { HeadTail } from './head-tail.js';

const MAGIC: readonly Buffer[] = ['7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', '0061736d'].map((hex) => Buffer.from(hex, 'hex'));

/** Programs do not leave (X6): ELF, Windows, Mach-O, Java, WebAssembly, and scripts that name their interpreter. */
export class ExecutableCheck implements ContentCheck {
  private readonly seen = new HeadTail(512, 0);

  take(chunk: Buffer): void { this.seen.take(chunk); }

  finish(): string | null {
    const { head } = this.seen;
    // A table may begin with the letters MZ; a Windows program cannot do without zero bytes after them.
    const isWindows = head.subarray(0, 2).toString('latin1') === 'MZ' && head.includes(0);
    const isScript = head.subarray(0, 2).toString('latin1') === '#!';
    return isWindows || isScript || MAGIC.some((magic) => head.subarray(0, magic.length).equals(magic)) ? 'executable' : null;
  }
}
