import { formatsOf } from './formats.js';

const ja = formatsOf('ja');
const en = formatsOf('en');

describe('dates, numbers and sizes', () => {
  test('an instant is told in the time of the enclave, with its weekday', () => {
    expect(ja.dateTime('2026-11-21T16:05:00.000Z')).toBe('2026年11月22日(日) 01:05（日本時間）');
    expect(en.dateTime('2026-11-21T16:05:00.000Z')).toBe('Sun 22 Nov 2026, 01:05 (JST)');
  });
  test('midnight is 00:00', () => expect(en.dateTime('2026-11-21T15:00:00.000Z')).toBe('Sun 22 Nov 2026, 00:00 (JST)'));
  test('a plain day stays that day', () => expect(ja.date('2026-11-22')).toBe('2026年11月22日(日)'));
  test('sizes', () => {
    expect(en.bytes(999)).toBe('999 bytes');
    expect(en.bytes(1_250_000)).toBe('1.3 MB');
  });
  test('how long ago', () => {
    const now = Date.parse('2026-11-22T00:00:00.000Z');
    expect(en.ago('2026-11-20T00:00:00.000Z', now)).toBe('2 days ago');
    expect(ja.ago('2026-11-21T23:59:40.000Z', now)).toBe('0 分前');
  });
});
