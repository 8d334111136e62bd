import { type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { OutboxEntry, OutboxReader, OutboxRefusal } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { type SingleHostOptions, singleHostSettings } from '../single-host/single-host.options.js';
import { isFolderId, type StorageLayout } from '../single-host/storage.layout.js';
import { errorCode } from '../single-host/system-error.js';
import { plainPath } from './file-name.rules.js';
import { GuardedFolder } from './guarded.folder.js';
import { MAX_DEPTH, OutboxListing, refusalOf } from './outbox.listing.js';
import { OutboxRefusedError } from './outbox-refused.error.js';
import { SteadyFileStream } from './steady-file.stream.js';

/** Reads outboxes on this host. Needs to read files of any workspace: root, CAP_DAC_READ_SEARCH, or mostly `airlockGid`. */
export class SingleHostOutbox implements OutboxReader {
  private readonly layout: StorageLayout;

  constructor(options: SingleHostOptions) { this.layout = singleHostSettings(options).layout; }

  async list(projectId: string, personId: string): Promise<{ readonly files: readonly OutboxEntry[]; readonly refused: readonly OutboxRefusal[] }> {
    const root = await this.root(projectId, personId);
    const listing = new OutboxListing();
    if (root) await listing.walk(root).finally(() => root.close());
    return { files: listing.files, refused: listing.refused };
  }

  async outboxes(): Promise<readonly { readonly projectId: string; readonly personId: string }[]> {
    const found: { projectId: string; personId: string }[] = [];
    for (const projectId of await folders(this.layout.peopleDir)) {
      for (const personId of await folders(join(this.layout.peopleDir, projectId))) found.push({ projectId, personId });
    }
    return found;
  }

  async open(projectId: string, personId: string, path: string): Promise<{ readonly sizeBytes: number; readonly stream: Readable }> {
    const names = plainPath(path, MAX_DEPTH);
    if (!names) throw new OutboxRefusedError(path, 'name-not-allowed');
    const root = await this.root(projectId, personId);
    if (!root) throw new OutboxRefusedError(path, 'changed-while-reading');
    return openBelow(root, names.map((name) => Buffer.from(name)), path);
  }

  private async root(projectId: string, personId: string): Promise<GuardedFolder | null> {
    return GuardedFolder.atPath(this.layout.person(projectId, personId).outbox).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }
}

/** Walks down name by name, closing every folder on the way, and opens the file at the end. */
async function openBelow(folder: GuardedFolder, [name, ...rest]: readonly Buffer[], path: string): Promise<{ sizeBytes: number; stream: Readable }> {
  try {
    if (name === undefined) throw new OutboxRefusedError(path, 'name-not-allowed');
    const found = await folder.look(name);
    if (found === null) throw new OutboxRefusedError(path, 'changed-while-reading');
    const isLast = rest.length === 0;
    const reason = refusalOf(found, 0) ?? (found.isDirectory() === isLast ? 'not-a-regular-file' : null);
    if (reason) throw new OutboxRefusedError(path, reason);
    if (!isLast) return await openBelow(await folder.folder(name), rest, path);
    return await openSteadily(folder, name, path);
  } catch (error) {
    throw refusedInstead(error, path);
  } finally {
    await folder.close();
  }
}

async function openSteadily(folder: GuardedFolder, name: Buffer, path: string): Promise<{ sizeBytes: number; stream: Readable }> {
  const file = await folder.file(name);
  try {
    const before = await file.stat({ bigint: true });
    const reason = before.isDirectory() ? 'not-a-regular-file' : refusalOf(before, 0);
    if (reason) throw new OutboxRefusedError(path, reason);
    return { sizeBytes: Number(before.size), stream: new SteadyFileStream(file, before, path) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

const RACED: Readonly<Record<string, OutboxRefusal['reason']>> = { ELOOP: 'symlink', ENOTDIR: 'not-a-regular-file', ENXIO: 'not-a-regular-file', EACCES: 'not-readable', ENOENT: 'changed-while-reading' };

/** What the system says of a name that was swapped between looking and opening, as a refusal. */
function refusedInstead(error: unknown, path: string): unknown {
  const reason = RACED[errorCode(error) ?? ''];
  return reason ? new OutboxRefusedError(path, reason) : error;
}

async function folders(path: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory() && isFolderId(entry.name)).map((entry) => entry.name);
}
