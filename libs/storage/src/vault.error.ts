import type { Zone } from '@suimon/use-cases';

/**
 * What can go wrong with stored bytes. `unavailable` may pass and is worth another try; the others stay as they are until
 * somebody changes something.
 */
export const VAULT_PROBLEMS = ['not-found', 'denied', 'unavailable', 'size-differs', 'hash-differs', 'too-large', 'key-not-allowed'] as const;
export type VaultProblem = (typeof VAULT_PROBLEMS)[number];

/** A failed operation on a zone: where and why, never what was in the file. */
export class VaultError extends Error {
  constructor(readonly problem: VaultProblem, readonly operation: string, readonly zone: Zone, readonly key: string, cause?: unknown) {
    super(`${operation} ${zone}/${key}: ${problem}${cause instanceof Error ? ` (${cause.message})` : ''}`, { cause });
  }
}

const DENIED = new Set(['AccessDenied', 'InvalidAccessKeyId', 'SignatureDoesNotMatch', 'Forbidden']);
const NOT_FOUND = new Set(['NoSuchKey', 'NotFound', 'NoSuchBucket']);

/** What the object store said, in our words. Anything it did not say clearly counts as a failure that may pass. */
export function vaultError(error: unknown, operation: string, zone: Zone, key: string): VaultError {
  if (error instanceof VaultError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return new VaultError(DENIED.has(code) ? 'denied' : NOT_FOUND.has(code) ? 'not-found' : 'unavailable', operation, zone, key, error);
}
