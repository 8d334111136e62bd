import type { Actor, EntitlementFacts, Project, ProjectEvent, ProjectFacts, ProjectInputs } from '@suimon/domain';
import { Denial, hasRole, memberOf, newProject, newStanding, projectWorkflow } from '@suimon/domain';
import { applicationDefinition } from '../applications/application-commands.js';
import type { CommandCall, CommandRunner, RecordDefinition } from '../command-runner.js';
import type { Ids, PolicySource, Transaction, UnitOfWork } from '../ports.js';

export type ProjectDefinition = RecordDefinition<'project', ProjectInputs, ProjectFacts, ProjectEvent>;
/** Members past and present see their project; those who oversee the platform see its frame. */
export const seesProject = (project: Project, actor: Actor): boolean => {
  if (actor.kind === 'system') return true;
  const status = memberOf(project, actor.id)?.status;
  return actor.aal >= 2 && (status === 'invited' || status === 'joined' || hasRole(actor, 'secretary', 'steward', 'security', 'auditor'));
};

export const projectDefinition = (policy: PolicySource): ProjectDefinition => ({
  kind: 'project',
  workflow: projectWorkflow,
  loadFacts: async (tx) => ({ agreements: policy.current.agreements, knownPeople: await tx.peopleWithRoles(['researcher']) }),
  isVisible: seesProject,
});

/** Facts that `entitled(person, dataset, now)` is derived from. */
export async function loadEntitlement(tx: Transaction, policy: PolicySource, project: Project, personId: string): Promise<EntitlementFacts> {
  const standing = await tx.find('standing', personId);
  const person = await tx.person(personId);
  return {
    project, standing: standing?.state ?? { ...newStanding(personId), status: 'suspended' }, ial: person?.ial ?? 0,
    training: policy.current.training, agreements: policy.current.agreements, workspacePolicy: policy.current.workspace,
    datasets: await tx.datasetStatuses(project.datasets.map((dataset) => dataset.slug)),
  };
}

export class ProjectCommands {
  private readonly definition: ProjectDefinition;
  constructor(private readonly runner: CommandRunner, private readonly unitOfWork: UnitOfWork, private readonly ids: Ids, private readonly policy: PolicySource) {
    this.definition = projectDefinition(policy);
  }

  /** The job `open-project`: a contracted application becomes a project, once, whatever repeats. */
  async openFor(applicationId: string, call: CommandCall): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const stored = await tx.lock('application', applicationId);
      const decision = stored?.state.decision;
      if (!stored || stored.state.status !== 'contracted' || !decision) {
        if (call.jobId) await tx.finishJob(call.jobId);
        return;
      }
      const { proposal, applicantId } = stored.state;
      const project = newProject(this.ids.next());
      const opening = { number: await tx.nextProjectNumber(), title: proposal.title, applicationId, leadId: applicantId, startsOn: decision.startsOn, endsOn: decision.endsOn, useClass: proposal.useClass, conditions: decision.conditions, datasets: proposal.datasets, memberIds: proposal.memberIds };
      await this.runner.apply(tx, this.definition, { state: project, version: 0 }, 'open', opening, { ...call, jobId: undefined });
      await this.runner.apply(tx, applicationDefinition(this.policy), stored, 'projectOpened', { projectId: project.id }, call);
    });
  }

  run<Name extends keyof ProjectInputs & string>(id: string, name: Name, input: ProjectInputs[Name], call: CommandCall): Promise<Project> {
    return this.runner.run(this.definition, id, name, input, call);
  }
  view(id: string, actor: Actor) { return this.runner.view(this.definition, id, actor); }

  /** The facts of the launch gate for a member; outsiders are told there is no such project. */
  entitlement(projectId: string, personId: string): Promise<EntitlementFacts> {
    return this.unitOfWork.run(async (tx) => {
      const stored = await tx.find('project', projectId);
      if (!stored || memberOf(stored.state, personId) === undefined) throw new Denial('missing', 'not-found');
      return loadEntitlement(tx, this.policy, stored.state, personId);
    });
  }
}
