import { describe, expect, test } from '@jest/globals';
import { JOB_NAMES, SYSTEM_ACTORS } from '@suimon/domain';
import { read, sources } from './repository.js';

const PLACE = 'apps/airlock-worker/src/jobs/';

describe('jobs', () => {
  const handlers = sources(/^apps\/airlock-worker\/src\/jobs\/.*\.job\.ts$/);
  test('have a handler file each, and there is no other', () => {
    expect(handlers.map(({ path }) => path.slice(PLACE.length, -'.job.ts'.length)).sort()).toEqual([...JOB_NAMES].sort());
  });
  test('are dispatched by name in the runner', () => {
    const runner = read('libs/platform/src/jobs/job.runner.ts');
    expect(JOB_NAMES.filter((name) => !runner.includes(`case '${name}':`))).toEqual([]);
  });
  test('are named verb-noun', () => { expect(JOB_NAMES.filter((name) => !/^[a-z]+-[a-z]+$/.test(name))).toEqual([]); });
});

describe('system actors', () => {
  const domain = sources(/^libs\/domain\/src\/(?!testing\/|.*\.spec\.ts)/).map(({ text }) => text).join('\n');
  /** Makes accounts and catalogue entries of the demo; no workflow gives it a command. */
  const WITHOUT_COMMAND = ['registrar'];
  test.each(SYSTEM_ACTORS.filter((id) => !WITHOUT_COMMAND.includes(id)))('%s stands in a `by` column', (id) => {
    expect(new RegExp(`by: \\[[^\\]]*\\b${id}\\b`).test(domain)).toBe(true);
  });
  test('act under no other name', () => {
    const known = new Set<string>(SYSTEM_ACTORS);
    const used = sources(/^(apps|libs)\/.*\.ts$/).flatMap(({ path, text }) => [...text.matchAll(/kind: 'system'(?: as const)?, id: '([^']+)'/g)].map(([, id = '']) => ({ path, id })));
    expect(used.filter(({ id }) => !known.has(id))).toEqual([]);
  });
});
