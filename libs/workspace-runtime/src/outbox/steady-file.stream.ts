import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { OutboxRefusedError } from './outbox-refused.error.js';

const CHUNK_BYTES = 256 * 1024;

/**
 * Reads exactly the bytes a file had when it was opened, and fails at the end if the file is not the same any more. A
 * write through a memory map may go unseen by time stamps; it does no harm, since only the bytes read here go on.
 */
export class SteadyFileStream extends Readable {
  private position = 0;

  constructor(private readonly file: FileHandle, private readonly before: BigIntStats, private readonly path: string) {
    super({ highWaterMark: CHUNK_BYTES });
  }

  override _read(): void {
    this.next().then((bytes) => this.push(bytes), (error: Error) => this.destroy(error));
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.file.close().then(() => done(error), () => done(error));
  }

  private async next(): Promise<Buffer | null> {
    const left = Number(this.before.size) - this.position;
    if (left === 0) {
      await this.requireUnchanged();
      return null;
    }
    const buffer = Buffer.allocUnsafe(Math.min(left, CHUNK_BYTES));
    const { bytesRead } = await this.file.read(buffer, 0, buffer.length, this.position);
    if (bytesRead === 0) throw new OutboxRefusedError(this.path, 'changed-while-reading');
    this.position += bytesRead;
    return buffer.subarray(0, bytesRead);
  }

  private async requireUnchanged(): Promise<void> {
    const after = await this.file.stat({ bigint: true });
    const same = (['ino', 'dev', 'size', 'mtimeNs', 'ctimeNs', 'nlink'] as const).every((key) => after[key] === this.before[key]);
    if (!same) throw new OutboxRefusedError(this.path, 'changed-while-reading');
  }
}
