import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkspaceSpec } from '@suimon/use-cases/workspaces/workspace-runtime.port';

export type Limits = WorkspaceSpec['limits'];

/** Where the host keeps the three controllers we need; in version 2 all three are one tree. */
export interface CgroupHost { readonly version: 1 | 2; readonly memory: string; readonly cpu: string; readonly pids: string }

/** A value to write. An `optional` file may be missing on this kernel. */
export interface CgroupWrite { readonly file: string; readonly value: string; readonly optional?: boolean }

const CPU_PERIOD_US = 100_000;
const CONTROLLERS = ['memory', 'cpu', 'pids'] as const;

/** Finds the controllers; throws if one is missing, because a workspace without limits must not start. */
export async function findCgroupHost(mountsFile = '/proc/mounts'): Promise<CgroupHost> {
  const mounts = (await readFile(mountsFile, 'utf8')).split('\n').map((line) => line.split(' '));
  const unified = mounts.find(([, , type]) => type === 'cgroup2')?.[1];
  if (unified) {
    const offered = (await readFile(join(unified, 'cgroup.controllers'), 'utf8')).trim().split(' ');
    if (CONTROLLERS.every((name) => offered.includes(name))) return { version: 2, memory: unified, cpu: unified, pids: unified };
  }
  const [memory, cpu, pids] = CONTROLLERS.map((name) => mounts.find(([, , type, flags]) => type === 'cgroup' && flags?.split(',').includes(name))?.[1]);
  if (!memory || !cpu || !pids) throw new Error('this host offers no cgroup controllers for memory, cpu and pids');
  return { version: 1, memory, cpu, pids };
}

/** The folders of one workspace, without repeats. */
export function cgroupFolders(host: CgroupHost, group: string, workspaceId: string): string[] {
  return [...new Set(CONTROLLERS.map((name) => join(host[name], group, workspaceId)))];
}

/** What makes the controllers available below our group (version 2 only). */
export function delegation(host: CgroupHost, group: string): CgroupWrite[] {
  if (host.version === 1) return [];
  const value = CONTROLLERS.map((name) => `+${name}`).join(' ');
  return [host.memory, join(host.memory, group)].map((folder) => ({ file: join(folder, 'cgroup.subtree_control'), value }));
}

/** The limits as writes, in an order the kernel accepts (memory before memory with swap). */
export function limitWrites(host: CgroupHost, group: string, workspaceId: string, limits: Limits): CgroupWrite[] {
  const at = (controller: (typeof CONTROLLERS)[number], file: string) => join(host[controller], group, workspaceId, file);
  const bytes = String(limits.memoryMiB * 1024 * 1024);
  const quota = Math.max(1000, Math.round(limits.cpus * CPU_PERIOD_US));
  const pids = { file: at('pids', 'pids.max'), value: String(limits.pids) };
  if (host.version === 2) {
    return [
      { file: at('memory', 'memory.max'), value: bytes },
      { file: at('memory', 'memory.swap.max'), value: '0', optional: true },
      { file: at('cpu', 'cpu.max'), value: `${quota} ${CPU_PERIOD_US}` }, pids,
    ];
  }
  return [
    { file: at('memory', 'memory.limit_in_bytes'), value: bytes },
    { file: at('memory', 'memory.memsw.limit_in_bytes'), value: bytes, optional: true },
    { file: at('memory', 'memory.swappiness'), value: '0', optional: true },
    { file: at('cpu', 'cpu.cfs_period_us'), value: String(CPU_PERIOD_US) },
    { file: at('cpu', 'cpu.cfs_quota_us'), value: String(quota) }, pids,
  ];
}
