import { describe, expect, test } from '@jest/globals';
import { JOB_NAMES } from '../reactions.js';
import { transferAt } from '../testing/transfers.js';
import { transferReactions } from './reactions.js';
import type { TransferStatus } from './state.js';

/** Jobs that the last event of a transfer in this status leads to. */
const jobsOn = (status: TransferStatus) => { const { state, events } = transferAt(status); return events.slice(-1).flatMap((event) => transferReactions(event, state)); };

describe('what follows from an event of a transfer', () => {
  test.each([['sealing', 'seal-transfer'], ['scanning', 'scan-transfer'], ['returned', 'wipe-transfer'], ['released', 'wipe-transfer'], ['revoked', 'wipe-transfer'], ['expired', 'wipe-transfer'], ['rejected', 'wipe-transfer'], ['blocked', 'wipe-transfer'], ['withdrawn', 'wipe-transfer']] as const)('%s is followed by %s', (status, job) => {
    const { state } = transferAt(status);
    expect(jobsOn(status)).toEqual([{ job, transferId: 'transfer-1', round: state.round }]);
  });
  test('an approval is followed by the release, not before the cooling-off time is over', () => {
    expect(jobsOn('approved')).toEqual([{ job: 'release-transfer', transferId: 'transfer-1', round: 1, notBefore: '2026-06-15T03:01:00.000Z' }]);
  });
  test.each(['draft', 'in_review', 'quarantined', 'consolidating', 'releasing'] as const)('%s waits for a person, or for the job that is running', (status) => expect(jobsOn(status)).toEqual([]));
  test('every job has a name on the list of jobs', () => {
    for (const status of ['sealing', 'scanning', 'approved', 'returned'] as const) for (const { job } of jobsOn(status)) expect(JOB_NAMES).toContain(job);
  });
});
