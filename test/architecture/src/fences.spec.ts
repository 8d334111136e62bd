import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Bench } from './bench.js';
import { ROOT, runTool } from './repository.js';

/** For each fence, files that must not pass it: `[fence, file, text]`. */
const BAD: readonly (readonly [string, string, string])[] = [
  ['domain-only', 'libs/domain/src/airlock/reads-a-file.ts', "import { readFileSync } from 'node:fs'; export const text = readFileSync;"],
  ['domain-only', 'libs/domain/src/airlock/parses.ts', "import { z } from 'zod'; export const shape = z;"],
  ['domain-only', 'libs/domain/src/airlock/looks-up.ts', "export * from '@suimon/contracts';"],
  ['domain-only', 'libs/domain/src/airlock/names-a-port.ts', "import type { here } from '@suimon/use-cases'; export type Here = typeof here;"],
  ['contracts-only', 'libs/contracts/src/asks-the-database.ts', "import pg from 'pg'; export const client = pg;"],
  ['contracts-only', 'libs/contracts/src/runs-on-node.ts', "import { join } from 'node:path'; export const path = join;"],
  ['use-cases-only', 'libs/use-cases/src/knows-postgres.ts', "export * from '@suimon/persistence';"],
  ['use-cases-only', 'libs/use-cases/src/knows-nest.ts', "import { Injectable } from '@nestjs/common'; export const mark = Injectable;"],
  ['use-cases-types-of-node', 'libs/use-cases/src/opens-a-stream.ts', "import { Readable } from 'node:stream'; export const stream = new Readable();"],
  ['persistence-only', 'libs/persistence/src/stores-bytes.ts', "export * from '@suimon/storage';"],
  ['persistence-only', 'libs/persistence/src/speaks-s3.ts', "import { Client } from 'minio'; export const client = Client;"],
  ['storage-only', 'libs/storage/src/asks-the-database.ts', "export * from '@suimon/persistence';"],
  ['storage-only', 'libs/storage/src/starts-workspaces.ts', "export * from '@suimon/workspace-runtime';"],
  ['workspace-runtime-only', 'libs/workspace-runtime/src/stores-bytes.ts', "export * from '@suimon/storage';"],
  ['workspace-runtime-only', 'libs/workspace-runtime/src/asks-the-database.ts', "import pg from 'pg'; export const client = pg;"],
  ['platform-only', 'libs/platform/src/starts-workspaces.ts', "export * from '@suimon/workspace-runtime';"],
  ['platform-only', 'libs/platform/src/speaks-s3.ts', "import { Client } from 'minio'; export const client = Client;"],
  ['embedded-only', 'libs/embedded/src/knows-the-product.ts', "export * from '@suimon/domain';"],
  ['launcher-only', 'apps/launcher/src/runs-the-api-itself.ts', "export * from '@suimon/api/index';"],
  ['api-only', 'apps/api/src/scans.ts', "export * from '@suimon/airlock-worker';"],
  ['api-only', 'apps/api/src/draws.ts', "export * from '../../portal/src/index.js';"],
  ['airlock-worker-only', 'apps/airlock-worker/src/controls-workspaces.ts', "export * from '../../api/src/workspaces/workspace-controller.js';"],
  ['airlock-worker-only', 'apps/airlock-worker/src/opens-displays.ts', "export * from '@suimon/api/gateway/desktop-gateway';"],
  ['portal-only', 'apps/portal/src/decides.ts', "export * from '@suimon/domain';"],
  ['portal-only', 'apps/portal/src/runs-commands.ts', "export * from '@suimon/use-cases';"],
  ['portal-only', 'apps/portal/src/runs-on-node.ts', "import { join } from 'node:path'; export const path = join;"],
  ['portal-only', 'apps/portal/src/knows-nest.ts', "import { Module } from '@nestjs/common'; export const mark = Module;"],
  ['testing-reserved', 'apps/api/src/uses-a-harness.ts', "export * from '@suimon/testing';"],
  ['embedded-reserved', 'apps/airlock-worker/src/starts-services.ts', "export * from '@suimon/embedded';"],
  ['api-reserved', 'libs/platform/src/borrows-from-the-api.ts', "export * from '../../../apps/api/src/index.js';"],
  ['airlock-worker-reserved', 'libs/platform/src/borrows-from-the-worker.ts', "export * from '@suimon/airlock-worker';"],
  ['launcher-reserved', 'apps/api/src/supervises.ts', "export * from '@suimon/launcher';"],
  ['portal-reserved', 'libs/platform/src/borrows-from-the-portal.ts', "export * from '../../../apps/portal/src/index.js';"],
  ['no-spec-in-the-product', 'libs/storage/src/ships-a-test.ts', "export * from './helped.spec.js';"],
  ['no-spec-in-the-product', 'libs/use-cases/src/ships-a-factory.ts', "export * from '../../domain/src/testing/factory.js';"],
  ['no-cycles', 'libs/storage/src/egg.ts', "import { hen } from './hen.js'; export const egg = (): unknown => hen;"],
  ['nothing-unresolved', 'libs/storage/src/lost.ts', "export * from './nowhere.js';"],
  ['api-starts-nothing', 'apps/api/src/main.ts', "export * from './by-detour.js';"],
  ['gateway-has-no-store', 'apps/api/src/main.gateway.ts', "export * from './by-the-store.js';"],
  ['controller-has-no-store', 'apps/api/src/main.workspaces.ts', "export * from './by-the-store.js';"],
  ['worker-serves-nobody', 'apps/airlock-worker/src/main.ts', "export * from './listens.js';"],
];
/** What the bad files above lead to, and what must pass. */
const GOOD: readonly (readonly [string, string])[] = [
  ['libs/storage/src/hen.ts', "import { egg } from './egg.js'; export const hen = (): unknown => egg;"],
  ['libs/storage/src/kinds.ts', "import type { Shape } from './shapes.js'; export type Kind = Shape; export const one = 1;"],
  ['libs/storage/src/shapes.ts', "import { one } from './kinds.js'; export type Shape = 1; export const two = one + one;"],
  ['libs/storage/src/helped.spec.ts', "export * from '@suimon/testing'; export * from '@suimon/embedded';"],
  ['libs/domain/src/testing/factory.ts', 'export const factory = 1;'],
  ['apps/api/src/workspaces/workspace-controller.ts', "export * from '@suimon/workspace-runtime';"],
  ['apps/api/src/gateway/desktop-gateway.ts', "export * from '@suimon/persistence';"],
  ['apps/api/src/by-detour.ts', "export * from './workspaces/workspace-controller.js';"],
  ['apps/api/src/by-the-store.ts', "export * from '@suimon/storage';"],
  ['apps/airlock-worker/src/listens.ts', "import express from 'express'; export const server = express;"],
  ['libs/use-cases/src/names-a-stream.ts', "import type { Readable } from 'node:stream'; export type Bytes = Readable;"],
  ['libs/contracts/src/shape.ts', "import { z } from 'zod'; export * from '@suimon/domain'; export const shape = z;"],
  ['libs/persistence/src/table.ts', "import { DataSource } from 'typeorm'; export * from '@suimon/use-cases'; export const source = DataSource;"],
  ['apps/portal/src/page.tsx', "import { useState } from 'react'; export * from '@suimon/contracts'; export const use = useState;"],
];
describe('the fences between layers', () => {
  const bench = new Bench();
  let broken: ReadonlyMap<string, readonly string[]> = new Map();
  beforeAll(() => {
    bench.put('libs/storage/src/client.ts', "export * from 'minio';");
    for (const [, file, text] of BAD) bench.put(file, text);
    for (const [file, text] of GOOD) bench.put(file, text);
    broken = bench.cruise();
  });
  afterAll(() => bench.remove());

  test.each(BAD)('%s refuses %s', (fence, file) => { expect(broken.get(file) ?? []).toContain(fence); });
  test.each(GOOD)('%s passes', (file) => { expect(broken.get(file) ?? []).toEqual([]); });
  test('every fence has a file that it refuses', () => {
    const { forbidden } = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as { forbidden: readonly { name: string; severity: string }[] };
    expect([...new Set(BAD.map(([fence]) => fence))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
    expect(forbidden.filter(({ severity }) => severity !== 'error')).toEqual([]);
  });
});

describe('the tree as it is', () => {
  test('breaks no fence', () => {
    const { code, stdout } = runTool('dependency-cruiser/bin/dependency-cruiser.mjs', ['-c', '.dependency-cruiser.cjs', 'apps', 'libs', '--output-type', 'err'], ROOT);
    expect({ code, stdout: code === 0 ? '' : stdout }).toEqual({ code: 0, stdout: '' });
  });
});
