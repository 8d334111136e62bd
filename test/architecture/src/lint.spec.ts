import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Bench } from './bench.js';
import { ROOT, runTool } from './repository.js';

/** For each rule, a file that it must refuse: `[rule, file, text]`. */
const BAD: readonly (readonly [string, string, string])[] = [
  ['suimon(no-clock-or-waiting)', 'libs/domain/src/asks-the-clock.ts', 'export const now = new Date();'],
  ['suimon(no-clock-or-waiting)', 'libs/domain/src/asks-the-clock-in-words.ts', 'export const now = Date();'],
  ['suimon(no-clock-or-waiting)', 'libs/domain/src/waits.ts', 'export const wait = async () => 1;'],
  ['suimon(no-clock-or-waiting)', 'libs/domain/src/loads-later.ts', "export const later = () => import('./waits.js');"],
  ['eslint(no-restricted-properties)', 'libs/domain/src/counts-the-time.ts', 'export const now = Date.now();'],
  ['eslint(no-restricted-properties)', 'libs/domain/src/draws-lots.ts', 'export const lot = Math.random();'],
  ['eslint(no-restricted-globals)', 'libs/domain/src/reads-the-process.ts', 'export const name = process.title;'],
  ['eslint(no-restricted-globals)', 'libs/domain/src/sets-a-timer.ts', 'export const timer = setTimeout(() => undefined, 1);'],
  ['eslint(no-restricted-globals)', 'libs/domain/src/makes-ids.ts', 'export const id = crypto.randomUUID();'],
  ['eslint(no-restricted-globals)', 'libs/domain/src/fetches.ts', "export const answer = fetch('/');"],
  ['eslint(no-restricted-globals)', 'libs/domain/src/by-a-detour.ts', 'export const now = globalThis.Date.now();'],
  ['eslint(no-restricted-imports)', 'libs/domain/src/reads-a-file.ts', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;"],
  ['typescript(no-explicit-any)', 'apps/api/src/any.ts', 'export const anything = (value: any): number => value;'],
  ['typescript(no-non-null-assertion)', 'apps/api/src/surely.ts', 'export const first = (values: string[]): string => values[0]!;'],
  ['typescript(consistent-type-imports)', 'apps/api/src/type-import.ts', "import { Readable } from 'node:stream';\nexport type Bytes = Readable;"],
  ['eslint(eqeqeq)', 'apps/api/src/alike.ts', "export const same = (a: unknown): boolean => a == '1';"],
  ['eslint(no-console)', 'apps/api/src/talks.ts', "console.log('a name');"],
  ['node(no-process-env)', 'apps/api/src/own-settings.ts', "export const secret = process.env['SECRET'];"],
  ['unicorn(prefer-node-protocol)', 'apps/api/src/old-import.ts', "import { join } from 'path';\nexport const path = join;"],
  ['unicorn(filename-case)', 'apps/api/src/TransferHelper.ts', 'export const one = 1;'],
  ['jest(no-focused-tests)', 'libs/storage/src/one.spec.ts', "test.only('one', () => { expect(1).toBe(1); });"],
  ['jest(no-disabled-tests)', 'libs/storage/src/none.spec.ts', "test.skip('none', () => { expect(1).toBe(1); });"],
  ['react(no-danger)', 'apps/portal/src/raw.tsx', "export const raw = (html: string) => <p dangerouslySetInnerHTML={{ __html: html }} />;"],
];
/** Real files that must pass, and an ordinary use of what is refused elsewhere. */
const GOOD = ['libs/domain/src/engine/time.ts', 'libs/domain/src/engine/workflow.ts'];

describe('the lint rules', () => {
  const bench = new Bench();
  let found: ReadonlyMap<string, readonly string[]> = new Map();
  beforeAll(() => {
    for (const [, file, text] of BAD) bench.put(file, `${text}\n`);
    for (const file of GOOD) bench.copy(file);
    found = bench.lint();
  });
  afterAll(() => bench.remove());

  test.each(BAD)('%s refuses %s', (rule, file) => { expect(found.get(file) ?? []).toContain(rule); });
  test.each(GOOD)('%s passes', (file) => { expect(found.get(file) ?? []).toEqual([]); });
});

describe('the tree as it is', () => {
  test('has no lint error', () => {
    const { code, stdout } = runTool('oxlint/bin/oxlint', ['--disable-nested-config', '-c', '.oxlintrc.json', '--quiet', '-f', 'unix', 'apps', 'libs', 'test'], ROOT);
    expect({ code, stdout: code === 0 ? '' : stdout }).toEqual({ code: 0, stdout: '' });
  });
});
