import { describe, expect, test } from '@jest/globals';
import { dirname, join } from 'node:path';
import { isTest, read, repositoryFiles, ROOT, sources } from './repository.js';

const files = repositoryFiles();
const TEXT = /\.(tsx?|mjs|cjs|js|json|css|html|md|svg|sh|R|txt|ya?ml|toml|ndb|hsb|csv)$|(^|\/)[^./]+$/;
const naming = (needle: string): readonly string[] => files.filter((path) => TEXT.test(path) && read(path).includes(needle));

describe('what is committed', () => {
  // In pieces, so that this file does not name them itself.
  const places = [['..', 'shared'], ['', 'work', ''], ['.', 'library']].map((pieces) => pieces.join(pieces[0] === '.' ? '' : '/'));
  test.each([...places, ROOT])('does not name the place %s', (place) => { expect(naming(place)).toEqual([]); });

  const usual = [['registry', 'npmjs', 'org'], ['pypi', 'org'], ['files', 'pythonhosted', 'org'], ['proxy', 'golang', 'org']].map((pieces) => pieces.join('.'));
  const configured = Object.entries(process.env).filter(([name]) => /registry$|index_url$|goproxy$/i.test(name)).flatMap(([, value]) => [...(value ?? '').matchAll(/https?:\/\/(?:[^/@\s]*@)?([^/:\s]+)/g)].map(([, host = '']) => host));
  test.each([...new Set([...usual, ...configured])])('does not name the package registry %s', (host) => { expect(naming(host)).toEqual([]); });
  test('locks versions and hashes, not the place they came from', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.includes('://') === true)).toEqual([]);
  });
  test('holds no malware test file, which would stop scanners of those who clone it', () => {
    const eicar = ['X5O!P%@AP[4', 'PZX54(P^)7CC)7}$EICAR'].join('\\');
    expect(naming(eicar)).toEqual([]);
  });
  test('holds no secret and no built file', () => { expect(files.filter((path) => /(^|\/)(\.env|\.npmrc|id_rsa|.*\.pem|.*\.key)$|(^|\/)(dist|coverage|\.suimon)\//.test(path))).toEqual([]); });
});

describe('sizes', () => {
  /** Long for a reason: one generator of one dataset family, one life of one workspace. */
  const LONG = ['demo/make-synthetic.ts', 'libs/workspace-runtime/src/single-host/lifecycle.int.spec.ts'];
  const lines = (path: string): number => read(path).trimEnd().split('\n').length;
  test('no source file is over 250 lines unless it is named here', () => {
    expect(files.filter((path) => /\.(tsx?|mjs|cjs|css|sh|R)$|^suimon$/.test(path) && !LONG.includes(path) && lines(path) > 250)).toEqual([]);
  });
  test('ARCHITECTURE.md is read in one sitting', () => { expect(lines('ARCHITECTURE.md')).toBeLessThanOrEqual(200); });
  test('decisions are short', () => { expect(files.filter((path) => /^docs\/adr\/\d{4}-.*\.md$/.test(path) && lines(path) > 60)).toEqual([]); });
});

describe('names', () => {
  test('say what a file is, not that it helps', () => {
    const product = files.filter((path) => /^(apps|libs)\/.*\.tsx?$/.test(path));
    expect(product.filter((path) => /(^|[/.-])(manager|helpers?|utils?|common|shared|base|impl|misc)[.-][^/]*$/.test(path))).toEqual([]);
  });
  test('of decisions are numbered without a gap', () => {
    const numbers = files.flatMap((path) => /^docs\/adr\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1] ?? []);
    expect(numbers).toEqual(numbers.map((_number, index) => String(index + 1).padStart(4, '0')));
  });
});

interface Manifest { readonly name: string; readonly dependencies?: Record<string, string>; readonly devDependencies?: Record<string, string> }
const manifests = files.filter((path) => /^(apps|libs|test)\/[^/]+\/package\.json$/.test(path)).map((path) => ({ place: dirname(path), manifest: JSON.parse(read(path)) as Manifest }));
const IMPORTS = /(?:^|[\s;])(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/g;
const imported = (text: string): readonly string[] => [...text.matchAll(IMPORTS)].map(([, first, second]) => first ?? second ?? '')
  .filter((name) => !name.startsWith('.') && !name.startsWith('node:')).map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'));

describe('workspaces', () => {
  test.each(files.filter((path) => /^libs\/[^/]+\/package\.json$/.test(path)).map((path) => dirname(path)))('%s has an entry', (place) => { expect(files).toContain(`${place}/src/index.ts`); });

  test.each(manifests)('$place lists what it imports', ({ place, manifest }) => {
    const listed = new Set([...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.devDependencies ?? {}), manifest.name]);
    const root = JSON.parse(read('package.json')) as Manifest;
    const forTests = new Set([...Object.keys(root.devDependencies ?? {}), '@jest/globals', '@suimon/testing', '@suimon/embedded']);
    const own = sources(new RegExp(`^${place}/`)).filter(({ path }) => !path.includes('/public/'));
    const unlisted = own.flatMap(({ path, text }) => imported(text).filter((name) => !listed.has(name) && !(isTest(path) && forTests.has(name))).map((name) => `${path}: ${name}`));
    expect(unlisted).toEqual([]);
  });
});

describe('dependencies', () => {
  const rows = read('docs/adr/0009-dependencies.md').split('\n').filter((line) => line.startsWith('| `'));
  const names = [...new Set(manifests.filter(({ place }) => !place.startsWith('test/')).flatMap(({ manifest }) => Object.keys(manifest.dependencies ?? {})))].filter((name) => !name.startsWith('@suimon/')).sort();
  test.each(names)('%s stands in ADR 0009 under its licence', (name) => {
    const { license, licenses } = JSON.parse(read(`node_modules/${name}/package.json`)) as { license?: string; licenses?: readonly { type: string }[] };
    expect(rows.find((row) => row.includes(`\`${name}\``)) ?? 'not listed').toContain(`| ${license ?? licenses?.[0]?.type ?? 'unknown'} |`);
  });
});

describe('what the documents point at', () => {
  const documents = files.filter((path) => /^(README|ARCHITECTURE|SECURITY)\.md$|^docs\/(?!generated\/).*\.md$|^deploy\/.*\.md$/.test(path));
  const known = new Set(files);
  const words = new Set(sources(/^(apps|libs|test)\//).flatMap(({ text }) => text.match(/\w+/g) ?? []));
  const isThere = (path: string): boolean => known.has(path) || files.some((file) => file.startsWith(`${path.replace(/\/$/, '')}/`));
  test.each(documents)('%s: every link leads to a file', (document) => {
    const links = [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => join(dirname(document), link));
    expect(links.filter((link) => !isThere(link))).toEqual([]);
  });
  test.each(documents)('%s: every path in code exists', (document) => {
    const paths = [...read(document).matchAll(/`((?:apps|libs|test|docs|deploy|policy|demo)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });
  test.each(documents)('%s: every name in code exists', (document) => {
    const names = [...read(document).matchAll(/`([a-z]+[A-Z]\w*)`/g)].map(([, name = '']) => name);
    expect([...new Set(names)].filter((name) => !words.has(name))).toEqual([]);
  });
  test.each(documents)('%s: every file named alone exists', (document) => {
    const names = [...read(document).matchAll(/`([\w-]+(?:\.[\w-]+)*\.(?:ts|tsx|mjs))`/g)].map(([, name = '']) => name);
    expect([...new Set(names)].filter((name) => !files.some((path) => path.endsWith(`/${name}`)))).toEqual([]);
  });
});
