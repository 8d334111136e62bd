import { describe, expect, test } from '@jest/globals';
import { isTest, sources } from './repository.js';

const product = sources(/^(apps|libs)\/.*\.tsx?$/).filter(({ path }) => !isTest(path));
const whereFound = (pattern: RegExp, among = product): readonly string[] => among.filter(({ text }) => pattern.test(text)).map(({ path }) => path).sort();

describe('who writes what', () => {
  test('states, audit events and jobs are saved by the command runner, and by the seed for a new account', () => {
    expect(whereFound(/\btx\.save\(/)).toEqual(['apps/api/src/main.seed.ts', 'libs/use-cases/src/command-runner.ts']);
  });
  test('rows of workflows are written in one place', () => { expect(whereFound(/(INSERT INTO|UPDATE) \$\{kind\}|(INSERT INTO|UPDATE|DELETE FROM) (application|project|workspace|transfer|standing)\b/)).toEqual(['libs/persistence/src/record-store.ts']); });
  test('audit events are appended in one place and never changed', () => {
    expect(whereFound(/INSERT INTO audit_event\b/)).toEqual(['libs/persistence/src/audit/audit-log.ts']);
    expect(whereFound(/(UPDATE|DELETE FROM|TRUNCATE) audit_event\b/)).toEqual([]);
  });
  test('the outbox of jobs is written in one place', () => { expect(whereFound(/(INSERT INTO|UPDATE|DELETE FROM) outbox\b/)).toEqual(['libs/persistence/src/outbox/outbox.ts']); });
  test('only the domain decides: `decide` is called by the command runner', () => {
    expect(whereFound(/import \{[^}]*\bdecide\b[^}]*\} from '@suimon\/domain'/)).toEqual(['libs/use-cases/src/command-runner.ts']);
  });
  test('the schema is never synchronised', () => { expect(whereFound(/synchronize: true/)).toEqual([]); });
});

describe('who moves bytes', () => {
  const api = product.filter(({ path }) => path.startsWith('apps/api/'));
  test('the API writes and removes in staging alone', () => {
    const writes = api.flatMap(({ path, text }) => [...text.matchAll(/[vV]ault\.(?:put|remove|removeAll)\(([^,)]*)/g)].map(([, zone = '']) => ({ path, zone: zone.trim() })));
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.filter(({ zone }) => zone !== "'staging'")).toEqual([]);
  });
  test('workspaces are made by the workspace controller alone, and displays opened by the gateway alone', () => {
    const users = (name: RegExp): readonly string[] => whereFound(name, product.filter(({ path }) => !path.startsWith('libs/workspace-runtime/')));
    expect(users(/\bnew SingleHostRuntime\(/)).toEqual(['apps/api/src/main.workspaces.ts']);
    expect(users(/\bnew SingleHostDisplayConnector\(/)).toEqual(['apps/api/src/main.gateway.ts']);
    expect(users(/\bnew SingleHost(Outbox|Imports)\(/).filter((path) => !path.startsWith('apps/airlock-worker/'))).toEqual([]);
  });
});
