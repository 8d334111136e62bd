import type { ApplicationEvent, ApplicationInputs } from '../applications/commands.js';
import { applicationWorkflow } from '../applications/commands.js';
import type { Application, ApplicationFacts, Proposal, Vote } from '../applications/state.js';
import { newApplication } from '../applications/state.js';
import type { PersonActor } from '../engine/actor.js';
import { Journey } from './journey.js';
import { cast, NOW, system } from './people.js';
import { agreements, committeePolicy, formPolicy, training } from './policies.js';
import { offered } from './projects.js';
import { REASON, trainedStanding } from './standings.js';

export type ApplicationJourney = Journey<Application, ApplicationInputs, ApplicationFacts, ApplicationEvent>;
export const proposal: Proposal = {
  title: 'A study of outcomes', answers: { purpose: 'long enough to be read', team: 'two people' }, useClass: 'desktop', datasets: [{ slug: 'registry', version: '1', items: ['people.age'] }],
  memberIds: [cast.colleague.id], period: { from: '2026-07-01', to: '2027-06-30' },
};
/** The applicant's colleague sits on the committee too: membership of the team must exclude them by itself. */
export const applicationFacts: ApplicationFacts = {
  form: formPolicy, committeePolicy, training, agreements, standing: trainedStanding(cast.requester.id), datasets: offered, knownPeople: [cast.colleague.id, cast.outsider.id],
  committeeMembers: [cast.memberA.id, cast.memberB.id, cast.memberC.id, cast.memberD.id, cast.chair.id, cast.colleague.id],
};
export const APPROVAL: ApplicationInputs['decide'] = { outcome: 'approved', reason: REASON, conditions: '', startsOn: '2026-07-01', endsOn: '2027-06-30' };
export const REJECTION: ApplicationInputs['decide'] = { outcome: 'rejected', reason: REASON, conditions: '', startsOn: '', endsOn: '' };

export const beginApplication = (): ApplicationJourney => Journey.begin(applicationWorkflow, newApplication('application-1', cast.requester.id, '1'), applicationFacts, NOW);
export const draftApplication = (change: Partial<Proposal> = {}): ApplicationJourney => beginApplication().run('edit', cast.requester, { proposal: { ...proposal, ...change } });
export const inCommittee = (facts: Partial<ApplicationFacts> = {}): ApplicationJourney =>
  draftApplication().given(facts).run('submit', cast.requester, {}).run('startScreening', cast.secretary, {}).run('openToCommittee', cast.secretary, {});
/** One member's whole part: interest declared, every item judged. */
export function judged(journey: ApplicationJourney, member: PersonActor): ApplicationJourney {
  journey.run('declareInterest', member, { conflicted: false, note: '' });
  for (const item of journey.facts.committeePolicy.items) journey.run('judge', member, { itemId: item.id, result: 'fit', comment: '' });
  return journey;
}
export const voted = (journey: ApplicationJourney, member: PersonActor, vote: Vote['vote']): ApplicationJourney => judged(journey, member).run('vote', member, { vote, rationale: '' });
/** Votes of members A, B, C and D in turn. */
export function withVotes(journey: ApplicationJourney, ...votes: readonly Vote['vote'][]): ApplicationJourney {
  const members = [cast.memberA, cast.memberB, cast.memberC, cast.memberD];
  votes.forEach((vote, index) => { const member = members[index]; if (member) voted(journey, member, vote); });
  return journey;
}
/** The chair has declared no conflict and may record the decision. */
export const chaired = (journey: ApplicationJourney): ApplicationJourney => journey.run('declareInterest', cast.chair, { conflicted: false, note: '' });

export function applicationAt(status: Application['status']): ApplicationJourney {
  const submitted = (): ApplicationJourney => draftApplication().run('submit', cast.requester, {});
  const decided = (input: ApplicationInputs['decide'], ...votes: readonly Vote['vote'][]): ApplicationJourney => chaired(withVotes(inCommittee(), ...votes)).run('decide', cast.chair, input);
  switch (status) {
    case 'draft': return draftApplication();
    case 'submitted': return submitted();
    case 'screening': return submitted().run('startScreening', cast.secretary, {});
    case 'in_committee': return inCommittee();
    case 'returned': return inCommittee().run('sendBack', cast.secretary, { comment: REASON });
    case 'approved': return decided(APPROVAL, 'yes', 'yes', 'yes');
    case 'rejected': return decided(REJECTION, 'no', 'no', 'no');
    case 'contracted': return applicationAt('approved').run('recordContract', cast.secretary, { number: 'C-1', signedOn: '2026-06-16' });
    case 'opened': return applicationAt('contracted').run('projectOpened', system('opener'), { projectId: 'project-1' });
    case 'withdrawn': return submitted().run('withdraw', cast.requester, {});
  }
}
