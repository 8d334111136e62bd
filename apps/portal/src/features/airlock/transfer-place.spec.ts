import { describe, expect, it } from '@jest/globals';
import { TRANSFER_STATUSES } from '@suimon/contracts';
import { placeOf, STEPS } from './transfer-place.js';

const because = (code: string) => ({ code, text: '', at: '2026-11-22T09:00:00.000Z', by: null });

describe('the step a request stands at', () => {
  it('shows no steps while the request is the requester’s, or withdrawn', () => {
    expect(TRANSFER_STATUSES.filter((status) => placeOf({ status, reason: null }) === null)).toEqual(['draft', 'returned', 'withdrawn']);
  });
  it('shows each step for the state that is at it', () => {
    const reached = TRANSFER_STATUSES.map((status) => placeOf({ status, reason: null })).filter((place) => place && !place.failed && place.at !== 'end').map((place) => place?.at);
    expect(reached).toEqual([...STEPS]);
  });
  it('shows quarantine as a failed scan, or as a failed release when the delivered bytes were not the approved ones', () => {
    expect(placeOf({ status: 'quarantined', reason: because('infected') })).toEqual({ at: 'scan', failed: true });
    expect(placeOf({ status: 'blocked', reason: because('delivery-mismatch') })).toEqual({ at: 'release', failed: true });
  });
});
