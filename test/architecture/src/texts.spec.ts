import { describe, expect, test } from '@jest/globals';
import { inboxTask } from '@suimon/contracts';
import { applicationWorkflow, DENIAL_TEXTS, LAUNCH_CONDITIONS, PATH_PROBLEMS, projectWorkflow, ROLES, transferWorkflow, workspaceWorkflow } from '@suimon/domain';
import { OUTBOX_REFUSALS, RUNTIME_FAILURES, START_STEPS } from '@suimon/use-cases';
import { read, repositoryFiles, sources } from './repository.js';

const LANGUAGES = ['ja', 'en'] as const;
type Language = (typeof LANGUAGES)[number];
type Texts = { readonly [key: string]: string | Texts };
const PLURAL = /_(zero|one|two|few|many|other)$/;

const areas = [...new Set(repositoryFiles().flatMap((path) => /^apps\/portal\/src\/locales\/\w+\/([\w-]+)\.json$/.exec(path)?.[1] ?? []))].sort();
const texts = (language: Language, area: string): Texts => JSON.parse(read(`apps/portal/src/locales/${language}/${area}.json`)) as Texts;
const files = new Set(repositoryFiles());

/** Every text below a node, by its path; a plural counts as one. */
const leaves = (node: Texts, path = ''): readonly (readonly [string, string])[] => Object.entries(node).flatMap(([key, value]) =>
  (typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`)));
const nodes = (node: Texts, path = ''): readonly (readonly [string, Texts])[] => [[path, node], ...Object.entries(node).flatMap(([key, value]) => (typeof value === 'string' ? [] : nodes(value, `${path}${key}.`)))];
const placeholders = (text: string): string => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].sort().join(', ');

describe('the portal’s texts', () => {
  test('are there in both languages for every area', () => {
    expect(areas.flatMap((area) => LANGUAGES.map((language) => `apps/portal/src/locales/${language}/${area}.json`)).filter((path) => !files.has(path))).toEqual([]);
  });
  describe.each(areas)('%s', (area) => {
    test('has the same keys in both languages', () => {
      const keys = (language: Language): readonly string[] => [...new Set(leaves(texts(language, area)).map(([path]) => path.replace(PLURAL, '')))].sort();
      expect(keys('ja')).toEqual(keys('en'));
    });
    test('leaves nothing empty', () => {
      expect(LANGUAGES.flatMap((language) => leaves(texts(language, area)).filter(([, text]) => text === '').map(([path]) => `${language} ${path}`))).toEqual([]);
    });
    test('fills in the same values in both languages', () => {
      // A singular may say "one" in words, so a plural is compared by its general form.
      const filled = (language: Language) => new Map(leaves(texts(language, area)).filter(([path]) => !path.endsWith('_one')).map(([path, text]) => [path.replace(PLURAL, ''), placeholders(text)]));
      const english = filled('en');
      expect([...filled('ja')].filter(([path, names]) => english.get(path) !== names).map(([path]) => path)).toEqual([]);
    });
  });
});

/** Somewhere in an area stands one block with a text for each code, under one name in both languages. */
function missing(area: string, codes: readonly string[]): readonly string[] {
  if (!areas.includes(area)) return codes.map((code) => `${area}.json: ${code}`);
  const lacking = (node: Texts | undefined): readonly string[] => codes.filter((code) => node?.[code] === undefined);
  const blocks = LANGUAGES.map((language) => new Map(nodes(texts(language, area))));
  const best = [...(blocks[0]?.entries() ?? [])].map(([path, node]) => ({ path, codes: [...new Set([...lacking(node), ...lacking(blocks[1]?.get(path))])] })).sort((a, b) => a.codes.length - b.codes.length)[0];
  return (best?.codes ?? []).map((code) => `${area}.json ${best?.path ?? ''}${code}`);
}

const eventTypes = (stream: string): readonly string[] => [...new Set(sources(/^libs\/(domain|use-cases)\/src\/(?!testing\/|.*\.spec\.ts)/).flatMap(({ text }) => [...text.matchAll(new RegExp(`'${stream}\\.([a-z-]+)'`, 'g'))].map(([, type = '']) => type)))].sort();

/** Coded reasons with which the worker or the workflow gives a transfer back; a refusal's own code needs no second text. */
function reasonCodes(): readonly string[] {
  const worker = sources(/^apps\/airlock-worker\/src\/(?!.*\.spec\.ts)/).map(({ text }) => text).join('\n');
  const listed = /SEAL_PROBLEMS = \[([^\]]*)\]/.exec(worker)?.[1] ?? '';
  const workflow = read('libs/domain/src/airlock/commands.ts');
  const found = [...listed.matchAll(/'([a-z-]+)'/g), ...worker.matchAll(/(?:notScanned|scanError)\('([a-z-]+)'\)/g), ...workflow.matchAll(/code: '([a-z-]+)'/g), ...workflow.matchAll(/'([a-z]+-unavailable)'/g)];
  return [...new Set(found.map(([, code = '']) => code))].filter((code) => !Object.hasOwn(DENIAL_TEXTS, code)).sort();
}

describe('every code has a text for people', () => {
  test('refusals, with what to do next', () => {
    const blank = Object.entries(DENIAL_TEXTS).flatMap(([code, { says, next }]) => [says.ja, says.en, next.ja, next.en].some((text) => text.trim() === '') ? [code] : []);
    expect(blank).toEqual([]);
    const uneven = Object.entries(DENIAL_TEXTS).filter(([, { says }]) => String([...says.ja.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()) !== String([...says.en.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()));
    expect(uneven.map(([code]) => code)).toEqual([]);
  });
  test.each([
    ['tasks of the inbox', 'people', inboxTask.shape.kind.options],
    ['roles', 'shell', ROLES],
    ['states of an application', 'status', applicationWorkflow.statuses],
    ['states of a project', 'status', projectWorkflow.statuses],
    ['states of a workspace', 'status', workspaceWorkflow.statuses],
    ['states of a transfer', 'status', transferWorkflow.statuses],
    ['conditions of the launch gate', 'workspaces', LAUNCH_CONDITIONS],
    ['steps of a start', 'workspaces', START_STEPS],
    ['failures of a workspace', 'workspaces', RUNTIME_FAILURES],
    ['reasons of a returned transfer', 'airlock', reasonCodes()],
    ['refusals of an outbox', 'airlock', OUTBOX_REFUSALS],
    ['problems of a file name', 'airlock', PATH_PROBLEMS],
    ['events of an application', 'timeline', eventTypes('application')],
    ['events of a project', 'timeline', eventTypes('project')],
    ['events of a workspace', 'timeline', eventTypes('workspace')],
    ['events of a transfer', 'timeline', eventTypes('transfer')],
  ] as readonly (readonly [string, string, readonly string[]])[])('%s', (_name, area, codes) => {
    expect(codes.length).toBeGreaterThan(0);
    expect(missing(area, codes)).toEqual([]);
  });
});
