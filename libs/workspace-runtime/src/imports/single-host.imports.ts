import { randomUUID } from 'node:crypto';
import { chmod, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportsWriter } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { plainPath } from '../outbox/file-name.rules.js';
import { MAX_DEPTH } from '../outbox/outbox.listing.js';
import { syncFolder } from '../single-host/durable-file.js';
import { type SingleHostOptions, type SingleHostSettings, singleHostSettings } from '../single-host/single-host.options.js';
import { isFolderId, type ProjectFolders } from '../single-host/storage.layout.js';
import { errorCode } from '../single-host/system-error.js';
import { contents, ImportDigestError, requireDigest, sealFolders, sealTop, unseal, writeVerified } from './delivery.folder.js';

type Delivery = Parameters<ImportsWriter['deliver']>[2];

const STALE_MS = 24 * 60 * 60 * 1000;

/** Puts released files into `projects/<p>/imports/<transferId>`, which workspaces see read-only at `/imports`. */
export class SingleHostImports implements ImportsWriter {
  private readonly settings: SingleHostSettings;

  constructor(options: SingleHostOptions) { this.settings = singleHostSettings(options); }

  /** Writes aside, checks every byte twice, and shows all files by one rename. Repeating it is harmless. */
  async deliver(projectId: string, transferId: string, files: Delivery): Promise<void> {
    const project = this.settings.layout.project(projectId);
    requireNames(transferId, files);
    const target = join(project.imports, transferId);
    if (await exists(target)) return this.confirm(target, files);
    await this.prepare(project);
    const draft = join(project.incoming, `${transferId}.${randomUUID()}`);
    try {
      await mkdir(draft, { mode: 0o755 });
      for (const file of files) await writeVerified(draft, file, await file.open());
      await sealFolders(draft);
      await rename(draft, target);
      await syncFolder(project.imports);
    } catch (error) {
      await discard(draft);
      // Someone else delivered the same transfer while we were writing.
      if (!(await exists(target)) || !isOccupied(error)) throw error;
    }
    await this.confirm(target, files);
  }

  async remove(projectId: string, transferId: string): Promise<void> {
    const project = this.settings.layout.project(projectId);
    requireNames(transferId, []);
    const target = join(project.imports, transferId);
    if (!(await exists(target))) return;
    const removed = join(project.incoming, `removed.${randomUUID()}`);
    await this.prepare(project);
    // Moving a folder to another parent needs the right to write to it.
    await chmod(target, 0o700);
    await rename(target, removed);
    await syncFolder(project.imports);
    await discard(removed);
  }

  private async confirm(target: string, files: Delivery): Promise<void> {
    await sealTop(target);
    const there = (await contents(target)).files.toSorted();
    const expected = files.map((file) => file.path).toSorted();
    const odd = there.find((path, index) => path !== expected[index]) ?? expected[there.length];
    if (odd !== undefined) throw new ImportDigestError(odd);
    for (const file of files) await requireDigest(target, file);
  }

  private async prepare(project: ProjectFolders): Promise<void> {
    // The controller makes these folders with their rights when a workspace starts; a delivery may come before that.
    for (const dir of [project.imports, project.incoming]) await mkdir(dir, { recursive: true, mode: 0o755 });
    for (const name of await readdir(project.incoming)) {
      const left = join(project.incoming, name);
      if (Date.now() - (await lstat(left).then((found) => found.ctimeMs, () => Date.now())) > STALE_MS) await discard(left);
    }
  }
}

function requireNames(transferId: string, files: Delivery): void {
  if (!isFolderId(transferId)) throw new Error('not a plain transfer id');
  const seen = new Set<string>();
  for (const { path } of files) {
    if (!plainPath(path, MAX_DEPTH) || seen.has(path)) throw new Error('an import file has no plain path of its own');
    seen.add(path);
  }
}

async function discard(dir: string): Promise<void> {
  if (!(await exists(dir))) return;
  await unseal(dir);
  await rm(dir, { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(() => true, (error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return false; throw error; });
}

function isOccupied(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '');
}
