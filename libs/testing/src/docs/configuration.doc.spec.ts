import { expect, test } from '@jest/globals';
import { ENVIRONMENTS } from '@suimon/platform';
import { configurationPage } from './configuration.doc.js';

test('every variable says what it means', () => {
  const silent = Object.entries(ENVIRONMENTS).flatMap(([name, { shape }]) => Object.entries(shape).filter(([, schema]) => !schema.description).map(([variable]) => `${name}: ${variable}`));
  expect(silent).toEqual([]);
});
test('the page tells what is required, what has a default, and what may be left out', () => {
  const page = configurationPage();
  expect(page).toContain('| `CLAMD` | required |');
  expect(page).toContain('| `SUIMON_HOST` | default `127.0.0.1` |');
  expect(page).toContain('| `REDIS_URL` | optional |');
});
