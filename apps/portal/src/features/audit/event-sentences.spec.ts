import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EVENT_SENTENCES, sentenceKey, sentenceKeys } from './event-sentences.js';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const EVENT_TYPE = /'((?:application|project|workspace|transfer|standing|dataset|session|policy)\.[a-z-]+)'/g;

/** Event types written anywhere in the server's sources. File names such as `workspace.json` look alike and are not events. */
const writtenTypes = (folder: string): string[] => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !/(^|\/)(node_modules|dist|testing)\//.test(path))
  .flatMap((path) => [...readFileSync(join(ROOT, folder, path), 'utf8').matchAll(EVENT_TYPE)].map((match) => match[1] ?? ''))
  .filter((type) => !type.endsWith('.json'));

type Texts = { readonly [name: string]: Texts | string };
const texts = (language: string): Texts => JSON.parse(readFileSync(join(ROOT, `apps/portal/src/locales/${language}/events.json`), 'utf8'));
const textAt = (language: string, key: string): string => {
  const found = key.split('.').reduce<Texts | string | undefined>((at, name) => (typeof at === 'object' ? at[name] : undefined), texts(language));
  return typeof found === 'string' ? found : '';
};
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort();
const KEYS = Object.keys(EVENT_SENTENCES).flatMap(sentenceKeys);

describe('sentences of the audit log', () => {
  it('exist for every event type that the server writes, and for no other', () => {
    const written = [...new Set(['libs/domain/src', 'libs/use-cases/src', 'apps/api/src', 'apps/airlock-worker/src'].flatMap(writtenTypes))].sort();
    expect(Object.keys(EVENT_SENTENCES).sort()).toEqual(written);
  });
  it('name the person in both languages and use the same details', () => {
    for (const key of KEYS) {
      expect([key, placeholders(textAt('ja', key)).includes('who')]).toEqual([key, true]);
      expect([key, placeholders(textAt('en', key))]).toEqual([key, placeholders(textAt('ja', key))]);
    }
  });
  it('use only the details that the table names', () => {
    for (const [type, { slots = {}, count }] of Object.entries(EVENT_SENTENCES)) {
      const known = ['who', 'record', 'subject', ...Object.keys(slots), ...(count ? ['count'] : [])];
      for (const key of sentenceKeys(type)) expect([key, placeholders(textAt('ja', key)).filter((name) => !known.includes(name))]).toEqual([key, []]);
    }
  });
  it('have a short name for the filter in both languages', () => {
    for (const type of Object.keys(EVENT_SENTENCES)) for (const language of ['ja', 'en']) expect([type, textAt(language, `name.${type}`) !== '']).toEqual([type, true]);
  });
  it('fall back to a general sentence when a detail is unknown or missing', () => {
    expect(sentenceKey('application.voted', { vote: 'yes' })).toBe('event.application.voted.yes');
    expect(sentenceKey('application.voted', {})).toBe('event.application.voted.other');
    expect(sentenceKey('policy.changed', {})).toBe('unknown');
  });
});
