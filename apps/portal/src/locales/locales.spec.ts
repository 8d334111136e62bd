import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const source = dirname(here);
const keysOf = (value: unknown, path = ''): string[] => (typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => keysOf(inner, path ? `${path}.${name}` : name)) : [path]);
const textsOf = (language: string, area: string): unknown => JSON.parse(readFileSync(join(here, language, `${area}.json`), 'utf8'));
const areas = readdirSync(join(here, 'ja')).map((file) => file.replace('.json', ''));
const placeholders = (text: unknown, path: string): string => {
  const found = path.split('.').reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined), text);
  return [...new Set([...String(found).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].sort().join();
};

describe('the two languages', () => {
  test('have the same areas', () => expect(readdirSync(join(here, 'en'))).toEqual(readdirSync(join(here, 'ja'))));
  test.each(areas)('say the same things in %s', (area) => expect(keysOf(textsOf('en', area)).sort()).toEqual(keysOf(textsOf('ja', area)).sort()));
  // A singular may say "one" in words.
  test.each(areas)('fill in the same facts in %s', (area) => {
    const [ja, en] = [textsOf('ja', area), textsOf('en', area)];
    expect(keysOf(ja).filter((key) => !key.endsWith('_one') && placeholders(ja, key) !== placeholders(en, key))).toEqual([]);
  });
  test.each(areas)('leave nothing blank in %s', (area) => expect([textsOf('ja', area), textsOf('en', area)].map((texts) => /: ?""/.test(JSON.stringify(texts)))).toEqual([false, false]));
});

interface Use { readonly file: string; readonly area: string; readonly key: string }
/** Every text asked for by a literal key, with the area that its file names first. */
const usesIn = (file: string): Use[] => {
  const code = readFileSync(file, 'utf8');
  const own = /useTranslation\(\[?'(\w+)'/.exec(code)?.[1];
  return [...code.matchAll(/\bt\('([^']+)'/g)].flatMap(([, literal = '']) => {
    const [area, key] = literal.includes(':') ? literal.split(':') : [own, literal];
    return area && key ? [{ file: file.slice(source.length + 1), area, key }] : [];
  });
};

test('every text that a screen asks for is there', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx')).map((file) => join(source, file));
  const known = new Map(areas.map((area) => [area, new Set(keysOf(textsOf('ja', area)))]));
  const isThere = ({ area, key }: Use): boolean => (known.get(area)?.has(key) ?? false) || (known.get(area)?.has(`${key}_other`) ?? false);
  const missing = files.flatMap(usesIn).filter((use) => !isThere(use)).map(({ file, area, key }) => `${file}: ${area}:${key}`);
  expect(missing).toEqual([]);
});
