import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes through a temporary neighbour, so that a reader sees the old text or the new one and never a half. */
export function writeFileAtomically(path: string, text: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = openSync(temporary, 'wx', mode);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally { closeSync(file); }
  chmodSync(temporary, mode);
  renameSync(temporary, path);
}

/** A password or key of `bytes` random bytes, in hexadecimal: it needs no quoting anywhere. */
export const randomSecret = (bytes = 24): string => randomBytes(bytes).toString('hex');

/**
 * Secrets kept in a 0600 JSON file. A name that is asked for the first time gets its value from `make`;
 * one that exists is never replaced.
 */
export function keepSecrets<Name extends string>(path: string, make: Record<Name, () => string>): Record<Name, string> {
  let stored: Record<string, unknown> = {};
  try { stored = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>; } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new Error(`${path} cannot be read as JSON`);
  }
  const kept = { ...stored } as Record<Name, string>;
  let added = false;
  for (const name of Object.keys(make) as Name[]) {
    if (typeof stored[name] === 'string') continue;
    kept[name] = make[name]();
    added = true;
  }
  if (added) writeFileAtomically(path, `${JSON.stringify(kept, null, 2)}\n`, 0o600);
  return kept;
}
