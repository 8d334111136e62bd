import { describe, expect, test } from '@jest/globals';
import type { Endpoint } from '@suimon/contracts';
import { endpoints } from '@suimon/contracts';
import { sources } from './repository.js';

const all: readonly (readonly [string, Endpoint])[] = Object.entries(endpoints).flatMap(([area, group]) => Object.entries<Endpoint>(group).map(([name, endpoint]) => [`${area}.${name}`, endpoint] as const));
const namesOf = (wanted: (endpoint: Endpoint) => boolean): readonly string[] => all.filter(([, endpoint]) => wanted(endpoint)).map(([name]) => name).sort();

describe('the endpoint list', () => {
  test('lets only these be reached without a session', () => {
    expect(namesOf((endpoint) => endpoint.isPublic === true)).toEqual([
      'audit.health', 'audit.site', 'catalogue.dataset', 'catalogue.itemsCsv', 'catalogue.register', 'catalogue.search', 'people.me', 'people.signIn', 'people.signOut',
    ]);
  });
  test('lets only the second factor itself be reached with one factor', () => { expect(namesOf((endpoint) => endpoint.oneFactor === true)).toEqual(['people.secondFactor']); });
  test('names each method and path once', () => {
    const lines = all.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
  });
  test('has a shape for every body that changes something', () => { expect(namesOf(({ method, body }) => (method === 'POST' || method === 'PATCH') && body === undefined)).toEqual([]); });
  test('lets nobody change anything by a GET', () => { expect(namesOf(({ method, body }) => method === 'GET' && body !== undefined)).toEqual([]); });
});

/** `api.submit` of a controller, as `airlock.submit`. */
function served({ path, text }: { readonly path: string; readonly text: string }): readonly string[] {
  const areaOfName = new Map<string, string>();
  for (const [, name = '', area = ''] of text.matchAll(/const (\w+) = endpoints\.(\w+);/g)) areaOfName.set(name, area);
  const areaOfField = new Map<string, string>();
  for (const [, fields = '', area = ''] of text.matchAll(/const \{([^}]+)\} = endpoints\.(\w+);/g)) for (const field of fields.split(',')) areaOfField.set(field.trim(), area);
  return [...text.matchAll(/@Serves\(([^)]*)\)/g)].map(([, target = '']) => {
    const [head = '', field] = target.split('.');
    const area = field === undefined ? areaOfField.get(head) : areaOfName.get(head);
    return area === undefined ? `${path}: @Serves(${target}) is not from the endpoint list` : `${area}.${field ?? head}`;
  });
}

describe('the routes of the API', () => {
  const code = sources(/^apps\/api\/src\/.*(?<!\.spec)\.ts$/);
  test('are the endpoint list, each line served once', () => { expect(code.flatMap(served).sort()).toEqual(all.map(([name]) => name).sort()); });
  test('are made in no other way', () => {
    const other = /@(Get|Post|Put|Patch|Delete|All|Options|Head|Sse|MessagePattern|EventPattern|WebSocketGateway)\(|\bRequestMapping\(/;
    expect(code.filter(({ path, text }) => path !== 'apps/api/src/http/endpoint.decorator.ts' && other.test(text)).map(({ path }) => path)).toEqual([]);
  });
  test('are guarded, told and answered in one place for all', () => {
    const module = code.find(({ path }) => path === 'apps/api/src/app.module.ts')?.text ?? '';
    expect(['APP_GUARD', 'APP_INTERCEPTOR', 'APP_FILTER'].filter((name) => !module.includes(`provide: ${name}`))).toEqual([]);
    expect(code.filter(({ text }) => /@(UseInterceptors|UseFilters|Public)\(/.test(text)).map(({ path }) => path)).toEqual([]);
  });
  test('of workers do not exist: they serve nobody', () => {
    expect(sources(/^apps\/airlock-worker\/src\/.*(?<!\.spec)\.ts$/).filter(({ text }) => /@Controller\(|@Serves\(|createServer\(|\.listen\(/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
