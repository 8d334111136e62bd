import { Denial, entitledToProject } from '@suimon/domain';
import type { Workspace, WorkspaceInputs } from '@suimon/domain';
import type { RecordQueries } from '@suimon/persistence';
import type { ChangeFeed, Logger } from '@suimon/platform';
import { loadEntitlement, RuntimeError } from '@suimon/use-cases';
import type { Clock, CommandCall, ObservedWorkspace, PolicySource, UnitOfWork, WorkspaceCommands, WorkspaceRuntime, WorkspaceSpec } from '@suimon/use-cases';
import { projectDataset } from './dataset-projection.js';

export interface ControllerParts {
  readonly commands: WorkspaceCommands; readonly runtime: WorkspaceRuntime; readonly records: RecordQueries; readonly unitOfWork: UnitOfWork; readonly policy: PolicySource;
  readonly clock: Clock; readonly feed: ChangeFeed; readonly logger: Logger; readonly datasetsDir: string;
}
const RELIST_MS = 2000;
const CALL: CommandCall = { actor: { kind: 'system', id: 'controller' }, origin: { requestId: 'workspace-controller', ip: null, sessionRef: null } };

/**
 * Makes what runs equal to what is wanted. Level-triggered: each pass reads all wanted and all observed workspaces, and a
 * change notice only brings the next pass forward. Nothing is remembered between passes but what is being worked on.
 */
export class WorkspaceController {
  private readonly busy = new Map<string, Promise<void>>();
  private wake: () => void = () => undefined;
  private stopped = false;

  constructor(private readonly parts: ControllerParts) {}

  async run(): Promise<void> {
    const unsubscribe = this.parts.feed.onChange((change) => { if (['workspace', 'project', 'standing', 'dataset', 'all'].includes(change.kind)) this.wake(); });
    while (!this.stopped) {
      await this.pass().catch((error: unknown) => this.parts.logger.error({ error: message(error) }, 'pass failed'));
      await new Promise<void>((resolve) => { const timer = setTimeout(resolve, RELIST_MS); this.wake = () => { clearTimeout(timer); resolve(); }; });
    }
    unsubscribe();
    await Promise.allSettled(this.busy.values());
  }
  stop(): void { this.stopped = true; this.wake(); }

  async pass(): Promise<void> {
    const observed = new Map((await this.parts.runtime.observe()).map((entry) => [entry.workspaceId, entry]));
    const wanted = await this.parts.records.statesIn('workspace', ['starting', 'ready', 'stopping']);
    for (const { state } of wanted) this.work(state.id, () => this.converge(state, observed.get(state.id)));
    const known = new Set(wanted.map(({ state }) => state.id));
    for (const id of observed.keys()) if (!known.has(id)) this.work(id, () => this.parts.runtime.stop(id));
  }

  /** One worker a workspace; a stop is the one thing that need not wait for a start. */
  private work(id: string, task: () => Promise<void>): void {
    if (this.busy.has(id)) return;
    const running = task().catch((error: unknown) => {
      if (!(error instanceof Denial)) this.parts.logger.error({ workspaceId: id, error: message(error) }, 'workspace not converged');
    }).finally(() => { this.busy.delete(id); this.wake(); });
    this.busy.set(id, running);
  }

  private async converge(workspace: Workspace, observed: ObservedWorkspace | undefined): Promise<void> {
    if (workspace.status === 'stopping') { await this.parts.runtime.stop(workspace.id); await this.tell(workspace, 'stopped', { generation: workspace.generation }); return; }
    if (!(await this.isEntitled(workspace))) { await this.tell(workspace, 'lapse', {}); return; }
    if (workspace.status === 'starting') { await this.start(workspace); return; }
    if (observed?.phase === 'running') return;
    const { reason, evidence } = observed ?? { reason: 'desktop-exited', evidence: 'nothing of it was found running' };
    await this.parts.runtime.stop(workspace.id);
    await this.tell(workspace, 'fail', { generation: workspace.generation, reason, evidence });
  }

  /** Starts, and watches meanwhile whether the start is still wanted: a cancel or a lapse ends it. */
  private async start(workspace: Workspace): Promise<void> {
    const { generation } = workspace;
    const watch = setInterval(() => { void this.cancelIfUnwanted(workspace).catch(() => undefined); }, 500);
    try {
      if (workspace.deadlineAt !== null && workspace.deadlineAt <= this.parts.clock.now()) throw new RuntimeError('start-timeout', 'the start did not end in time');
      const spec = await this.specOf(workspace);
      let telling = Promise.resolve();
      await this.parts.runtime.start(spec, (step) => { telling = telling.then(() => this.tell(workspace, 'progress', { generation, step })).catch(() => undefined); });
      await telling;
      await this.tell(workspace, 'started', { generation });
    } catch (error) {
      if (error instanceof Denial) { await this.parts.runtime.stop(workspace.id); return; }
      const failure = error instanceof RuntimeError ? error : new RuntimeError('isolation-failed', message(error));
      this.parts.logger.warn({ workspaceId: workspace.id, reason: failure.reason, evidence: failure.evidence }, 'workspace did not start');
      await this.parts.runtime.stop(workspace.id);
      await this.tell(workspace, 'fail', { generation, reason: failure.reason, evidence: failure.evidence.slice(0, 2000) });
    } finally {
      clearInterval(watch);
    }
  }

  private async cancelIfUnwanted(workspace: Workspace): Promise<void> {
    const stored = await this.parts.unitOfWork.run((tx) => tx.find('workspace', workspace.id));
    const isWanted = stored?.state.status === 'starting' && stored.state.generation === workspace.generation && (stored.state.deadlineAt ?? '') > this.parts.clock.now();
    if (!isWanted) await this.parts.runtime.stop(workspace.id);
  }

  private async specOf(workspace: Workspace): Promise<WorkspaceSpec> {
    const project = await this.parts.unitOfWork.run((tx) => tx.find('project', workspace.projectId));
    const profile = this.parts.policy.current.workspace.profiles.find((candidate) => candidate.id === workspace.profileId);
    if (!project || !profile) throw new RuntimeError('isolation-failed', 'the project or the size is not known');
    const statuses = await this.parts.unitOfWork.run((tx) => tx.datasetStatuses(project.state.datasets.map((dataset) => dataset.slug)));
    const offered = project.state.datasets.filter((dataset) => statuses[dataset.slug] === 'published');
    const datasets = [];
    for (const dataset of offered) datasets.push(await projectDataset(this.parts.datasetsDir, dataset));
    return { workspaceId: workspace.id, projectId: workspace.projectId, personId: workspace.personId, datasets, limits: { memoryMiB: profile.memoryMiB, cpus: profile.cpus, pids: profile.pids } };
  }

  private async isEntitled(workspace: Workspace): Promise<boolean> {
    return this.parts.unitOfWork.run(async (tx) => {
      const project = await tx.find('project', workspace.projectId);
      return project !== null && entitledToProject(await loadEntitlement(tx, this.parts.policy, project.state, workspace.personId), this.parts.clock.now());
    });
  }

  private async tell<Name extends keyof WorkspaceInputs & string>(workspace: Workspace, name: Name, input: WorkspaceInputs[Name]): Promise<void> {
    await this.parts.commands.run(workspace.id, name, input, CALL);
  }
}
const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));
