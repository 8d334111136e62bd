import type { DenialCode } from './denial-texts.js';

/** Why a refusal happened, as an HTTP layer may map it: access 404/403, state 409, rule 422, stale 412. */
export const DENIAL_KINDS = ['access', 'state', 'rule', 'stale', 'missing'] as const;
export type DenialKind = (typeof DENIAL_KINDS)[number];

/** The only domain error. `code` has a text and a next step in both languages in `denial-texts.ts`. */
export class Denial extends Error {
  constructor(readonly kind: DenialKind, readonly code: DenialCode, readonly params: Readonly<Record<string, string | number>> = {}) {
    super(`${kind}: ${code}`);
  }
}
