import { chown, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireHost, WorkspaceHarness } from '../../test/workspace.harness.js';
import { SingleHostDisplayConnector } from './display.socket.js';
import { singleHostSettings } from './single-host.options.js';
import { SingleHostRuntime } from './single-host.runtime.js';

const NOTHING = () => undefined;

describe('a start that does not succeed', () => {
  let harness: WorkspaceHarness;
  beforeEach(async () => { requireHost(); });
  afterEach(async () => { await harness.dispose(); }, 60_000);

  async function leftovers(): Promise<number> {
    const runs = await readdir(join(harness.options.rootDir, 'run')).catch(() => []);
    const groups = await Promise.all((await harness.cgroupFolders()).map((folder) => readdir(folder, { withFileTypes: true }).catch(() => [])));
    return runs.length + groups.flat().filter((entry) => entry.isDirectory()).length;
  }

  it('ends in time and leaves nothing', async () => {
    harness = await WorkspaceHarness.create({ startTimeoutMs: 150 });
    await expect(harness.runtime.start(harness.spec('w1'), NOTHING)).rejects.toMatchObject({ reason: 'start-timeout' });
    expect(await leftovers()).toBe(0);
  }, 60_000);

  it('says so when a dataset is missing', async () => {
    harness = await WorkspaceHarness.create();
    await expect(harness.runtime.start(harness.spec('w1', { datasets: [{ slug: 'stroke', version: 'v9' }] }), NOTHING)).rejects.toMatchObject({ reason: 'dataset-missing' });
    expect(await leftovers()).toBe(0);
  });

  it('is refused when limits cannot be set', async () => {
    harness = await WorkspaceHarness.create();
    await expect(harness.runtime.start(harness.spec('w1', { limits: { memoryMiB: 512, cpus: 1, pids: -5 } }), NOTHING)).rejects.toMatchObject({ reason: 'isolation-failed' });
    expect(await leftovers()).toBe(0);
  });

  it('is given up when it is stopped meanwhile', async () => {
    harness = await WorkspaceHarness.create();
    const stopped: Promise<void>[] = [];
    const started = harness.runtime.start(harness.spec('w1'), (step) => { if (step === 'starting-display') stopped.push(harness.runtime.stop('w1')); });
    await expect(started).rejects.toMatchObject({ evidence: 'stopped while starting' });
    await Promise.all(stopped);
    expect(await leftovers()).toBe(0);
  }, 60_000);

  it('is seen as failed after its controller died, and is repaired by the next start', async () => {
    harness = await WorkspaceHarness.create();
    const spec = harness.spec('w1');
    await harness.runtime.start(spec, NOTHING);
    const file = harness.run(spec, 'state.json');
    const state = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...state, phase: 'starting', init: null, starter: { ...state.starter, startTicks: '1' } }));
    const next = new SingleHostRuntime(harness.options);
    expect(await next.observe()).toMatchObject([{ workspaceId: 'w1', phase: 'failed' }]);
    await next.start(spec, NOTHING);
    expect(await next.observe()).toEqual([{ workspaceId: 'w1', phase: 'running' }]);
    await writeFile(file, '{"half');
    expect(await next.observe()).toMatchObject([{ workspaceId: 'w1', phase: 'failed' }]);
    await next.stop('w1');
    expect(await leftovers()).toBe(0);
  }, 60_000);

  it('gives the gateway no display that root did not hand over', async () => {
    harness = await WorkspaceHarness.create();
    const victim = harness.spec('victim', { projectId: 'p2' });
    await harness.runtime.start(victim, NOTHING);
    const { layout } = singleHostSettings(harness.options);
    const planted = layout.displayDir('attacker');
    await mkdir(planted, { mode: 0o700 });
    await symlink(join(layout.displayDir('victim'), 'rfb'), join(planted, 'rfb'));
    const connector = new SingleHostDisplayConnector(harness.options);
    await expect(connector.connect('attacker')).rejects.toThrow('no display');
    await chown(planted, 200_123, 0);
    await expect(connector.connect('attacker')).rejects.toThrow('no display');
    (await connector.connect('victim')).destroy();
    await rm(planted, { recursive: true });
  }, 60_000);
});
