import { createHash } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { requireHost, WorkspaceHarness } from '../../test/workspace.harness.js';
import { SingleHostImports } from '../imports/single-host.imports.js';
import { SingleHostOutbox } from '../outbox/single-host.outbox.js';

const AIRLOCK = { uid: 65_510, gid: 65_511 };
const released = (path: string, text: string) => ({ path, sha256: createHash('sha256').update(text).digest('hex'), open: async () => Readable.from([Buffer.from(text)]) });

/** Acts with the rights of the airlock worker's account and of nobody else. */
async function asAirlockWorker<T>(work: () => Promise<T>, gid = AIRLOCK.gid): Promise<T> {
  const groups = process.getgroups?.() ?? [];
  process.setgroups?.([]);
  process.setegid?.(gid);
  process.seteuid?.(AIRLOCK.uid);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
    process.setgroups?.(groups);
  }
}

/** A file moved in with closed rights is opened by the session, within seconds. */
async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 40; ; left -= 1) {
    try { return await work(); } catch (error) { if (left === 0) throw error; }
    await new Promise((resolve) => { setTimeout(resolve, 250); });
  }
}

describe('the folders of the airlock', () => {
  let harness: WorkspaceHarness;
  beforeEach(async () => { requireHost(); });
  afterEach(async () => { await harness.dispose(); }, 60_000);

  it('show an import inside, where it is neither written to nor run', async () => {
    harness = await WorkspaceHarness.create();
    const spec = harness.spec('w1');
    const said = harness.startWithScript(spec, 'until [ -e /imports/t1/run.sh ]; do sleep 0.05; done; cat /imports/t1/run.sh; /imports/t1/run.sh; rm -rf /imports/t1; touch /imports/x; ls -A /imports');
    await new SingleHostImports(harness.options).deliver('p1', 't1', [released('run.sh', '#!/bin/sh\necho ran\n')]);
    const lines = (await said).trim().split('\n');
    expect(lines.slice(0, 2)).toEqual(['#!/bin/sh', 'echo ran']);
    expect(lines).not.toContain('ran');
    expect(lines.at(-1)).toBe('t1');
    expect(lines.filter((line) => line.includes('Read-only file system'))).toHaveLength(2);
  }, 60_000);

  it('let a worker that is not root read outboxes and deliver imports, if it is in the group', async () => {
    harness = await WorkspaceHarness.create({ airlockGid: AIRLOCK.gid });
    await chmod(harness.base, 0o711);
    const spec = harness.spec('w1');
    await harness.startWithScript(spec, 'mkdir /outbox/d; echo result > /outbox/d/f; echo moved > ~/m; chmod 600 ~/m; mv ~/m /outbox/m');
    const reader = new SingleHostOutbox(harness.options);
    await asAirlockWorker(async () => {
      expect(await reader.outboxes()).toEqual([{ projectId: 'p1', personId: 'a1' }]);
      expect((await reader.list('p1', 'a1')).files.map(({ path }) => path).toSorted()).toEqual(['d/f', 'm']);
      expect(String(await (await reader.open('p1', 'a1', 'd/f')).stream.toArray())).toBe('result\n');
      const imports = new SingleHostImports(harness.options);
      await imports.deliver('p1', 't1', [released('a.csv', 'a'), released('d/b.csv', 'b')]);
      await imports.deliver('p1', 't1', [released('a.csv', 'a'), released('d/b.csv', 'b')]);
      await imports.deliver('p1', 't2', [released('a.csv', 'a')]);
      await imports.remove('p1', 't2');
    });
    expect(await eventually(() => asAirlockWorker(async () => String(await (await reader.open('p1', 'a1', 'm')).stream.toArray())))).toBe('moved\n');
    await harness.runtime.stop('w1');
    expect(await harness.startWithScript(spec, 'cat /imports/t1/a.csv /imports/t1/d/b.csv; ls /imports')).toBe('abt1\n');
  }, 60_000);

  it('name a file that is closed to the airlock, instead of failing', async () => {
    harness = await WorkspaceHarness.create({ airlockGid: AIRLOCK.gid });
    await chmod(harness.base, 0o711);
    await harness.startWithScript(harness.spec('w1'), 'echo closed > /outbox/c');
    await harness.runtime.stop('w1');
    await chmod(`${harness.base}/root/people/p1/a1/outbox/c`, 0o600);
    await asAirlockWorker(async () => { await expect(new SingleHostOutbox(harness.options).open('p1', 'a1', 'c')).rejects.toMatchObject({ reason: 'not-readable' }); });
  }, 60_000);

  it('are closed to everybody else of the host', async () => {
    harness = await WorkspaceHarness.create({ airlockGid: AIRLOCK.gid });
    await chmod(harness.base, 0o711);
    await harness.startWithScript(harness.spec('w1'), 'echo result > /outbox/f');
    await asAirlockWorker(async () => {
      await expect(new SingleHostOutbox(harness.options).list('p1', 'a1')).rejects.toMatchObject({ code: 'EACCES' });
      await expect(new SingleHostImports(harness.options).deliver('p1', 't1', [released('a', 'a')])).rejects.toMatchObject({ code: 'EACCES' });
    }, 65_512);
  }, 60_000);
});
