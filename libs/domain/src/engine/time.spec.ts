import { describe, expect, test } from '@jest/globals';
import { addDays, addSeconds, endOfDay, startOfDay } from './time.js';

describe('calendar days', () => {
  test('a day in Japan starts at 15:00 UTC of the day before and lasts 24 hours', () => {
    expect(startOfDay('2026-04-01')).toBe('2026-03-31T15:00:00.000Z');
    expect(endOfDay('2026-04-01')).toBe('2026-04-01T15:00:00.000Z');
  });
});

describe('instants', () => {
  test('are of fixed width, so that text order is time order', () => {
    const instants = [addSeconds('2026-01-01T00:00:00.000Z', 0.5), addSeconds('2026-01-01T00:00:00.000Z', 1), addDays('2025-12-31T00:00:00.000Z', 1)];
    expect(new Set(instants.map((instant) => instant.length))).toEqual(new Set([24]));
    expect([...instants].sort()).toEqual([...instants].sort((a, b) => Date.parse(a) - Date.parse(b)));
  });
  test('a day added over the end of February of a leap year is 29 February', () => {
    expect(addDays('2028-02-28T12:00:00.000Z', 1)).toBe('2028-02-29T12:00:00.000Z');
  });
});
