import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import type { WorkspaceSpec } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { writeDurably } from './durable-file.js';
import type { HostProcess } from './host-process.js';
import { isFolderId, type StorageLayout } from './storage.layout.js';

/** What the controller writes down about a workspace, so that the next controller can take over. */
export interface RunState {
  readonly format: 1;
  readonly spec: WorkspaceSpec;
  /** `starting` until the desktop stands; a starting workspace whose starter is gone has failed. */
  readonly phase: 'starting' | 'running';
  readonly starter: HostProcess;
  /** First process of the workspace's pid namespace: when it ends, all end. */
  readonly init: HostProcess | null;
}

/** Reads and writes `run/<workspaceId>/`. A workspace with a folder here is ours to observe and to clean up. */
export class RunStateStore {
  constructor(private readonly layout: StorageLayout) {}

  async workspaceIds(): Promise<string[]> {
    const names = await readdir(this.layout.runsDir).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return names.filter(isFolderId);
  }

  /** `unreadable` if a crash left a folder without a whole state file. */
  async read(workspaceId: string): Promise<RunState | 'absent' | 'unreadable'> {
    const run = this.layout.run(workspaceId);
    const text = await readFile(run.state, 'utf8').catch(() => null);
    if (text === null) return (await this.workspaceIds()).includes(workspaceId) ? 'unreadable' : 'absent';
    try {
      const state: unknown = JSON.parse(text);
      return isRunState(state) ? state : 'unreadable';
    } catch {
      return 'unreadable';
    }
  }

  async write(state: RunState): Promise<void> {
    const run = this.layout.run(state.spec.workspaceId);
    await mkdir(run.base, { recursive: true, mode: 0o700 });
    await writeDurably(run.state, JSON.stringify(state));
  }

  /** Forgets the workspace. The state file goes last, so that a crash on the way leaves something to find. */
  async remove(workspaceId: string): Promise<void> {
    const run = this.layout.run(workspaceId);
    const names = await readdir(run.base).catch(() => []);
    for (const name of names.filter((one) => one !== 'state.json')) await rm(`${run.base}/${name}`, { recursive: true, force: true });
    await rm(run.base, { recursive: true, force: true });
  }
}

function isRunState(value: unknown): value is RunState {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 1 && 'spec' in value && 'phase' in value && 'starter' in value && 'init' in value;
}
