import type { Recorded, Workflow } from '../engine/workflow.js';
import { applicant, chair, commentGiven, committeeMember, datasetsOffered, decisionExplained, endsInFuture, formComplete, hasDatasets, hasPeriod, hasTitle, interestDeclared, itemsJudged, knownItem, membersKnown, notConflicted, notVotedYet, opener, outcomeFollowsVotes, quorumMet, seatsFilled, secretary, trainedAndPledged, unfitExplained } from './rules.js';
import type { Application, ApplicationFacts, Judgement, Proposal, Vote } from './state.js';
import { APPLICATION_STATUSES, newApplication } from './state.js';

export interface ApplicationInputs {
  edit: { proposal: Partial<Proposal> };
  submit: Record<string, never>;
  withdraw: Record<string, never>;
  startScreening: Record<string, never>;
  sendBack: { comment: string };
  openToCommittee: Record<string, never>;
  declareInterest: { conflicted: boolean; note: string };
  judge: { itemId: string; result: Judgement['result']; comment: string };
  vote: { vote: Vote['vote']; rationale: string };
  decide: { outcome: 'approved' | 'rejected'; reason: string; conditions: string; startsOn: string; endsOn: string };
  recordContract: { number: string; signedOn: string };
  projectOpened: { projectId: string };
}

export type ApplicationEvent =
  | { type: 'application.created'; applicantId: string; formVersion: string }
  | { type: 'application.edited'; proposal: Partial<Proposal> }
  | { type: 'application.submitted' }
  | { type: 'application.withdrawn' }
  | { type: 'application.screening-started' }
  | { type: 'application.sent-back'; comment: string }
  | { type: 'application.opened-to-committee'; committee: readonly string[] }
  | { type: 'application.interest-declared'; memberId: string; conflicted: boolean; note: string }
  | { type: 'application.item-judged'; memberId: string; itemId: string; result: Judgement['result']; comment: string }
  | { type: 'application.voted'; memberId: string; vote: Vote['vote']; rationale: string }
  | { type: 'application.decided'; outcome: 'approved' | 'rejected'; reason: string; conditions: string; startsOn: string; endsOn: string }
  | { type: 'application.contract-recorded'; number: string; signedOn: string }
  | { type: 'application.project-opened'; projectId: string };

export const applicationWorkflow: Workflow<Application, ApplicationInputs, ApplicationFacts, ApplicationEvent> = {
  name: 'application',
  statuses: APPLICATION_STATUSES,
  finals: ['rejected', 'opened', 'withdrawn'],
  commands: {
    edit: { from: ['draft', 'returned'], to: ['draft', 'returned'], by: [applicant], emit: (_application, input) => [{ type: 'application.edited', proposal: input.proposal }] },
    submit: { from: ['draft', 'returned'], to: ['submitted'], by: [applicant], rules: [hasTitle, trainedAndPledged, hasDatasets, datasetsOffered, hasPeriod, membersKnown, formComplete], emit: () => [{ type: 'application.submitted' }] },
    withdraw: { from: ['draft', 'submitted', 'screening', 'in_committee', 'returned'], to: ['withdrawn'], by: [applicant], emit: () => [{ type: 'application.withdrawn' }] },
    startScreening: { from: ['submitted'], to: ['screening'], by: [secretary], emit: () => [{ type: 'application.screening-started' }] },
    sendBack: { from: ['screening', 'in_committee'], to: ['returned'], by: [secretary, chair], inputRules: [commentGiven], emit: (_application, input) => [{ type: 'application.sent-back', comment: input.comment }] },
    openToCommittee: { from: ['screening'], to: ['in_committee'], by: [secretary], rules: [seatsFilled], emit: (_application, _input, { facts }) => [{ type: 'application.opened-to-committee', committee: facts.committeeMembers }] },
    declareInterest: { from: ['in_committee'], to: ['in_committee'], by: [committeeMember], rules: [notVotedYet], emit: (_application, input, { actor }) => [{ ...input, type: 'application.interest-declared', memberId: actor.id }] },
    judge: { from: ['in_committee'], to: ['in_committee'], by: [committeeMember], rules: [interestDeclared, notConflicted, notVotedYet], inputRules: [knownItem, unfitExplained], emit: (_application, input, { actor }) => [{ ...input, type: 'application.item-judged', memberId: actor.id }] },
    vote: { from: ['in_committee'], to: ['in_committee'], by: [committeeMember], rules: [interestDeclared, notConflicted, itemsJudged, notVotedYet], emit: (_application, input, { actor }) => [{ ...input, type: 'application.voted', memberId: actor.id }] },
    decide: { from: ['in_committee'], to: ['approved', 'rejected'], by: [chair], rules: [interestDeclared, notConflicted, quorumMet], inputRules: [outcomeFollowsVotes, endsInFuture, decisionExplained], emit: (_application, input) => [{ type: 'application.decided', ...input }] },
    recordContract: { from: ['approved'], to: ['contracted'], by: [secretary], emit: (_application, input) => [{ type: 'application.contract-recorded', ...input }] },
    projectOpened: { from: ['contracted'], to: ['opened'], by: [opener], emit: (_application, input) => [{ type: 'application.project-opened', ...input }] },
  },
  evolve(application, event: Recorded<ApplicationEvent>): Application {
    switch (event.type) {
      case 'application.created': return newApplication(application.id, event.applicantId, event.formVersion);
      case 'application.edited': return { ...application, proposal: { ...application.proposal, ...event.proposal } };
      case 'application.submitted': {
        const round = application.round + 1;
        return { ...application, status: 'submitted', round, committee: [], interests: [], judgements: [], votes: [], submissions: [...application.submissions, { round, at: event.at, proposal: application.proposal }] };
      }
      case 'application.withdrawn': return { ...application, status: 'withdrawn' };
      case 'application.screening-started': return { ...application, status: 'screening' };
      case 'application.sent-back': return { ...application, status: 'returned', returns: [...application.returns, { round: application.round, at: event.at, by: event.by, comment: event.comment }] };
      case 'application.opened-to-committee': return { ...application, status: 'in_committee', committee: event.committee };
      case 'application.interest-declared': {
        const { memberId, conflicted, note } = event;
        return { ...application, interests: [...application.interests.filter((interest) => interest.memberId !== memberId), { memberId, conflicted, note }] };
      }
      case 'application.item-judged': {
        const { memberId, itemId, result, comment } = event;
        return { ...application, judgements: [...application.judgements.filter((judgement) => judgement.memberId !== memberId || judgement.itemId !== itemId), { memberId, itemId, result, comment }] };
      }
      case 'application.voted': return { ...application, votes: [...application.votes, { memberId: event.memberId, vote: event.vote, rationale: event.rationale, at: event.at }] };
      case 'application.decided': {
        const { outcome, reason, conditions, startsOn, endsOn, at, by } = event;
        return { ...application, status: outcome, decision: { outcome, by, at, reason, conditions, startsOn, endsOn } };
      }
      case 'application.contract-recorded': return { ...application, status: 'contracted', contract: { number: event.number, signedOn: event.signedOn } };
      case 'application.project-opened': return { ...application, status: 'opened', projectId: event.projectId };
    }
  },
};
