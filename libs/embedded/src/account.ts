import { readFileSync } from 'node:fs';
import type { ProcessUser } from './sandbox.js';

/** The numeric user and group of an account that a Debian package made. */
export function account(name: string): ProcessUser {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find(entry => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`the account "${name}" is missing: its package is not installed`);
  return { uid: Number(uid), gid: Number(gid) };
}
