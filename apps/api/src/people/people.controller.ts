import { endpoints } from '@suimon/contracts';
import type { Me, Preparation, ResponseOf } from '@suimon/contracts';
import type { PersonActor } from '@suimon/domain';
import { agreementValid, allowedCommands, Denial, hasRole, newStanding, standingWorkflow, trainingValid } from '@suimon/domain';
import { Controller, Inject, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { PeopleQueries } from '@suimon/persistence';
import { standingDefinition } from '@suimon/use-cases';
import type { Clock, CommandRunner, PolicySource, UnitOfWork } from '@suimon/use-cases';
import type { AccessLog } from '../http/access-log.js';
import { sessionRef } from '../http/authentication.guard.js';
import { Input } from '../http/call.js';
import type { Call, Visitor } from '../http/call.js';
import { Serves } from '../http/endpoint.decorator.js';
import type { Inbox } from './inbox.js';
import { presentPreparation } from './people.presenter.js';
import { personRef } from './person-refs.js';
import type { SignIn } from './sign-in.js';

const api = endpoints.people;
export interface PeopleParts { people: PeopleQueries; runner: CommandRunner; unitOfWork: UnitOfWork; policy: PolicySource; clock: Clock; signIn: SignIn; accessLog: AccessLog; inbox: Inbox }

@Controller()
export class PeopleController {
  constructor(@Inject('people') private readonly parts: PeopleParts) {}

  @Serves(api.me)
  me(@Input() { visitor }: Call<typeof api.me>): Promise<Me> { return this.whoIs(visitor); }

  private async whoIs(visitor: Visitor): Promise<Me> {
    if (!visitor.person) return { person: null, aal: 0, inboxCount: 0, preparationDone: false };
    const { organisationId: _organisation, ...person } = visitor.person;
    const standing = await this.parts.unitOfWork.run((tx) => tx.find('standing', person.id));
    const { training, agreements } = this.parts.policy.current;
    const now = this.parts.clock.now();
    const preparationDone = standing !== null && trainingValid(standing.state, training, now) && agreementValid(standing.state, agreements, 'pledge') && agreementValid(standing.state, agreements, 'rules-of-use');
    return { person: { ...person, roles: [...person.roles] }, aal: visitor.actor.aal, inboxCount: visitor.actor.aal >= 2 ? (await this.parts.inbox.tasks(visitor.actor)).length : 0, preparationDone };
  }

  @Serves(api.signIn)
  @UseGuards(AuthGuard('password'))
  async signIn(@Input() call: Call<typeof api.signIn>): Promise<Me> {
    const { request, visitor } = call;
    const person = request.user;
    if (!person) throw new Denial('access', 'credentials-wrong');
    await new Promise<void>((resolve, reject) => { request.logIn(person, (error: unknown) => (error ? reject(error instanceof Error ? error : new Error('session was not stored')) : resolve())); });
    delete request.session.secondFactorAt;
    const { id, login, displayName, organisation, organisationId, roles, ial, teamNumber, researcherId, status } = person;
    await this.parts.accessLog.note({ actor: { ...visitor.actor, id } }, call.call.origin, 'session.password-accepted');
    return this.whoIs({ ...visitor, person: { id, login, displayName, organisation, organisationId, roles, ial, teamNumber, researcherId, status }, actor: { ...visitor.actor, id, aal: 1 }, sessionRef: sessionRef(request.sessionID) });
  }

  @Serves(api.secondFactor)
  async secondFactor(@Input() call: Call<typeof api.secondFactor>): Promise<Me> {
    const { visitor, request, body } = call;
    await this.parts.signIn.code(visitor.actor.id, body.code);
    const { passport } = request.session;
    await new Promise<void>((resolve, reject) => { request.session.regenerate((error: unknown) => (error ? reject(error instanceof Error ? error : new Error('session was not renewed')) : resolve())); });
    request.session.passport = passport;
    request.session.secondFactorAt = this.parts.clock.now();
    const actor = { ...visitor.actor, aal: 2, secondFactorAt: request.session.secondFactorAt };
    await this.parts.accessLog.note(visitor, call.call.origin, 'session.signed-in', { aal: 2, factors: ['password', 'totp'] });
    return this.whoIs({ ...visitor, actor });
  }

  @Serves(api.signOut)
  async signOut(@Input() call: Call<typeof api.signOut>): Promise<Me> {
    if (call.visitor.person) await this.parts.accessLog.note(call.visitor, call.call.origin, 'session.signed-out');
    await new Promise<void>((resolve) => { call.request.session.destroy(() => resolve()); });
    return { person: null, aal: 0, inboxCount: 0, preparationDone: false };
  }

  @Serves(api.inbox)
  async inbox(@Input() { actor }: Call<typeof api.inbox>): Promise<ResponseOf<typeof api.inbox>> { return { tasks: await this.parts.inbox.tasks(actor) }; }

  @Serves(api.preparation)
  preparation(@Input() { actor }: Call<typeof api.preparation>): Promise<Preparation> { return this.prepared(actor); }

  private async prepared(actor: PersonActor): Promise<Preparation> {
    const sight = await this.parts.runner.view(standingDefinition(this.parts.policy), actor.id, actor);
    return presentPreparation(sight.stored.state, this.parts.policy.current, sight.commands);
  }

  @Serves(api.passTraining)
  async passTraining(@Input() input: Call<typeof api.passTraining>): Promise<ResponseOf<typeof api.preparation>> {
    await this.parts.runner.run(standingDefinition(this.parts.policy), input.actor.id, 'passTraining', { moduleId: input.params.moduleId, answers: input.body.answers }, input.call);
    return this.prepared(input.actor);
  }

  @Serves(api.sign)
  async sign(@Input() input: Call<typeof api.sign>): Promise<ResponseOf<typeof api.preparation>> {
    await this.parts.runner.run(standingDefinition(this.parts.policy), input.actor.id, 'sign', { agreement: input.params.agreement, version: input.body.version }, input.call);
    return this.prepared(input.actor);
  }

  @Serves(api.directory)
  async directory(@Input() { query, actor }: Call<typeof api.directory>): Promise<ResponseOf<typeof api.directory>> {
    if (!hasRole(actor, 'researcher')) throw new Denial('access', 'not-permitted');
    return { people: (await this.parts.people.researchers(query.q)).filter((person) => person.id !== actor.id).map(personRef) };
  }

  @Serves(api.accounts)
  async accounts(@Input() { actor }: Call<typeof api.accounts>): Promise<ResponseOf<typeof api.accounts>> {
    if (!hasRole(actor, 'operator', 'security', 'auditor')) throw new Denial('access', 'not-permitted');
    const ids = await this.parts.people.accounts();
    const refs = await this.parts.people.refs(ids);
    return this.parts.unitOfWork.run(async (tx) => {
      const accounts: ResponseOf<typeof api.accounts>['accounts'] = [];
      for (const id of ids) {
        const person = refs.get(id);
        if (!person) continue;
        const standing = (await tx.find('standing', id))?.state ?? newStanding(id);
        const context = { actor, now: this.parts.clock.now(), facts: { training: [], agreements: [] } };
        accounts.push({ ...personRef(person), login: person.login, roles: [...person.roles], ial: person.ial, status: standing.status, commands: allowedCommands(standingWorkflow, standing, context) });
      }
      return { accounts };
    });
  }

  @Serves(api.suspend)
  async suspend(@Input() { params, body, call }: Call<typeof api.suspend>): Promise<Record<string, never>> {
    await this.parts.runner.run(standingDefinition(this.parts.policy), params.id, 'suspend', body, call);
    await this.parts.people.endSessions(params.id);
    return {};
  }

  @Serves(api.reinstate)
  async reinstate(@Input() { params, body, call }: Call<typeof api.reinstate>): Promise<Record<string, never>> {
    await this.parts.runner.run(standingDefinition(this.parts.policy), params.id, 'reinstate', body, call);
    return {};
  }
}

declare global {
  namespace Express {
    // Passport puts the account here for the one request that shows the password.
    interface User { id: string; login: string; displayName: { ja: string; en: string }; organisation: { ja: string; en: string }; organisationId: string; roles: import('@suimon/domain').Role[]; ial: number; teamNumber: string; researcherId: string; status: 'active' | 'suspended' }
  }
}
