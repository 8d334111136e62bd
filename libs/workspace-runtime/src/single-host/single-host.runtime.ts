import { type ObservedWorkspace, RuntimeError, type StartStep, type WorkspaceRuntime, type WorkspaceSpec } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { type CgroupHost, findCgroupHost } from './cgroup.limits.js';
import { removeDisplayFolder } from './display.socket.js';
import { HostIdStore } from './host-ids.store.js';
import { type HostProcess, hostProcess, stillRuns } from './host-process.js';
import { type RunState, RunStateStore } from './run-state.store.js';
import { type SingleHostOptions, type SingleHostSettings, singleHostSettings } from './single-host.options.js';
import { causeOfDeath } from './workspace.autopsy.js';
import { WorkspaceCgroup } from './workspace.cgroup.js';
import { WorkspaceStartup } from './workspace.startup.js';

/** Workspaces as bubblewrap sandboxes on this host. Needs root, and gives it up for everything that runs inside. */
export class SingleHostRuntime implements WorkspaceRuntime {
  private readonly settings: SingleHostSettings;
  private readonly states: RunStateStore;
  private readonly ids: HostIdStore;
  private readonly turns = new Map<string, Promise<unknown>>();
  private readonly starting = new Map<string, AbortController>();
  private readonly stopping = new Set<string>();
  private cgroupHost: CgroupHost | null = null;

  constructor(options: SingleHostOptions) {
    this.settings = singleHostSettings(options);
    this.states = new RunStateStore(this.settings.layout);
    this.ids = new HostIdStore(this.settings.layout.idsDir, this.settings.firstId);
  }

  async start(spec: WorkspaceSpec, onStep: (step: StartStep) => void): Promise<void> {
    await this.inTurn(spec.workspaceId, async () => {
      const before = await this.states.read(spec.workspaceId);
      if (typeof before === 'object') {
        if (before.phase === 'running' && sameSpec(before.spec, spec) && (await runs(before))) return;
        if (before.phase === 'starting' && (await startedElsewhere(before))) throw new RuntimeError('isolation-failed', 'another controller is starting this workspace');
      }
      if (before !== 'absent') await this.clean(spec.workspaceId);
      await this.startCleanly(spec, onStep);
    });
  }

  async stop(workspaceId: string): Promise<void> {
    this.starting.get(workspaceId)?.abort(new RuntimeError('desktop-exited', 'stopped while starting'));
    await this.inTurn(workspaceId, async () => {
      this.stopping.add(workspaceId);
      try {
        if ((await this.states.read(workspaceId)) !== 'absent') await this.clean(workspaceId);
      } finally {
        this.stopping.delete(workspaceId);
      }
    });
  }

  async observe(): Promise<readonly ObservedWorkspace[]> {
    const seen = await Promise.all((await this.states.workspaceIds()).map((workspaceId) => this.observeOne(workspaceId)));
    return seen.filter((one) => one !== null);
  }

  private async startCleanly(spec: WorkspaceSpec, onStep: (step: StartStep) => void): Promise<void> {
    const stop = new AbortController();
    this.starting.set(spec.workspaceId, stop);
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(this.settings.startTimeoutMs)]);
    try {
      const starter = await ourselves();
      await this.states.write({ format: 1, spec, phase: 'starting', starter, init: null }).catch(unavailable);
      const cgroup = await this.cgroup(spec.workspaceId).catch(notIsolated);
      const init = await new WorkspaceStartup(this.settings, this.ids, cgroup, spec, onStep, signal).run();
      await this.states.write({ format: 1, spec, phase: 'running', starter, init }).catch(unavailable);
    } catch (error) {
      // What cannot be cleaned now stays observable, and the first failure is the one to tell.
      await this.clean(spec.workspaceId).catch(() => undefined);
      throw error;
    } finally {
      this.starting.delete(spec.workspaceId);
    }
  }

  /** `null` while a start is under way: there is nothing to tell about it yet. */
  private async observeOne(workspaceId: string): Promise<ObservedWorkspace | null> {
    if (this.starting.has(workspaceId)) return null;
    const state = await this.states.read(workspaceId);
    if (state === 'absent') return null;
    // Its processes may be gone already, but it is not stopped before everything of it is.
    if (this.stopping.has(workspaceId)) return { workspaceId, phase: 'running' };
    if (state === 'unreadable') return { workspaceId, phase: 'failed', reason: 'isolation-failed', evidence: 'no readable state was left' };
    if (state.phase === 'starting' && (await startedElsewhere(state))) return null;
    if (state.phase === 'running' && (await runs(state))) return { workspaceId, phase: 'running' };
    return { workspaceId, phase: 'failed', ...(await causeOfDeath(state, this.settings.layout.run(workspaceId), await this.cgroup(workspaceId))) };
  }

  /** Ends and removes all of a workspace but its people's files. The state goes last: a cut leaves something to find. */
  private async clean(workspaceId: string): Promise<void> {
    await (await this.cgroup(workspaceId)).destroy();
    await removeDisplayFolder(this.settings, workspaceId);
    await this.states.remove(workspaceId);
  }

  private async cgroup(workspaceId: string): Promise<WorkspaceCgroup> {
    this.cgroupHost ??= await findCgroupHost();
    return new WorkspaceCgroup(this.cgroupHost, this.settings.cgroupName, workspaceId);
  }

  /** One change at a time for each workspace. */
  private async inTurn(workspaceId: string, work: () => Promise<void>): Promise<void> {
    const before = this.turns.get(workspaceId) ?? Promise.resolve();
    const turn = before.then(work);
    const settled = turn.catch(() => undefined);
    this.turns.set(workspaceId, settled);
    await turn.finally(() => { if (this.turns.get(workspaceId) === settled) this.turns.delete(workspaceId); });
  }
}

function sameSpec(one: WorkspaceSpec, other: WorkspaceSpec): boolean {
  const essence = ({ projectId, personId, datasets, limits }: WorkspaceSpec) => JSON.stringify([
    projectId, personId, datasets.map(({ slug, version }) => `${slug} ${version}`).toSorted(), limits.memoryMiB, limits.cpus, limits.pids,
  ]);
  return essence(one) === essence(other);
}

async function runs(state: RunState): Promise<boolean> {
  return state.init !== null && stillRuns(state.init);
}

async function startedElsewhere(state: RunState): Promise<boolean> {
  return state.starter.pid !== process.pid && stillRuns(state.starter);
}

async function ourselves(): Promise<HostProcess> {
  const self = await hostProcess(process.pid);
  if (!self) throw new RuntimeError('isolation-failed', '/proc does not show this process');
  return self;
}

function unavailable(error: Error): never { throw new RuntimeError('storage-unavailable', error.message); }
function notIsolated(error: Error): never { throw new RuntimeError('isolation-failed', error.message); }
