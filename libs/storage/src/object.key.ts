import type { Zone } from '@suimon/use-cases';
import { VaultError } from './vault.error.js';

/** Keys are made by us of ids, round numbers and hashes; a file name never becomes part of one. */
const KEY = /^[0-9a-z-]{1,100}(\/[0-9a-z-]{1,100}){0,5}$/;

export function requireKey(operation: string, zone: Zone, key: string): void {
  if (!KEY.test(key)) throw new VaultError('key-not-allowed', operation, zone, JSON.stringify(key.slice(0, 100)));
}

/** A prefix names a whole level and ends with `/`: `ab` must not take `abc` along, nor an empty text the whole zone. */
export function requirePrefix(operation: string, zone: Zone, prefix: string): void {
  if (!prefix.endsWith('/') || !KEY.test(prefix.slice(0, -1))) throw new VaultError('key-not-allowed', operation, zone, JSON.stringify(prefix.slice(0, 100)));
}
