import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ENVIRONMENTS } from '@suimon/platform';
import { CONFIGURATION_PAGE, configurationPage } from './configuration.doc.js';

test('the page of the configuration is the one that the schemas make; else run `npm run generate`', () => {
  expect(readFileSync(resolve(import.meta.dirname, '../../../..', CONFIGURATION_PAGE), 'utf8')).toBe(configurationPage());
});
test('every variable says what it means', () => {
  const silent = Object.entries(ENVIRONMENTS).flatMap(([name, { shape }]) => Object.entries(shape).filter(([, schema]) => !schema.description).map(([variable]) => `${name}: ${variable}`));
  expect(silent).toEqual([]);
});
