import { access, mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CgroupHost, cgroupFolders, type CgroupWrite, delegation, type Limits, limitWrites } from './cgroup.limits.js';

const EMPTYING_MS = 15_000;

/** The cgroup of one workspace: its limits, and the one sure way to find and end all its processes. */
export class WorkspaceCgroup {
  private readonly folders: readonly string[];

  constructor(private readonly host: CgroupHost, private readonly group: string, private readonly workspaceId: string) {
    this.folders = cgroupFolders(host, group, workspaceId);
  }

  /** Files a process writes its pid to in order to join. */
  get entrances(): string[] { return this.folders.map((folder) => join(folder, 'cgroup.procs')); }

  /** Makes the group with its limits; throws if any limit cannot be set. */
  async create(limits: Limits): Promise<void> {
    for (const folder of this.folders) await mkdir(join(folder, '..'), { recursive: true });
    for (const write of delegation(this.host, this.group)) await apply(write);
    for (const folder of this.folders) await mkdir(folder, { recursive: true });
    for (const write of limitWrites(this.host, this.group, this.workspaceId, limits)) await apply(write);
  }

  /** Every process inside, by host pid. */
  async processes(): Promise<number[]> {
    const lists = await Promise.all(this.entrances.map((file) => readFile(file, 'utf8').catch(() => '')));
    // A process of a foreign pid namespace reads as 0, and signalling 0 would hit ourselves.
    return [...new Set(lists.flatMap((list) => list.split('\n').map(Number)))].filter((pid) => pid > 1);
  }

  /** How often the kernel ended a process because the memory limit was reached. */
  async outOfMemoryKills(): Promise<number> {
    const file = this.host.version === 2 ? 'memory.events' : 'memory.oom_control';
    const text = await readFile(join(this.host.memory, this.group, this.workspaceId, file), 'utf8').catch(() => '');
    return Number(/^oom_kill (\d+)$/m.exec(text)?.[1] ?? 0);
  }

  /** Kills until nobody is left and removes the folders; throws if that does not succeed in time. */
  async destroy(): Promise<void> {
    const giveUpAt = Date.now() + EMPTYING_MS;
    // No forks from here on, so that killing is not a race against a fork bomb.
    await this.tryWrite(join(this.host.pids, this.group, this.workspaceId, 'pids.max'), '0');
    for (;;) {
      if (this.host.version === 2) await this.tryWrite(join(this.host.memory, this.group, this.workspaceId, 'cgroup.kill'), '1');
      for (const pid of await this.processes()) endProcess(pid);
      const left = await Promise.all(this.folders.map(removed));
      if (left.every(Boolean)) return;
      if (Date.now() > giveUpAt) throw new Error(`cgroup of ${this.workspaceId} does not become empty`);
      await sleep(20);
    }
  }

  private async tryWrite(file: string, value: string): Promise<void> {
    await writeFile(file, value, { flag: 'r+' }).catch(() => undefined);
  }
}

async function apply(write: CgroupWrite): Promise<void> {
  if (write.optional && !(await access(write.file).then(() => true, () => false))) return;
  // r+ never creates: on a plain folder that only looks like a cgroup the write must fail, not leave a harmless file.
  await writeFile(write.file, write.value, { flag: 'r+' });
}

async function removed(folder: string): Promise<boolean> {
  return rmdir(folder).then(() => true, (error: NodeJS.ErrnoException) => error.code === 'ENOENT');
}

function endProcess(pid: number): void {
  try { process.kill(pid, 'SIGKILL'); } catch { /* it ended by itself */ }
}
