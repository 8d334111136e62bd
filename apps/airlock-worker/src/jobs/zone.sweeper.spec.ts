import { TRANSFER_STATUSES } from '@suimon/domain';
import { emptyPlaces } from './zone.sweeper.js';

const places = (status: (typeof TRANSFER_STATUSES)[number]): string[] => emptyPlaces({ id: 't', status, round: 2 }).map(({ zone, prefix }) => `${zone}:${prefix}`);
const DELIVERED = ['workspace-in:t/', 'release:t/'];

describe('where a transfer may have no bytes', () => {
  test.each(['rejected', 'withdrawn', 'blocked', 'revoked', 'expired'] as const)('%s: nowhere', (status) => { expect(places(status)).toEqual(['staging:transfers/t/', 'quarantine:t/', ...DELIVERED]); });
  test('released: only where it was released to', () => { expect(places('released')).toEqual(['staging:transfers/t/', 'quarantine:t/']); });
  test('returned: only in staging, to be submitted again', () => { expect(places('returned')).toEqual(['quarantine:t/1/', 'quarantine:t/2/', ...DELIVERED]); });
  test.each(['sealing', 'scanning', 'quarantined', 'in_review', 'consolidating', 'approved'] as const)('%s: not in earlier rounds, and not where it would count as released', (status) => { expect(places(status)).toEqual(['quarantine:t/1/', ...DELIVERED]); });
  test('releasing: a delivery under way is left alone', () => { expect(places('releasing')).toEqual(['quarantine:t/1/']); });
  test('every status has an answer', () => { for (const status of TRANSFER_STATUSES) expect(Array.isArray(places(status))).toBe(true); });
});
