import { createHash } from 'node:crypto';
import { chmod, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { syncFolder } from '../single-host/durable-file.js';

/** A file to deliver, or one that was: its path below the import and the digest it must have. */
export interface Expected { readonly path: string; readonly sha256: string }

/** The bytes of a delivered file are not the released ones. */
export class ImportDigestError extends Error {
  constructor(readonly path: string) { super('an import file does not have the digest that was released'); }
}

const READ_ONLY_FILE = 0o444;
const READ_ONLY_FOLDER = 0o555;

/** Writes one file below `dir`, refusing other bytes than promised; then reads it back from the disk's side. */
export async function writeVerified(dir: string, expected: Expected, source: Readable): Promise<void> {
  const path = join(dir, expected.path);
  await mkdir(dirname(path), { recursive: true, mode: 0o755 });
  const file = await open(path, 'wx', 0o600);
  try {
    const written = createHash('sha256');
    for await (const chunk of source) {
      const bytes = Buffer.from(chunk);
      written.update(bytes);
      await file.appendFile(bytes);
    }
    if (written.digest('hex') !== expected.sha256.toLowerCase()) throw new ImportDigestError(expected.path);
    await file.chmod(READ_ONLY_FILE);
    await file.sync();
  } finally {
    source.destroy();
    await file.close();
  }
  await requireDigest(dir, expected);
}

/** Throws unless the file below `dir` has its digest. */
export async function requireDigest(dir: string, expected: Expected): Promise<void> {
  const file = await open(join(dir, expected.path), 'r');
  const read = createHash('sha256');
  for await (const chunk of file.createReadStream()) read.update(Buffer.from(chunk));
  if (read.digest('hex') !== expected.sha256.toLowerCase()) throw new ImportDigestError(expected.path);
}

/** Files and folders below `dir`, folders after what they hold. */
export async function contents(dir: string, below = ''): Promise<{ files: string[]; folders: string[] }> {
  const found: { files: string[]; folders: string[] } = { files: [], folders: [] };
  for (const entry of await readdir(join(dir, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (!entry.isDirectory()) { found.files.push(path); continue; }
    const inner = await contents(dir, path);
    found.files.push(...inner.files);
    found.folders.push(...inner.folders, path);
  }
  return found;
}

/** Makes all folders below `dir` read-only and durable; `dir` itself stays writable until it has been renamed. */
export async function sealFolders(dir: string): Promise<void> {
  for (const folder of (await contents(dir)).folders) {
    await syncFolder(join(dir, folder));
    await chmod(join(dir, folder), READ_ONLY_FOLDER);
  }
  await syncFolder(dir);
}

export async function sealTop(dir: string): Promise<void> { await chmod(dir, READ_ONLY_FOLDER); }

/** Opens the folders for removal again. */
export async function unseal(dir: string): Promise<void> {
  await chmod(dir, 0o700);
  for (const folder of (await contents(dir)).folders) await chmod(join(dir, folder), 0o700);
}
