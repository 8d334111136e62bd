import type { Actor } from '../engine/actor.js';
import { hasRole } from '../engine/actor.js';
import type { Instant } from '../engine/time.js';
import { addDays } from '../engine/time.js';
import type { Recorded, Relation, Rule, Workflow } from '../engine/workflow.js';
import type { AgreementText, TrainingModule } from '../policy.js';

export const STANDING_STATUSES = ['active', 'suspended'] as const;

/** What a person has learned and promised. Whether it still counts is derived with the clock and the policy's versions. */
export interface Standing {
  readonly id: string;
  readonly status: (typeof STANDING_STATUSES)[number];
  readonly trainings: readonly { readonly moduleId: string; readonly version: string; readonly score: number; readonly passedAt: Instant; readonly validUntil: Instant }[];
  readonly agreements: readonly { readonly id: AgreementText['id']; readonly version: string; readonly signedAt: Instant }[];
}

export interface StandingFacts { readonly training: readonly TrainingModule[]; readonly agreements: readonly AgreementText[] }

export type StandingEvent =
  | { type: 'standing.registered' }
  | { type: 'standing.training-passed'; moduleId: string; version: string; score: number; validUntil: Instant }
  | { type: 'standing.agreement-signed'; agreement: AgreementText['id']; version: string }
  | { type: 'standing.suspended'; reason: string }
  | { type: 'standing.reinstated'; reason: string };

export interface StandingInputs {
  passTraining: { moduleId: string; answers: Readonly<Record<string, number>> };
  sign: { agreement: AgreementText['id']; version: string };
  suspend: { reason: string };
  reinstate: { reason: string };
}

export const newStanding = (personId: string): Standing => ({ id: personId, status: 'active', trainings: [], agreements: [] });

const isSelf = (personId: string, actor: Actor): boolean => actor.kind === 'person' && actor.aal >= 2 && actor.id === personId;
const self: Relation<Standing, StandingFacts> = { name: 'self', says: 'The person, signed in with two factors.', holds: (standing, { actor }) => isSelf(standing.id, actor) };
const securityOfficer: Relation<Standing, StandingFacts> = { name: 'securityOfficer', says: 'A security officer, never of themselves.', holds: (standing, { actor }) => hasRole(actor, 'security') && !isSelf(standing.id, actor) };

const score = (module: TrainingModule, answers: Readonly<Record<string, number>>): number => module.quiz.filter((question) => answers[question.id] === question.answer).length;
type StandingRule<Input> = Rule<Standing, Input, StandingFacts>;

export const moduleOffered: StandingRule<StandingInputs['passTraining']> = {
  name: 'moduleOffered', code: 'training-unknown', says: 'The training module is part of the current programme.',
  holds: (_standing, { facts }, input) => facts.training.some((module) => module.id === input.moduleId),
};
export const quizPassed: StandingRule<StandingInputs['passTraining']> = {
  name: 'quizPassed', code: 'quiz-not-passed', says: 'At least the pass mark of the quiz is answered rightly (R057).',
  holds: (_standing, { facts }, input) => facts.training.some((module) => module.id === input.moduleId && score(module, input.answers) >= module.passMark),
  params: (_standing, { facts }, input) => {
    const module = facts.training.find((candidate) => candidate.id === input.moduleId);
    return { score: module ? score(module, input.answers) : 0, passMark: module?.passMark ?? 0 };
  },
};
export const currentVersion: StandingRule<StandingInputs['sign']> = {
  name: 'currentVersion', code: 'agreement-version-not-current', says: 'Only the current version of a text can be signed (R058).',
  holds: (_standing, { facts }, input) => facts.agreements.some((text) => text.id === input.agreement && text.version === input.version),
};
export const reasonStated: Rule<unknown, { reason: string }, unknown> = {
  name: 'reasonStated', code: 'reason-required', says: 'A reason of at least ten characters is given.',
  holds: (_state, _context, input) => input.reason.trim().length >= 10,
};

export const standingWorkflow: Workflow<Standing, StandingInputs, StandingFacts, StandingEvent> = {
  name: 'standing',
  statuses: STANDING_STATUSES,
  finals: [],
  commands: {
    passTraining: {
      from: ['active'], to: ['active'], by: [self], inputRules: [moduleOffered, quizPassed],
      emit: (_standing, input, { facts, now }) => facts.training.filter((module) => module.id === input.moduleId).map((module) => ({
        type: 'standing.training-passed', moduleId: module.id, version: module.version, score: score(module, input.answers), validUntil: addDays(now, module.validityDays),
      })),
    },
    sign: { from: ['active'], to: ['active'], by: [self], inputRules: [currentVersion], emit: (_standing, input) => [{ type: 'standing.agreement-signed', agreement: input.agreement, version: input.version }] },
    suspend: { from: ['active'], to: ['suspended'], by: [securityOfficer], inputRules: [reasonStated], emit: (_standing, input) => [{ type: 'standing.suspended', reason: input.reason }] },
    reinstate: { from: ['suspended'], to: ['active'], by: [securityOfficer], inputRules: [reasonStated], emit: (_standing, input) => [{ type: 'standing.reinstated', reason: input.reason }] },
  },
  evolve(standing, event: Recorded<StandingEvent>): Standing {
    switch (event.type) {
      case 'standing.training-passed': {
        const { moduleId, version, score: points, validUntil } = event;
        return { ...standing, trainings: [...standing.trainings.filter((training) => training.moduleId !== moduleId), { moduleId, version, score: points, passedAt: event.at, validUntil }] };
      }
      case 'standing.agreement-signed':
        return { ...standing, agreements: [...standing.agreements.filter((signed) => signed.id !== event.agreement), { id: event.agreement, version: event.version, signedAt: event.at }] };
      case 'standing.registered': return newStanding(standing.id);
      case 'standing.suspended': return { ...standing, status: 'suspended' };
      case 'standing.reinstated': return { ...standing, status: 'active' };
    }
  },
};

/** Every module of the programme passed in its current version and not lapsed. */
export const trainingValid = (standing: Standing, modules: readonly TrainingModule[], now: Instant): boolean =>
  modules.every((module) => standing.trainings.some((training) => training.moduleId === module.id && training.version === module.version && training.validUntil > now));
/** The current version of a text is signed. */
export const agreementValid = (standing: Standing, texts: readonly AgreementText[], id: AgreementText['id']): boolean =>
  texts.filter((text) => text.id === id).every((text) => standing.agreements.some((signed) => signed.id === id && signed.version === text.version)) && texts.some((text) => text.id === id);
