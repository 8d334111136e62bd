import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { generatedPages } from './pages.js';

const root = resolve(import.meta.dirname, '../../../..');
const pages = generatedPages();

describe('the pages below docs/generated', () => {
  test.each(pages)('$path is what its source makes; else run `npm run generate`', ({ path, content }) => {
    expect(readFileSync(resolve(root, path), 'utf8')).toBe(content);
  });
  test('are all generated, so that none is left over', () => {
    expect(readdirSync(resolve(root, 'docs/generated')).map((name) => `docs/generated/${name}`).filter((path) => !pages.some((page) => page.path === path))).toEqual([]);
  });
  test('name no path twice', () => expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length));
});
