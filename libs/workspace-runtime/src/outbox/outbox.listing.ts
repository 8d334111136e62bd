import type { BigIntStats } from 'node:fs';
import type { OutboxEntry, OutboxRefusal } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { isPlainName, nameText, printableName } from './file-name.rules.js';
import type { GuardedFolder } from './guarded.folder.js';

/** Bounds of one outbox; what goes beyond is refused, so that listing always ends. */
export const MAX_ENTRIES = 10_000;
export const MAX_DEPTH = 16;

type Reason = OutboxRefusal['reason'];

/** Walks an outbox once and sorts everything in it into what may be taken and what is refused. */
export class OutboxListing {
  readonly files: OutboxEntry[] = [];
  readonly refused: OutboxRefusal[] = [];
  private seen = 0;

  async walk(folder: GuardedFolder, parents: readonly string[] = []): Promise<void> {
    const names = await folder.names(MAX_ENTRIES - this.seen + 1);
    for (const name of names) {
      if (this.seen >= MAX_ENTRIES) return this.refuseOnce(parents.join('/'), 'too-many-files');
      this.seen += 1;
      await this.sort(folder, parents, name);
    }
  }

  private async sort(folder: GuardedFolder, parents: readonly string[], name: Buffer): Promise<void> {
    const found = await folder.look(name);
    if (found === null) return;
    const text = nameText(name);
    const path = [...parents, printableName(name)].join('/');
    const reason = text === null || !isPlainName(text) ? 'name-not-allowed' : refusalOf(found, parents.length + 1);
    if (reason) this.refused.push({ path, reason });
    else if (found.isDirectory()) await this.descend(folder, [...parents, printableName(name)], name);
    else this.files.push({ path, sizeBytes: Number(found.size), modifiedAtMs: Number(found.mtimeMs) });
  }

  private async descend(folder: GuardedFolder, path: readonly string[], name: Buffer): Promise<void> {
    const inner = await folder.folder(name).catch((error: NodeJS.ErrnoException) => {
      // It was a folder a moment ago: swapped for a link, removed, or closed to us.
      this.refused.push({ path: path.join('/'), reason: error.code === 'ELOOP' ? 'symlink' : error.code === 'EACCES' ? 'not-readable' : 'not-a-regular-file' });
      return null;
    });
    if (inner) await this.walk(inner, path).finally(() => inner.close());
  }

  private refuseOnce(path: string, reason: Reason): void {
    if (!this.refused.some((one) => one.reason === reason)) this.refused.push({ path, reason });
  }
}

/** Why a thing with a good name is not taken; null if it is a regular file with one name, or a folder not too deep. */
export function refusalOf(found: BigIntStats, depth: number): Reason | null {
  if (found.isSymbolicLink()) return 'symlink';
  if (found.isDirectory()) return depth >= MAX_DEPTH ? 'too-deep' : null;
  if (!found.isFile()) return 'not-a-regular-file';
  return found.nlink > 1n ? 'hard-link' : null;
}
