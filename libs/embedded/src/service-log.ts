import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const ROTATE_ABOVE_BYTES = 10 * 1024 * 1024;
const TAIL_BYTES = 16 * 1024;

/** A log file open for appending, and where this run's lines begin in it. */
export interface ServiceLog { readonly descriptor: number; readonly startsAt: number }

/** Opens `<name>.log`; one earlier file is kept as `<name>.log.1` once it has grown past 10 MiB. */
export function openServiceLog(path: string): ServiceLog {
  mkdirSync(dirname(path), { recursive: true });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_ABOVE_BYTES) renameSync(path, `${path}.1`);
  const descriptor = openSync(path, 'a', 0o640);
  return { descriptor, startsAt: fstatSync(descriptor).size };
}

/** The last lines written since `startsAt`, for an error message. */
export function lastLogLines(path: string, startsAt: number, count = 20): string {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= startsAt) return '(it wrote nothing)';
  const from = Math.max(startsAt, size - TAIL_BYTES);
  const buffer = Buffer.alloc(size - from);
  const file = openSync(path, 'r');
  try { readSync(file, buffer, 0, buffer.length, from); } finally { closeSync(file); }
  return buffer.toString('utf8').trimEnd().split('\n').slice(-count).join('\n');
}
