import type { ApplicationSummary, ApplicationView } from '@suimon/contracts';
import { carried, countedVotes, hasRole, isOfTheTeam, verdict, applicationWorkflow } from '@suimon/domain';
import type { Application, ApplicationEvent, ApplicationFacts, ApplicationInputs, CommandMap, Context, Proposal } from '@suimon/domain';
import type { Stored } from '@suimon/use-cases';
import type { PersonRefs } from '../people/person-refs.js';

type Titles = ReadonlyMap<string, { ja: string; en: string }>;
export type ApplicationSight = { stored: Stored<Application>; context: Context<ApplicationFacts>; commands: CommandMap<ApplicationInputs> };
export type { ApplicationEvent };

/** Everyone a view of the application may name. */
export const namedPeople = (application: Application): string[] => [application.applicantId, ...application.proposal.memberIds, ...application.committee, ...application.returns.map((entry) => entry.by)];

/** Whose turn it is. */
function turnOf({ state, updatedAt }: Stored<Application>): ApplicationSummary['turn'] {
  const who = { draft: 'applicant', returned: 'applicant', submitted: 'role:secretary', screening: 'role:secretary', in_committee: 'role:committee', approved: 'role:secretary', contracted: 'system', rejected: null, opened: null, withdrawn: null }[state.status];
  return who ? { who, since: updatedAt, until: null } : null;
}

export function presentSummary(stored: Stored<Application>, refs: PersonRefs, titles: Titles): ApplicationSummary {
  const { state, version, updatedAt } = stored;
  return { id: state.id, version, status: state.status, title: state.proposal.title, applicant: refs.get(state.applicantId), round: state.round, updatedAt, turn: turnOf(stored), datasets: state.proposal.datasets.map(({ slug }) => ({ slug, title: titles.get(slug) ?? { ja: slug, en: slug } })) };
}

/** Field by field: what the newest proposal says against the round before it. */
function changesSince(application: Application): ApplicationView['changes'] {
  const before = application.submissions.filter((submission) => (['draft', 'returned'].includes(application.status) ? submission.round <= application.round : submission.round < application.round)).at(-1)?.proposal;
  if (!before) return [];
  const now = application.proposal;
  const flat = (proposal: Proposal): Record<string, string> => ({
    title: proposal.title, useClass: proposal.useClass, period: proposal.period ? `${proposal.period.from} – ${proposal.period.to}` : '', members: [...proposal.memberIds].sort().join(', '),
    ...Object.fromEntries(proposal.datasets.map((dataset) => [`dataset:${dataset.slug}`, [...dataset.items].sort().join(', ')])), ...Object.fromEntries(Object.entries(proposal.answers).map(([field, answer]) => [`answer:${field}`, answer])),
  });
  const [old, current] = [flat(before), flat(now)];
  return [...new Set([...Object.keys(old), ...Object.keys(current)])].filter((field) => (old[field] ?? '') !== (current[field] ?? '')).map((field) => ({ field, before: old[field] ?? '', after: current[field] ?? '' }));
}

const decisionTaken = ({ decision }: Application): boolean => decision !== null;

export function presentApplication(sight: ApplicationSight, refs: PersonRefs, titles: Titles): ApplicationView {
  const { stored, context, commands } = sight;
  const { state } = stored;
  const { facts, actor } = context;
  const mayReview = !isOfTheTeam(state, actor.id) && hasRole(actor, 'secretary', 'committee', 'chair', 'auditor') && state.committee.length > 0;
  const counted = countedVotes(state, facts);
  const quorumMet = counted.length >= facts.committeePolicy.quorum;
  // Members judge by themselves: the others' judgements and votes are shown once one's own vote is in, or to the chair who decides.
  const seesAll = hasRole(actor, 'secretary', 'auditor') || decisionTaken(state) || state.votes.some((vote) => vote.memberId === actor.id) || (hasRole(actor, 'chair') && quorumMet);
  const { proposal, decision } = state;
  return {
    ...presentSummary(stored, refs, titles), form: structuredClone(facts.form) as ApplicationView['form'],
    proposal: { ...proposal, answers: { ...proposal.answers }, datasets: proposal.datasets.map((dataset) => ({ ...dataset, items: [...dataset.items] })), memberIds: [...proposal.memberIds], period: proposal.period },
    members: proposal.memberIds.map((id) => refs.get(id)), changes: changesSince(state), submissions: state.submissions.map(({ round, at }) => ({ round, at })),
    returns: state.returns.map((entry) => ({ ...entry, by: refs.get(entry.by) })),
    review: mayReview ? {
      policy: structuredClone(facts.committeePolicy) as NonNullable<ApplicationView['review']>['policy'], members: state.committee.map((id) => refs.get(id)), interests: [...state.interests], judgements: state.judgements.filter((judgement) => seesAll || judgement.memberId === actor.id),
      votes: state.votes.filter((vote) => seesAll || vote.memberId === actor.id).map((vote) => ({ ...vote, counted: counted.includes(vote) })), carried: seesAll && carried(state, facts), quorumMet: seesAll && quorumMet,
    } : null,
    decision: decision ? { outcome: decision.outcome, at: decision.at, reason: decision.reason, conditions: decision.conditions, startsOn: decision.startsOn, endsOn: decision.endsOn } : null,
    contract: state.contract, projectId: state.projectId, commands, submitParams: { ...verdict(applicationWorkflow, 'submit', state, context)?.params },
  };
}
