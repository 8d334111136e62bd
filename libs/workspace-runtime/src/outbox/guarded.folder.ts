import { constants, type BigIntStats } from 'node:fs';
import { type FileHandle, lstat, open, opendir } from 'node:fs/promises';

const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK, O_NOCTTY } = constants;

/**
 * A folder held open by descriptor, with hostile contents. Names are resolved below the descriptor through
 * `/proc/self/fd` (Node has no openat), one at a time and never through a link: whoever swaps a folder for a link
 * meanwhile changes nothing, for we stay in the folder we hold.
 */
export class GuardedFolder {
  private constructor(private readonly handle: FileHandle) {}

  /** Opens a folder by a path whose parents belong to root. */
  static async atPath(path: string): Promise<GuardedFolder> {
    return new GuardedFolder(await open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
  }

  /** Opens a folder inside; throws ELOOP or ENOTDIR if it is a link or no folder. */
  async folder(name: Buffer): Promise<GuardedFolder> {
    return new GuardedFolder(await open(this.place(name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
  }

  /** Opens a file inside for reading; a FIFO does not block, a link is refused. The caller checks what it got. */
  async file(name: Buffer): Promise<FileHandle> {
    return open(this.place(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  }

  /** What a name is, links not followed; null if it has gone. */
  async look(name: Buffer): Promise<BigIntStats | null> {
    return lstat(this.place(name), { bigint: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  /** Names as bytes, at most `limit` of them: a folder with millions must not fill our memory. */
  async names(limit: number): Promise<Buffer[]> {
    // @types/node knows no buffer encoding here; the names are checked below before they are used.
    const listing = await opendir(`/proc/self/fd/${this.handle.fd}`, { encoding: 'buffer' as BufferEncoding, bufferSize: 256 });
    const names: Buffer[] = [];
    try {
      while (names.length < limit) {
        const name: unknown = (await listing.read())?.name;
        if (name === undefined) break;
        if (!Buffer.isBuffer(name)) throw new TypeError('names must come as bytes');
        names.push(name);
      }
    } finally {
      await listing.close();
    }
    return names;
  }

  async close(): Promise<void> { await this.handle.close(); }

  private place(name: Buffer): Buffer {
    return Buffer.concat([Buffer.from(`/proc/self/fd/${this.handle.fd}/`), name]);
  }
}
