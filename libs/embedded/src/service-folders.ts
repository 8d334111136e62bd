import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, readdirSync, realpathSync, rmSync, rmdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProcessUser } from './sandbox.js';

/** Where one service keeps its things. */
export interface ServiceFolders {
  /** Its files, owned by the service's user. */
  readonly data: string;
  readonly logFile: string;
  readonly pidFile: string;
  /** Its sockets. Always a short path, since a socket address holds at most 107 bytes. */
  readonly sockets: string;
}

/** A short folder under /run that belongs to this data directory alone, and that only root may enter. */
export function runtimeFolder(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const key = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12);
  return join('/run', `suimon-${key}`);
}

export function serviceFolders(dataDir: string, name: string): ServiceFolders {
  const root = resolve(dataDir);
  return {
    data: join(root, name),
    logFile: join(root, 'logs', `${name}.log`),
    pidFile: join(root, 'run', `${name}.pid`),
    sockets: join(runtimeFolder(root), name),
  };
}

/** Where the secrets of one service lie: in a folder that only root may enter. */
export function secretFile(dataDir: string, name: string): string {
  const folder = join(resolve(dataDir), 'secrets');
  makeOwnedFolder(folder, { uid: 0, gid: 0 }, 0o700);
  return join(folder, `${name}.json`);
}

/** Makes a folder that belongs to one user; it may exist already. */
export function makeOwnedFolder(path: string, user: ProcessUser, mode: number): void {
  mkdirSync(path, { recursive: true });
  chownSync(path, user.uid, user.gid);
  chmodSync(path, mode);
}

/**
 * Makes the socket folder empty, inside a runtime folder that keeps other accounts of the machine out. The folder itself
 * stays the same one across restarts: it is bound into the views of running processes, which would hold on to the old one.
 */
export function makeSocketFolder(path: string, user: ProcessUser): void {
  const parent = join(path, '..');
  mkdirSync(parent, { recursive: true });
  chownSync(parent, 0, 0);
  chmodSync(parent, 0o700);
  makeOwnedFolder(path, user, 0o755);
  for (const name of readdirSync(path)) rmSync(join(path, name), { recursive: true, force: true });
}

/** Removes one entry of a runtime folder, and the runtime folder itself once it is empty. */
export function removeRuntimeEntry(path: string): void {
  rmSync(path, { recursive: true, force: true });
  const parent = join(path, '..');
  try {
    if (readdirSync(parent).length === 0) rmdirSync(parent);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
