import type { PersonActor, Policy, Role, StandingInputs } from '@suimon/domain';
import { newStanding } from '@suimon/domain';
import { datasetDocumentSchema } from '@suimon/contracts';
import { PeopleQueries, PostgresUnitOfWork } from '@suimon/persistence';
import { randomIds, systemClock } from '@suimon/platform';
import { ApplicationCommands, CommandRunner, ProjectCommands, standingDefinition, TransferCommands } from '@suimon/use-cases';
import type { CommandCall } from '@suimon/use-cases';
import type { DataSource } from 'typeorm';
import { setTimeout as pause } from 'node:timers/promises';
import { demoDataset } from './demo-dataset.js';
import { writtenProposal } from './journey.js';

const ORIGIN = { requestId: 'bench', ip: null, sessionRef: null };
export interface BenchPerson { readonly id: string; readonly teamNumber: string; readonly researcherId: string; readonly call: CommandCall }

/** Accounts and a project in use, reached by commands through the use cases; the worker must run, for it opens the project. */
export class BenchPeople {
  readonly ids = randomIds;
  readonly transfers: TransferCommands;
  readonly projects: ProjectCommands;
  private readonly unitOfWork: PostgresUnitOfWork;
  private readonly runner: CommandRunner;
  lead!: BenchPerson;
  stewards: readonly BenchPerson[] = [];
  security!: BenchPerson;
  projectId = '';
  projectNumber = '';

  private constructor(private readonly dataSource: DataSource, private readonly policy: { current: Policy }) {
    this.unitOfWork = new PostgresUnitOfWork(dataSource);
    this.runner = new CommandRunner(this.unitOfWork, systemClock);
    this.transfers = new TransferCommands(this.runner, this.unitOfWork, systemClock, randomIds, policy);
    this.projects = new ProjectCommands(this.runner, this.unitOfWork, randomIds, policy);
  }

  static async settle(dataSource: DataSource, policy: { current: Policy }): Promise<BenchPeople> {
    const people = new BenchPeople(dataSource, policy);
    await people.unitOfWork.run((tx) => tx.putDataset(datasetDocumentSchema.parse(demoDataset), 'published'));
    const organisationId = await new PeopleQueries(dataSource).upsertOrganisation({ id: randomIds.next(), slug: 'university-a', displayName: { ja: '大学A', en: 'University A' }, kind: 'research' });
    const person = (login: string, ...roles: Role[]): Promise<BenchPerson> => people.account(organisationId, login, roles);
    people.lead = await person('lead', 'researcher');
    people.stewards = [await person('steward-a', 'steward'), await person('steward-b', 'steward')];
    people.security = await person('security', 'security');
    const committee = [await person('chair', 'committee', 'chair'), await person('member-a', 'committee'), await person('member-b', 'committee')];
    await people.prepare(people.lead);
    await people.openProject(await person('secretary', 'secretary'), committee);
    return people;
  }

  runStanding<Name extends keyof StandingInputs & string>(personId: string, name: Name, input: StandingInputs[Name], call: CommandCall): Promise<unknown> {
    return this.runner.run(standingDefinition(this.policy), personId, name, input, call);
  }

  private async account(organisationId: string, login: string, roles: readonly Role[]): Promise<BenchPerson> {
    const id = randomIds.next();
    const account = { id, login, teamNumber: 'T-0101', researcherId: roles.includes('researcher') ? `RID-${login}` : '' };
    await new PeopleQueries(this.dataSource).insertAccount({ ...account, displayName: { ja: login, en: login }, organisationId, roles, ial: 2, passwordHash: 'x', totpSecret: 'x' });
    const at = systemClock.now();
    await this.unitOfWork.run((tx) => tx.save('standing', newStanding(id), 0, [{ type: 'standing.registered', at, by: 'system:registrar' }], [], ORIGIN, at));
    const actor: PersonActor = { kind: 'person', id, roles, organisationId, aal: 2, secondFactorAt: at };
    return { ...account, call: { actor, origin: ORIGIN } };
  }

  private async prepare(person: BenchPerson): Promise<void> {
    const standing = standingDefinition(this.policy);
    for (const module of this.policy.current.training) await this.runner.run(standing, person.id, 'passTraining', { moduleId: module.id, answers: Object.fromEntries(module.quiz.map((question) => [question.id, question.answer])) }, person.call);
    for (const text of this.policy.current.agreements) if (text.id !== 'project-terms') await this.runner.run(standing, person.id, 'sign', { agreement: text.id, version: text.version }, person.call);
  }

  private async openProject(secretary: BenchPerson, committee: readonly BenchPerson[]): Promise<void> {
    const applications = new ApplicationCommands(this.runner, this.unitOfWork, randomIds, this.policy);
    const { id } = await applications.create(writtenProposal(this.policy.current, []), this.lead.call);
    await applications.run(id, 'submit', {}, this.lead.call);
    await applications.run(id, 'startScreening', {}, secretary.call);
    await applications.run(id, 'openToCommittee', {}, secretary.call);
    for (const member of committee) {
      await applications.run(id, 'declareInterest', { conflicted: false, note: '' }, member.call);
      for (const item of this.policy.current.committee.items) await applications.run(id, 'judge', { itemId: item.id, result: 'fit', comment: '' }, member.call);
      await applications.run(id, 'vote', { vote: 'yes', rationale: 'Sound.' }, member.call);
    }
    await applications.run(id, 'decide', { outcome: 'approved', reason: 'The committee agrees.', conditions: 'Aggregates only.', startsOn: '2026-01-01', endsOn: '2099-03-31' }, committee[0]?.call ?? secretary.call);
    await applications.run(id, 'recordContract', { number: 'C-1', signedOn: '2026-03-01' }, secretary.call);
    for (let waited = 0; this.projectId === ''; waited += 50) {
      if (waited > 20_000) throw new Error('the worker did not open the project');
      await pause(50);
      this.projectId = (await applications.view(id, this.lead.call.actor)).stored.state.projectId ?? '';
    }
    const terms = this.policy.current.agreements.find((text) => text.id === 'project-terms');
    const project = await this.projects.run(this.projectId, 'join', { termsVersion: terms?.version ?? '' }, this.lead.call);
    this.projectNumber = project.number;
  }
}
