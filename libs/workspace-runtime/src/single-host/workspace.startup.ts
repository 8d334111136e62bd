import { setTimeout as sleep } from 'node:timers/promises';
import { RuntimeError, type RuntimeFailure, type StartStep, type WorkspaceSpec } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { letDesktopStart, SESSION_COMMAND, writeSessionFolder } from '../desktop/session.folder.js';
import { DESKTOP_READY } from '../desktop/session.scripts.js';
import { displayGreets, handDisplayToGateway, openDisplayFolder } from './display.socket.js';
import type { HostIdentity, HostIdStore } from './host-ids.store.js';
import { type HostProcess, stillRuns } from './host-process.js';
import { lastLogLines } from './run-record.reader.js';
import { firstProcess, launch, launchCommand, writeLaunchFolder } from './sandbox.launcher.js';
import { systemFiles, sandboxPlan } from './sandbox.plan.js';
import type { SingleHostSettings } from './single-host.options.js';
import { prepareStorage, requireDatasets } from './storage.folders.js';
import { errorText } from './system-error.js';
import type { WorkspaceCgroup } from './workspace.cgroup.js';

/** The four steps that bring one workspace up. Each may throw; whoever calls them cleans up. */
export class WorkspaceStartup {
  constructor(
    private readonly settings: SingleHostSettings, private readonly ids: HostIdStore, private readonly cgroup: WorkspaceCgroup,
    private readonly spec: WorkspaceSpec, private readonly onStep: (step: StartStep) => void, private readonly signal: AbortSignal,
  ) {}

  /** Returns the workspace's first process once its desktop stands. */
  async run(): Promise<HostProcess> {
    const identity = await this.step('preparing-storage', 'storage-unavailable', () => this.prepare());
    const init = await this.step('isolating', 'isolation-failed', () => this.isolate(identity));
    await this.step('starting-display', 'display-failed', () => this.startDisplay(init));
    await this.step('starting-desktop', 'desktop-exited', () => this.startDesktop(init));
    return init;
  }

  private async prepare(): Promise<HostIdentity> {
    await requireDatasets(this.settings, this.spec);
    const identity = await this.ids.identity(this.spec.projectId, this.spec.personId);
    await prepareStorage(this.settings, this.spec, identity);
    return identity;
  }

  private async isolate(identity: HostIdentity): Promise<HostProcess> {
    await this.cgroup.create(this.spec.limits);
    await writeSessionFolder(this.folders.session, systemFiles(identity));
    await openDisplayFolder(this.settings, this.spec.workspaceId, identity.uid);
    const plan = sandboxPlan(this.settings, this.spec, SESSION_COMMAND);
    await writeLaunchFolder(this.folders, plan);
    const launcher = await launch(this.folders, launchCommand(this.folders, plan, identity, this.cgroup));
    const init = await firstProcess(this.folders, launcher, this.signal);
    if (!(await this.cgroup.processes()).includes(init.pid)) throw new Error('the workspace runs outside of its cgroup');
    return init;
  }

  private async startDisplay(init: HostProcess): Promise<void> {
    await this.until(init, () => displayGreets(this.settings, this.spec.workspaceId));
    await handDisplayToGateway(this.settings, this.spec.workspaceId);
  }

  private async startDesktop(init: HostProcess): Promise<void> {
    await letDesktopStart(this.folders.session);
    await this.until(init, async () => (await lastLogLines(this.folders)).includes(DESKTOP_READY));
  }

  private async until(init: HostProcess, reached: () => Promise<boolean>): Promise<void> {
    while (!(await reached())) {
      if (!(await stillRuns(init))) throw new Error('the workspace ended');
      await sleep(50, undefined, { signal: this.signal });
    }
  }

  private async step<T>(step: StartStep, failure: RuntimeFailure, work: () => Promise<T>): Promise<T> {
    this.onStep(step);
    try {
      this.signal.throwIfAborted();
      return await work();
    } catch (error) {
      if (error instanceof RuntimeError) throw error;
      if (this.signal.aborted) throw await this.interrupted();
      const reason = (await this.cgroup.outOfMemoryKills()) > 0 ? 'out-of-memory' : failure;
      throw new RuntimeError(reason, `${errorText(error)}\n${await lastLogLines(this.folders)}`);
    }
  }

  private async interrupted(): Promise<RuntimeError> {
    const cause: unknown = this.signal.reason;
    return cause instanceof RuntimeError ? cause : new RuntimeError('start-timeout', await lastLogLines(this.folders));
  }

  private get folders() { return this.settings.layout.run(this.spec.workspaceId); }
}
