import { hasRole } from '../engine/actor.js';
import { startOfDay } from '../engine/time.js';
import type { Relation, Rule } from '../engine/workflow.js';
import { agreementValid, trainingValid } from '../people/standing.js';
import type { Application, ApplicationFacts, Vote } from './state.js';
import type { ApplicationInputs } from './commands.js';

type ApplicationRelation = Relation<Application, ApplicationFacts>;
type ApplicationRule<Input = undefined> = Rule<Application, Input, ApplicationFacts>;

export const applicant: ApplicationRelation = { name: 'applicant', says: 'The researcher who made the application, signed in with two factors.', holds: (application, { actor }) => hasRole(actor, 'researcher') && actor.kind === 'person' && actor.id === application.applicantId };
export const secretary: ApplicationRelation = { name: 'secretary', says: 'A secretary who is not of the applying team.', holds: (application, { actor }) => hasRole(actor, 'secretary') && actor.kind === 'person' && !isOfTheTeam(application, actor.id) };
export const committeeMember: ApplicationRelation = { name: 'committeeMember', says: 'A member of the committee that the case was opened to, still seated, not of the applying team.', holds: (application, { actor, facts }) => hasRole(actor, 'committee', 'chair') && actor.kind === 'person' && isSeated(application, facts, actor.id) };
export const chair: ApplicationRelation = { name: 'chair', says: 'The chair of the committee that the case was opened to, not of the applying team.', holds: (application, { actor, facts }) => hasRole(actor, 'chair') && actor.kind === 'person' && isSeated(application, facts, actor.id) };
export const opener: ApplicationRelation = { name: 'opener', says: 'The job that opens projects.', holds: (_application, { actor }) => actor.kind === 'system' && actor.id === 'opener' };

export const isOfTheTeam = (application: Application, personId: string): boolean => application.applicantId === personId || application.proposal.memberIds.includes(personId);
const isSeated = (application: Application, facts: ApplicationFacts, personId: string): boolean =>
  application.committee.includes(personId) && facts.committeeMembers.includes(personId) && !isOfTheTeam(application, personId);
const isConflicted = (application: Application, personId: string): boolean => application.interests.some((interest) => interest.memberId === personId && interest.conflicted);
const actorId = (context: { actor: { kind: string; id: string } }): string => context.actor.id;

/** Votes that count: of members seated then and now, without a conflict. */
export const countedVotes = (application: Application, facts: ApplicationFacts): readonly Vote[] =>
  application.votes.filter((vote) => isSeated(application, facts, vote.memberId) && !isConflicted(application, vote.memberId));

/** Whether the counted votes carry an approval under the configured rule (R013, R019). Abstentions count for quorum only. */
export function carried(application: Application, facts: ApplicationFacts): boolean {
  const votes = countedVotes(application, facts);
  const yes = votes.filter((vote) => vote.vote === 'yes').length;
  const no = votes.filter((vote) => vote.vote === 'no').length;
  switch (facts.committeePolicy.rule) {
    case 'majority': return yes > no;
    case 'two-thirds': return yes + no > 0 && yes * 3 >= (yes + no) * 2;
    case 'unanimous': return yes > 0 && no === 0;
  }
}

export const trainedAndPledged: ApplicationRule = {
  name: 'trainedAndPledged', code: 'training-or-pledge-missing', says: 'The applicant has valid training, a signed pledge and has agreed to the rules of use (R057-R060).',
  holds: (_application, { facts, now }) => facts.standing !== null && facts.standing.status === 'active' && trainingValid(facts.standing, facts.training, now)
    && agreementValid(facts.standing, facts.agreements, 'pledge') && agreementValid(facts.standing, facts.agreements, 'rules-of-use'),
};
export const hasTitle: ApplicationRule = { name: 'hasTitle', code: 'title-missing', says: 'The application has a title.', holds: ({ proposal }) => proposal.title.trim().length >= 3 };
export const formComplete: ApplicationRule = {
  name: 'formComplete', code: 'form-incomplete', says: 'Every required field of the five sections is answered at its minimum length (R011).',
  holds: (application, { facts }) => missingField(application, facts) === undefined,
  params: (application, { facts }) => ({ field: missingField(application, facts) ?? '' }),
};
const missingField = (application: Application, facts: ApplicationFacts): string | undefined => facts.form.sections
  .flatMap((section) => section.fields)
  .find((field) => { const answer = (application.proposal.answers[field.id] ?? '').trim(); return (field.required && answer === '') || (answer !== '' && answer.length < (field.minLength ?? 0)); })?.id;
export const hasDatasets: ApplicationRule = { name: 'hasDatasets', code: 'no-dataset-chosen', says: 'At least one dataset with at least one column is asked for (R004).', holds: ({ proposal }) => proposal.datasets.length > 0 && proposal.datasets.every((dataset) => dataset.items.length > 0) };
export const datasetsOffered: ApplicationRule = {
  name: 'datasetsOffered', code: 'dataset-not-offered', says: 'Each dataset is published in the catalogue; one withdrawn after the first round may stay in a resubmission (R001).',
  holds: (application, { facts }) => application.proposal.datasets.every((dataset) => facts.datasets[dataset.slug] === 'published' || (facts.datasets[dataset.slug] === 'withdrawn' && application.round > 0)),
};
export const hasPeriod: ApplicationRule = { name: 'hasPeriod', code: 'period-missing', says: 'A period of use is asked for and ends after it starts.', holds: ({ proposal }) => proposal.period !== null && proposal.period.from < proposal.period.to };
export const membersKnown: ApplicationRule = { name: 'membersKnown', code: 'member-unknown', says: 'Each named member is an active account.', holds: ({ proposal }, { facts }) => proposal.memberIds.every((id) => facts.knownPeople.includes(id)) };

export const interestDeclared: ApplicationRule = { name: 'interestDeclared', code: 'interest-not-declared', says: 'The member has declared whether a conflict of interest exists.', holds: (application, context) => application.interests.some((interest) => interest.memberId === actorId(context)) };
export const notConflicted: ApplicationRule = { name: 'notConflicted', code: 'member-conflicted', says: 'The member has no conflict of interest.', holds: (application, context) => !isConflicted(application, actorId(context)) };
export const itemsJudged: ApplicationRule = {
  name: 'itemsJudged', code: 'items-not-judged', says: 'The member has judged every review item (R014).',
  holds: (application, context) => context.facts.committeePolicy.items.every((item) => application.judgements.some((judgement) => judgement.memberId === actorId(context) && judgement.itemId === item.id)),
};
export const notVotedYet: ApplicationRule = { name: 'notVotedYet', code: 'already-voted', says: 'A member votes once in a round.', holds: (application, context) => !application.votes.some((vote) => vote.memberId === actorId(context)) };
export const quorumMet: ApplicationRule = {
  name: 'quorumMet', code: 'quorum-not-met', says: 'The votes of unconflicted members reach the quorum (R013).',
  holds: (application, { facts }) => countedVotes(application, facts).length >= facts.committeePolicy.quorum,
  params: (application, { facts }) => ({ votes: countedVotes(application, facts).length, quorum: facts.committeePolicy.quorum }),
};

export const knownItem: ApplicationRule<ApplicationInputs['judge']> = { name: 'knownItem', code: 'review-item-unknown', says: 'The item is one of the configured review items.', holds: (_application, { facts }, input) => facts.committeePolicy.items.some((item) => item.id === input.itemId) };
export const unfitExplained: ApplicationRule<ApplicationInputs['judge']> = { name: 'unfitExplained', code: 'comment-required', says: 'A judgement other than "fit" comes with a comment.', holds: (_application, _context, input) => input.result === 'fit' || input.comment.trim().length >= 5 };
export const outcomeFollowsVotes: ApplicationRule<ApplicationInputs['decide']> = { name: 'outcomeFollowsVotes', code: 'outcome-against-votes', says: 'An approval is recorded only if the votes carry it; a rejection only if they do not.', holds: (application, { facts }, input) => carried(application, facts) === (input.outcome === 'approved') };
export const endsInFuture: ApplicationRule<ApplicationInputs['decide']> = { name: 'endsInFuture', code: 'end-date-not-in-future', says: 'An approval ends after today and after it starts.', holds: (_application, { now }, input) => input.outcome === 'rejected' || (input.startsOn < input.endsOn && startOfDay(input.endsOn) > now) };
export const commentGiven: ApplicationRule<{ comment: string }> = { name: 'commentGiven', code: 'reason-required', says: 'A comment of at least ten characters says what to change.', holds: (_application, _context, input) => input.comment.trim().length >= 10 };
export const decisionExplained: ApplicationRule<ApplicationInputs['decide']> = { name: 'decisionExplained', code: 'reason-required', says: 'A decision has a reason of at least ten characters.', holds: (_application, _context, input) => input.reason.trim().length >= 10 };
export const seatsFilled: ApplicationRule = { name: 'seatsFilled', code: 'committee-too-small', says: 'Enough members outside the applying team are seated to reach the quorum.', holds: (application, { facts }) => facts.committeeMembers.filter((id) => !isOfTheTeam(application, id)).length >= facts.committeePolicy.quorum };
