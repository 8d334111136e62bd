import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkspaceSpec } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { eventually, requireHost, WorkspaceHarness } from '../../test/workspace.harness.js';
import { findCgroupHost } from './cgroup.limits.js';

const FORKS = 400;
/** Forks sleeping children until the kernel refuses, and says how many there were. */
const FORKER = `import os, time
made = 0
try:
  for _ in range(${FORKS}):
    if os.fork() == 0: time.sleep(100); os._exit(0)
    made += 1
except OSError: pass
print(made)
`;
/** Takes memory until something gives. */
const HOG = `import sys
kept = []
for _ in range(int(sys.argv[1])): kept.append(bytearray(b'x') * (1 << 20))
print('took it all')
`;

describe('the limits of a workspace', () => {
  let harness: WorkspaceHarness;
  beforeEach(async () => { requireHost(); harness = await WorkspaceHarness.create(); });
  afterEach(async () => { await harness.dispose(); }, 60_000);
  const limited = (limits: Partial<WorkspaceSpec['limits']>) => harness.spec('w1', { limits: { memoryMiB: 400, cpus: 1, pids: 150, ...limits } });
  const oneSeen = async () => (await harness.runtime.observe())[0];

  it('stop a program that forks without end, and control: more are allowed where the limit is higher', async () => {
    const script = 'python3 ~/forker.py; pkill -9 -f forker';
    const few = Number.parseInt(await harness.startWithScript(limited({ pids: 150 }), script, { 'forker.py': FORKER }), 10);
    expect(few).toBeGreaterThan(10);
    expect(few).toBeLessThan(150);
    await harness.runtime.stop('w1');
    const many = Number.parseInt(await harness.startWithScript(limited({ pids: FORKS + 200 }), script, { 'forker.py': FORKER }), 10);
    expect(many).toBe(FORKS);
  }, 90_000);

  it('let a fork bomb be stopped', async () => {
    const spec = limited({ pids: 200 });
    await harness.startWithScript(spec, 'bomb() { bomb | bomb & }; ( bomb ) 2>/dev/null &');
    await eventually(async () => (await harness.processes(spec)).length > 150);
    expect((await harness.processes(spec)).length).toBeLessThanOrEqual(200);
    await harness.runtime.stop('w1');
    expect(await harness.processes(spec)).toEqual([]);
  }, 60_000);

  it('end a program that takes too much memory, not the desktop; control: the same is allowed where there is room', async () => {
    const script = 'python3 ~/hog.py 500 || echo "killed $?"';
    expect(await harness.startWithScript(limited({ memoryMiB: 400 }), script, { 'hog.py': HOG })).toContain('killed 137');
    expect(await oneSeen()).toEqual({ workspaceId: 'w1', phase: 'running' });
    await harness.runtime.stop('w1');
    expect(await harness.startWithScript(limited({ memoryMiB: 900 }), script, { 'hog.py': HOG })).toContain('took it all');
  }, 90_000);

  it('are named when a workspace dies of them', async () => {
    // The researcher marks the session itself as first to go, fills the memory files, and takes the rest.
    const script = 'echo 1000 > /proc/1/oom_score_adj; echo 300 > /proc/$BASHPID/oom_score_adj; head -c 1G /dev/zero > /tmp/a; head -c 1G /dev/zero > /dev/shm/b; python3 ~/hog.py 500';
    await harness.startWithScript(limited({}), `( ${script} ) >/dev/null 2>&1 &`, { 'hog.py': HOG });
    await eventually(async () => (await oneSeen())?.phase === 'failed');
    expect(await oneSeen()).toMatchObject({ reason: 'out-of-memory', evidence: expect.stringContaining('400 MiB') });
  }, 60_000);

  it('are named when a desktop does not fit into them', async () => {
    await expect(harness.runtime.start(limited({ memoryMiB: 12 }), () => undefined)).rejects.toMatchObject({ reason: 'out-of-memory' });
  }, 90_000);

  it('fill neither the disk of the host through the log nor more than a part of memory through /tmp', async () => {
    const spec = limited({});
    const said = await harness.startWithScript(spec, 'head -c 1G /dev/zero > /tmp/a; stat -c %s /tmp/a; head -c 5M /dev/zero > /proc/1/fd/1; rm /tmp/a');
    expect(said).toContain('No space left');
    expect(Number(/^\d+$/m.exec(said)?.[0])).toBeLessThanOrEqual(200 * 1024 * 1024);
    expect((await readFile(harness.run(spec, 'log'))).length).toBeLessThanOrEqual(262_144);
  }, 60_000);

  it('are set on the host for memory, processor and processes', async () => {
    const spec = limited({ cpus: 0.5 });
    await harness.runtime.start(spec, () => undefined);
    const host = await findCgroupHost();
    const read = (root: string, file: string) => readFile(join(root, harness.options.cgroupName ?? '', 'w1', file), 'utf8').then((text) => text.trim());
    const cpu = host.version === 2 ? await read(host.cpu, 'cpu.max') : `${await read(host.cpu, 'cpu.cfs_quota_us')} ${await read(host.cpu, 'cpu.cfs_period_us')}`;
    expect(cpu).toBe('50000 100000');
    expect(await read(host.memory, host.version === 2 ? 'memory.max' : 'memory.limit_in_bytes')).toBe(String(400 * 1024 * 1024));
    expect(await read(host.pids, 'pids.max')).toBe('150');
  }, 60_000);
});
