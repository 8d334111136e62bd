import { endpoints } from '@suimon/contracts';
import type { LaunchView, ResponseOf, WorkspaceView } from '@suimon/contracts';
import { allowedCommands, Denial, DENIAL_TEXTS, hasRole, launchConditions } from '@suimon/domain';
import type { CommandMap, PersonActor, Workspace, WorkspaceInputs } from '@suimon/domain';
import { workspaceWorkflow } from '@suimon/domain';
import { Controller, Inject } from '@nestjs/common';
import type { PeopleQueries, RecordQueries } from '@suimon/persistence';
import { START_STEPS, workspaceDefinition } from '@suimon/use-cases';
import type { Clock, CommandRunner, PolicySource, ProjectCommands, Stored, UnitOfWork, WorkspaceCommands } from '@suimon/use-cases';
import type { AccessLog } from '../http/access-log.js';
import { Input } from '../http/call.js';
import type { Call } from '../http/call.js';
import { Serves } from '../http/endpoint.decorator.js';
import { PersonRefs } from '../people/person-refs.js';
import type { DesktopTickets } from './desktop-tickets.js';

const api = endpoints.workspaces;
type View = Promise<WorkspaceView>;
export interface WorkspaceParts { commands: WorkspaceCommands; projects: ProjectCommands; runner: CommandRunner; unitOfWork: UnitOfWork; records: RecordQueries; people: PeopleQueries; policy: PolicySource; clock: Clock; tickets: DesktopTickets; accessLog: AccessLog; gatewayUrl: string }

@Controller()
export class WorkspacesController {
  constructor(@Inject('workspaces') private readonly parts: WorkspaceParts) {}

  /** The launch gate (R077): computed now, never stored. */
  @Serves(api.launch)
  async launch(@Input() { params, actor }: Call<typeof api.launch>): Promise<LaunchView> {
    const facts = await this.parts.projects.entitlement(params.id, actor.id);
    const conditions = launchConditions(facts, actor.aal, this.parts.clock.now()).map((condition) => ({ ...condition, ...DENIAL_TEXTS[`launch-${condition.id}`] }));
    const known = await this.parts.unitOfWork.run((tx) => tx.workspaceIdOf(params.id, actor.id));
    return {
      open: conditions.every((condition) => condition.met), conditions, workspace: known ? await this.show(known, actor) : null,
      profiles: this.parts.policy.current.workspace.profiles.map(({ id, label, memoryMiB, cpus }) => ({ id, label, memoryMiB, cpus })),
    };
  }
  @Serves(api.start)
  async start(@Input() { params, body, call, actor }: Call<typeof api.start>): View { return this.show((await this.parts.commands.start(params.id, body, call)).id, actor); }
  @Serves(api.one)
  one(@Input() { params, actor }: Call<typeof api.one>): View { return this.show(params.id, actor); }
  @Serves(api.list)
  async list(@Input() { actor }: Call<typeof api.list>): Promise<ResponseOf<typeof api.list>> {
    const page = await this.parts.records.workspaces(actor);
    const items: WorkspaceView[] = [];
    for (const stored of page.items) items.push(await this.show(stored.state.id, actor));
    return { items };
  }
  @Serves(api.stop)
  async stop(@Input() { params, body, call, actor }: Call<typeof api.stop>): View {
    await this.parts.commands.run(params.id, 'stop', body, call);
    return this.show(params.id, actor);
  }
  /** Only the owner's own session carries a ticket; whoever may stop a workspace may still not look inside. */
  @Serves(api.desktopTicket)
  async desktopTicket(@Input() { params, visitor, actor, call }: Call<typeof api.desktopTicket>): Promise<ResponseOf<typeof api.desktopTicket>> {
    const { stored } = await this.parts.commands.view(params.id, actor);
    if (stored.state.personId !== actor.id || !hasRole(actor, 'researcher')) throw new Denial('access', 'not-permitted');
    if (!(await this.parts.commands.mayShow(params.id, actor.id)) || visitor.sessionRef === null) throw new Denial('state', 'workspace-not-ready');
    const { secret, expiresAt } = await this.parts.tickets.issue({ workspaceId: params.id, personId: actor.id, sessionRef: visitor.sessionRef });
    await this.parts.accessLog.note(visitor, call.origin, 'session.desktop-ticket', { workspaceId: params.id });
    return { url: `${this.parts.gatewayUrl}/desktop?ticket=${secret}`, expiresAt };
  }

  private async show(id: string, actor: PersonActor): View {
    const { stored, context } = await this.parts.runner.view(workspaceDefinition(this.parts.policy), id, actor);
    const refs = await PersonRefs.load(this.parts.people, [stored.state.personId]);
    return presentWorkspace(stored, context.facts.entitlement.project.number, refs, allowedCommands(workspaceWorkflow, stored.state, context));
  }
}

function presentWorkspace({ state, version, updatedAt }: Stored<Workspace>, projectNumber: string, refs: PersonRefs, commands: CommandMap<WorkspaceInputs>): WorkspaceView {
  const { id, status, projectId, personId, profileId, step, reason, deadlineAt, readyAt } = state;
  return { id, version, status, projectId, projectNumber, person: refs.get(personId), profileId, step, steps: [...START_STEPS], reason, deadlineAt, readyAt, updatedAt, commands };
}
