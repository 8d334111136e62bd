import { describe, expect, test } from '@jest/globals';
import { endOfDay, startOfDay } from './time.js';

describe('calendar days', () => {
  test('a day in Japan starts at 15:00 UTC of the day before and lasts 24 hours', () => {
    expect(startOfDay('2026-04-01')).toBe('2026-03-31T15:00:00.000Z');
    expect(endOfDay('2026-04-01')).toBe('2026-04-01T15:00:00.000Z');
  });
});
