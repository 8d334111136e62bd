import type { ApplicationEvent, ApplicationInputs } from '../applications/commands.js';
import { APPLICATION_STATUSES, ITEM_RESULTS, VOTES } from '../applications/state.js';
import type { Application, ApplicationFacts } from '../applications/state.js';
import { applicationAt, applicationFacts, APPROVAL, chaired, inCommittee, judged, proposal, REJECTION, withVotes } from './applications.js';
import { cast, everybody } from './people.js';
import { committeePolicy } from './policies.js';
import { REASON } from './standings.js';
import type { World } from './walk.js';

export const applicationWorld: World<Application, ApplicationInputs, ApplicationFacts, ApplicationEvent> = {
  beginnings: [
    ...APPLICATION_STATUSES.map((status) => () => applicationAt(status)),
    () => judged(judged(judged(inCommittee(), cast.memberA), cast.memberB), cast.memberC),
    () => withVotes(inCommittee(), 'yes', 'no'),
    () => chaired(withVotes(inCommittee(), 'yes', 'yes', 'no')),
    () => chaired(withVotes(inCommittee(), 'yes', 'no', 'abstain', 'no')),
  ],
  actors: everybody,
  inputs: {
    edit: () => [{ proposal }, { proposal: { title: '' } }, { proposal: { memberIds: [cast.memberA.id, cast.outsider.id] } }, { proposal: { memberIds: [cast.outsider.id] } }, { proposal: { datasets: [] } }],
    submit: () => [{}],
    withdraw: () => [{}],
    startScreening: () => [{}],
    sendBack: () => [{ comment: REASON }, { comment: 'short' }],
    openToCommittee: () => [{}],
    declareInterest: () => [{ conflicted: false, note: '' }, { conflicted: false, note: 'none' }, { conflicted: true, note: 'same laboratory' }],
    judge: ({ facts }) => [...facts.committeePolicy.items, { id: 'no-item' }].flatMap(({ id }) => ITEM_RESULTS.map((result) => ({ itemId: id, result, comment: id === 'purpose' ? 'explained' : '' }))),
    vote: () => VOTES.map((vote) => ({ vote, rationale: '' })),
    decide: () => [APPROVAL, REJECTION, { ...APPROVAL, endsOn: '2026-06-15' }, { ...REJECTION, reason: 'short' }],
    recordContract: () => [{ number: 'C-1', signedOn: '2026-06-16' }],
    projectOpened: () => [{ projectId: 'project-1' }],
  },
  turns: [
    (journey) => journey.later(86_400),
    (journey) => journey.later(86_400 * 400),
    (journey) => journey.given({ committeeMembers: applicationFacts.committeeMembers.filter((id) => id !== cast.memberA.id) }),
    (journey) => journey.given({ committeeMembers: [cast.memberA.id, cast.chair.id] }),
    (journey) => journey.given({ committeePolicy: { ...committeePolicy, rule: 'two-thirds' } }),
    (journey) => journey.given({ committeePolicy: { ...committeePolicy, rule: 'unanimous', quorum: 2 } }),
    (journey) => journey.given({ datasets: { registry: 'withdrawn' } }),
    (journey) => journey.given({ standing: null }),
    (journey) => journey.given(applicationFacts),
    (journey) => journey.given(applicationFacts),
  ],
};
