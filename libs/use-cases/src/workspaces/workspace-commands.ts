import type { Actor, Workspace, WorkspaceEvent, WorkspaceFacts, WorkspaceInputs } from '@suimon/domain';
import { Denial, entitledToProject, hasRole, isJoined, isSystem, newWorkspace } from '@suimon/domain';
import { workspaceWorkflow } from '@suimon/domain';
import type { CommandCall, CommandRunner, RecordDefinition } from '../command-runner.js';
import type { Clock, Ids, PolicySource, UnitOfWork } from '../ports.js';
import { loadEntitlement } from '../projects/project-commands.js';

export type WorkspaceDefinition = RecordDefinition<'workspace', WorkspaceInputs, WorkspaceFacts, WorkspaceEvent>;

export const workspaceDefinition = (policy: PolicySource): WorkspaceDefinition => ({
  kind: 'workspace',
  workflow: workspaceWorkflow,
  async loadFacts(tx, workspace) {
    const project = await tx.find('project', workspace.projectId);
    if (!project) throw new Denial('missing', 'not-found');
    return { entitlement: await loadEntitlement(tx, policy, project.state, workspace.personId) };
  },
  isVisible: (workspace, actor, facts) => isSystem(actor, 'controller') || (actor.kind === 'person' && actor.aal >= 2
    && (actor.id === workspace.personId || actor.id === facts.entitlement.project.leadId || hasRole(actor, 'operator', 'security', 'auditor'))),
});

export class WorkspaceCommands {
  private readonly definition: WorkspaceDefinition;
  constructor(private readonly runner: CommandRunner, private readonly unitOfWork: UnitOfWork, private readonly clock: Clock, private readonly ids: Ids, private readonly policy: PolicySource) {
    this.definition = workspaceDefinition(policy);
  }

  /** Starts the person's workspace of a project; the first start makes it. A second start of a running one is refused, not doubled. */
  start(projectId: string, input: WorkspaceInputs['start'], call: CommandCall): Promise<Workspace> {
    return this.unitOfWork.run(async (tx) => {
      const project = await tx.lock('project', projectId);
      if (!project || call.actor.kind !== 'person' || !isJoined(project.state, call.actor.id)) throw new Denial('missing', 'not-found');
      const known = await tx.workspaceIdOf(projectId, call.actor.id);
      const stored = known ? await tx.lock('workspace', known) : null;
      if (stored) return this.runner.apply(tx, this.definition, stored, 'start', input, call);
      const fresh = newWorkspace(this.ids.next(), projectId, call.actor.id);
      return this.runner.apply(tx, this.definition, { state: fresh, version: 0 }, 'start', input, call, { type: 'workspace.created', projectId, personId: fresh.personId });
    });
  }

  run<Name extends keyof WorkspaceInputs & string>(id: string, name: Name, input: WorkspaceInputs[Name], call: CommandCall): Promise<Workspace> {
    return this.runner.run(this.definition, id, name, input, call);
  }
  view(id: string, actor: Actor) { return this.runner.view(this.definition, id, actor); }

  /** Whether the gateway may (still) show this workspace to this person: ready, theirs, and entitled at this instant. */
  mayShow(workspaceId: string, personId: string): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const workspace = await tx.find('workspace', workspaceId);
      if (!workspace || workspace.state.status !== 'ready' || workspace.state.personId !== personId) return false;
      const project = await tx.find('project', workspace.state.projectId);
      return project !== null && entitledToProject(await loadEntitlement(tx, this.policy, project.state, personId), this.clock.now());
    });
  }
}
