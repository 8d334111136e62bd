import { describe, expect, it } from '@jest/globals';
import { groupOf } from './review-queue.js';

const now = Date.parse('2026-11-22T09:00:00.000Z');
const waiting = (since: string, until: string | null = null) => ({ turn: { who: 'role:steward', since, until }, updatedAt: since });

describe('the order of the review queue', () => {
  it('puts what is past its due date first, however new it is', () => expect(groupOf(waiting('2026-11-22T08:00:00.000Z', '2026-11-22T08:59:00.000Z'), now)).toBe('overdue'));
  it('groups the rest by how long it has waited', () => {
    expect(groupOf(waiting('2026-11-17T09:00:00.000Z'), now)).toBe('week');
    expect(groupOf(waiting('2026-11-21T09:00:00.000Z'), now)).toBe('days');
    expect(groupOf(waiting('2026-11-22T08:00:00.000Z', '2026-11-23T09:00:00.000Z'), now)).toBe('new');
  });
  it('counts from the last change when nobody has the turn', () => expect(groupOf({ turn: null, updatedAt: '2026-11-01T00:00:00.000Z' }, now)).toBe('week'));
});
