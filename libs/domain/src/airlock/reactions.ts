import type { TransferEvent } from './events.js';
import type { Transfer } from './state.js';

/** Jobs of the airlock. Ids only: the handler reads the record again and returns quietly if it has moved on. */
export type TransferJob =
  | { job: 'seal-transfer'; transferId: string; round: number }
  | { job: 'scan-transfer'; transferId: string; round: number }
  | { job: 'release-transfer'; transferId: string; round: number; notBefore: string }
  | { job: 'wipe-transfer'; transferId: string; round: number };

/** What follows from what has happened; written to the outbox in the same commit. */
export function transferReactions(event: TransferEvent, transfer: Transfer): readonly TransferJob[] {
  const fence = { transferId: transfer.id, round: transfer.round };
  switch (event.type) {
    case 'transfer.submitted': return [{ job: 'seal-transfer', ...fence }];
    case 'transfer.sealed': return [{ job: 'scan-transfer', ...fence }];
    case 'transfer.approved': return [{ job: 'release-transfer', ...fence, notBefore: event.coolingOffUntil }];
    // Taken back by the deadline, a release may have been under way.
    case 'transfer.approval-undone':
    case 'transfer.returned':
    case 'transfer.rejected':
    case 'transfer.released':
    case 'transfer.revoked':
    case 'transfer.expired':
    case 'transfer.blocked':
    case 'transfer.withdrawn': return [{ job: 'wipe-transfer', ...fence }];
    default: return [];
  }
}
