import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cgroupFolders, delegation, findCgroupHost, limitWrites } from './cgroup.limits.js';

const limits = { memoryMiB: 512, cpus: 1.5, pids: 100 };
const one = { version: 1, memory: '/c/memory', cpu: '/c/cpu,cpuacct', pids: '/c/pids' } as const;
const two = { version: 2, memory: '/c', cpu: '/c', pids: '/c' } as const;

async function host(mounts: (dir: string) => string, controllers?: string) {
  const dir = await mkdtemp(join(tmpdir(), 'suimon-cgroup-'));
  await writeFile(join(dir, 'mounts'), mounts(dir));
  if (controllers !== undefined) await writeFile(join(dir, 'cgroup.controllers'), controllers);
  const found = findCgroupHost(join(dir, 'mounts')).finally(() => rm(dir, { recursive: true }));
  return { dir, found };
}

describe('cgroup limits', () => {
  it('are written to three trees in version 1, memory before memory with swap', () => {
    expect(limitWrites(one, 'suimon', 'w', limits).map(({ file, value }) => `${file}=${value}`)).toEqual([
      '/c/memory/suimon/w/memory.limit_in_bytes=536870912', '/c/memory/suimon/w/memory.memsw.limit_in_bytes=536870912', '/c/memory/suimon/w/memory.swappiness=0',
      '/c/cpu,cpuacct/suimon/w/cpu.cfs_period_us=100000', '/c/cpu,cpuacct/suimon/w/cpu.cfs_quota_us=150000', '/c/pids/suimon/w/pids.max=100',
    ]);
    expect(cgroupFolders(one, 'suimon', 'w')).toHaveLength(3);
    expect(delegation(one, 'suimon')).toEqual([]);
  });
  it('are written to one tree in version 2, with its controllers delegated', () => {
    expect(limitWrites(two, 'suimon', 'w', limits).map(({ file, value }) => `${file}=${value}`)).toEqual([
      '/c/suimon/w/memory.max=536870912', '/c/suimon/w/memory.swap.max=0', '/c/suimon/w/cpu.max=150000 100000', '/c/suimon/w/pids.max=100',
    ]);
    expect(cgroupFolders(two, 'suimon', 'w')).toEqual(['/c/suimon/w']);
    expect(delegation(two, 'suimon').map(({ file }) => file)).toEqual(['/c/cgroup.subtree_control', '/c/suimon/cgroup.subtree_control']);
  });
  it('never lack a required file in silence', () => {
    const required = (host: typeof one | typeof two) => limitWrites(host, 'suimon', 'w', limits).filter((write) => !write.optional).map(({ file }) => file.split('/').at(-1));
    expect(required(one)).toEqual(['memory.limit_in_bytes', 'cpu.cfs_period_us', 'cpu.cfs_quota_us', 'pids.max']);
    expect(required(two)).toEqual(['memory.max', 'cpu.max', 'pids.max']);
  });
});

describe('finding the cgroups of a host', () => {
  it('takes version 2 if it has all controllers', async () => {
    const { dir, found } = await host((at) => `cgroup2 ${at} cgroup2 rw 0 0\n`, 'cpuset cpu io memory pids\n');
    await expect(found).resolves.toEqual({ version: 2, memory: dir, cpu: dir, pids: dir });
  });
  it('takes version 1 if the unified tree is there without controllers', async () => {
    const { found } = await host((at) => `cgroup2 ${at} cgroup2 rw 0 0\ncgroup /c/cpu cgroup rw,cpu,cpuacct 0 0\ncgroup /c/m cgroup rw,memory 0 0\ncgroup /c/p cgroup rw,pids 0 0\n`, '');
    await expect(found).resolves.toEqual({ version: 1, memory: '/c/m', cpu: '/c/cpu', pids: '/c/p' });
  });
  it('fails if a controller is missing', async () => {
    const { found } = await host(() => 'cgroup /c/cpu cgroup rw,cpu 0 0\ncgroup /c/p cgroup rw,pids 0 0\n');
    await expect(found).rejects.toThrow('no cgroup controllers');
  });
});
