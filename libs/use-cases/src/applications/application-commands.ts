import type { Actor, Application, ApplicationEvent, ApplicationFacts, ApplicationInputs, Proposal } from '@suimon/domain';
import { applicationReactions, applicationWorkflow, Denial, hasRole, isOfTheTeam, isSystem, newApplication } from '@suimon/domain';
import type { CommandCall, CommandRunner, RecordDefinition } from '../command-runner.js';
import type { Ids, PolicySource, Transaction, UnitOfWork } from '../ports.js';

export type ApplicationDefinition = RecordDefinition<'application', ApplicationInputs, ApplicationFacts, ApplicationEvent>;

/** Drafts are seen by their author and named members only; from submission on, by those who work on them. */
export function seesApplication(application: Application, actor: Actor): boolean {
  if (isSystem(actor, 'opener')) return true;
  if (actor.kind !== 'person' || actor.aal < 2) return false;
  if (isOfTheTeam(application, actor.id)) return true;
  if (application.round === 0) return false;
  return hasRole(actor, 'secretary', 'auditor') || (hasRole(actor, 'committee', 'chair') && application.committee.includes(actor.id));
}

export const applicationDefinition = (policy: PolicySource): ApplicationDefinition => ({
  kind: 'application',
  workflow: applicationWorkflow,
  async loadFacts(tx: Transaction, application, actor) {
    const { form, committee, training, agreements } = policy.current;
    const researchers = await tx.peopleWithRoles(['researcher']);
    const standing = actor.kind === 'person' ? await tx.find('standing', actor.id) : null;
    return {
      form, committeePolicy: committee, training, agreements,
      standing: standing?.state ?? null,
      datasets: await tx.datasetStatuses(application.proposal.datasets.map((dataset) => dataset.slug)),
      knownPeople: researchers,
      committeeMembers: await tx.peopleWithRoles(['committee', 'chair']),
    };
  },
  isVisible: (application, actor) => seesApplication(application, actor),
  reactions: applicationReactions,
});

export class ApplicationCommands {
  private readonly definition: ApplicationDefinition;
  constructor(private readonly runner: CommandRunner, private readonly unitOfWork: UnitOfWork, private readonly ids: Ids, private readonly policy: PolicySource) {
    this.definition = applicationDefinition(policy);
  }

  /** A new draft of a researcher, usually filled from the basket. */
  async create(proposal: Partial<Proposal>, call: CommandCall): Promise<Application> {
    if (call.actor.kind !== 'person' || !hasRole(call.actor, 'researcher')) throw new Denial('access', 'not-permitted');
    const draft = newApplication(this.ids.next(), call.actor.id, this.policy.current.form.version);
    return this.unitOfWork.run((tx) => this.runner.apply(tx, this.definition, { state: draft, version: 0 }, 'edit', { proposal }, call, { type: 'application.created', applicantId: draft.applicantId, formVersion: draft.formVersion }));
  }

  run<Name extends keyof ApplicationInputs & string>(id: string, name: Name, input: ApplicationInputs[Name], call: CommandCall): Promise<Application> {
    return this.runner.run(this.definition, id, name, input, call);
  }
  view(id: string, actor: Actor) { return this.runner.view(this.definition, id, actor); }
}
