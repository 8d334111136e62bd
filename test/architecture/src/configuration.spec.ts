import { describe, expect, test } from '@jest/globals';
import { MIGRATE, PROCESSES, SEED } from '@suimon/launcher/process-table';
import { ENVIRONMENTS } from '@suimon/platform';
import { isTest, sources } from './repository.js';

describe.each([...PROCESSES, MIGRATE, SEED])('the launcher and $name', ({ name, variables, entry }) => {
  const schema = ENVIRONMENTS[name].shape;
  const told = new Set<string>(variables);
  test('it is told everything that it needs', () => { expect(Object.entries(schema).filter(([variable, type]) => !told.has(variable) && !type.safeParse(undefined).success).map(([variable]) => variable)).toEqual([]); });
  test('it is told nothing that it does not read', () => { expect(variables.filter((variable) => !(variable in schema))).toEqual([]); });
  test('it parses its own environment', () => {
    const place = entry.slice(0, entry.indexOf('/dist/'));
    expect(sources(/^apps\//).filter(({ path, text }) => path.startsWith(`${place}/src/`) && text.includes(`readEnvironment('${name}')`))).toHaveLength(1);
  });
});

test('a process that takes test signatures for good is told that this is a demonstration', () => {
  const worker = PROCESSES.find(({ name }) => name === 'worker');
  expect(worker?.variables).toContain('SUIMON_DEMO');
});
test('only the configuration and the launcher read the environment', () => {
  const readers = sources(/^(apps|libs)\/.*\.tsx?$/).filter(({ path, text }) => !isTest(path) && /process\.env\b/.test(text)).map(({ path }) => path.replace(/\/src\/.*/, '')).sort();
  expect([...new Set(readers)]).toEqual(['apps/api', 'apps/launcher', 'libs/embedded', 'libs/platform']);
});
