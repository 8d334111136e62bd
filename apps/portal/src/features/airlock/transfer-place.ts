import type { TransferStatus, TransferView } from '@suimon/contracts';

/** The real steps of a request, from sealing to release. */
export const STEPS = ['seal', 'scan', 'review', 'decide', 'cool', 'release'] as const;
export type StepId = (typeof STEPS)[number];
export interface Place { readonly at: StepId | 'end'; readonly failed?: true }

/** Where a state stands on the way; nothing for states that are not on it. */
const PLACE: Readonly<Record<TransferStatus, Place | null>> = {
  draft: null, returned: null, withdrawn: null,
  sealing: { at: 'seal' }, scanning: { at: 'scan' }, in_review: { at: 'review' }, consolidating: { at: 'decide' }, approved: { at: 'cool' }, releasing: { at: 'release' },
  released: { at: 'end' }, expired: { at: 'end' }, revoked: { at: 'end' },
  rejected: { at: 'decide', failed: true }, quarantined: { at: 'scan', failed: true }, blocked: { at: 'scan', failed: true },
};

/** The step a request stands at, or failed at: quarantine follows the scan, or a release whose bytes were not the approved ones. */
export function placeOf({ status, reason }: Pick<TransferView, 'status' | 'reason'>): Place | null {
  const place = PLACE[status];
  return place?.failed && place.at === 'scan' && reason?.code === 'delivery-mismatch' ? { at: 'release', failed: true } : place;
}
