import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DENIAL_TEXTS, denialSentence } from '@suimon/domain';
import { denialCodes, launchCodes } from './denials.doc.js';
import { workflowEntries } from './workflows.js';

const root = resolve(import.meta.dirname, '../../../..');
const rules = workflowEntries().flatMap(({ name, commands }) => commands.flatMap((command) => command.rules.map((rule) => ({ workflow: name, ...rule }))));
const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Text of every source file of the product, without specs and without the list itself. */
const source = ['libs', 'apps'].flatMap((folder) => readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((path) => /\/src\/.*\.tsx?$/.test(path) && !/node_modules|\/dist\/|\/testing\/|\.spec\.tsx?$|denial-texts\.ts$/.test(path))
  .map((path) => readFileSync(resolve(root, path), 'utf8')).join('\n');

describe('refusals', () => {
  test.each(denialCodes)('%s says something and what to do next, in both languages', (denial) => {
    const { says, next } = DENIAL_TEXTS[denial];
    for (const text of [says.ja, next.ja]) expect(text).toMatch(JAPANESE);
    for (const text of [says.en, next.en]) expect(text).toMatch(/^[^\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]{4,}[.?]$/u);
  });
  test.each(denialCodes)('%s has the same places to fill in in both languages', (denial) => {
    const { says, next } = DENIAL_TEXTS[denial];
    expect([placeholders(says.ja), placeholders(next.ja)]).toEqual([placeholders(says.en), placeholders(next.en)]);
  });
  test('every rule of every workflow has a code with a text', () => {
    expect(rules.filter((rule) => !denialCodes.includes(rule.code)).map(({ workflow, name }) => `${workflow}.${name}`)).toEqual([]);
  });
  test('every place to fill in is filled by each rule that says so', () => {
    const unfilled = rules.flatMap(({ workflow, name, code, params }) => [...placeholders(DENIAL_TEXTS[code].says.en), ...placeholders(DENIAL_TEXTS[code].next.en)].filter((place) => !new RegExp(`\\b${place}\\b`).test(params)).map((place) => `${workflow}.${name}: {${place}}`));
    expect(unfilled).toEqual([]);
  });
  test('every condition of the launch gate has its code', () => {
    expect(launchCodes.filter((denial) => !denialCodes.includes(denial))).toEqual([]);
  });
  test('no code is unused', () => {
    expect(denialCodes.filter((denial) => !launchCodes.includes(denial) && !source.includes(`'${denial}'`))).toEqual([]);
  });
  test('a sentence has its places filled in, and a missing value leaves no braces', () => {
    expect(denialSentence('approvals-missing', 'en', { file: 'table.csv', reviewers: 2 }).says).toBe('"table.csv" lacks approvals (2 needed).');
    expect(denialSentence('quorum-not-met', 'ja').says).not.toMatch(/[{}]/);
  });
});
