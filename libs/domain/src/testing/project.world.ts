import { PROJECT_STATUSES } from '../projects/project.js';
import type { Project, ProjectEvent, ProjectFacts, ProjectInputs } from '../projects/project.js';
import { cast, everybody } from './people.js';
import { newerAgreement } from './policies.js';
import { opening, projectAt, projectFacts, TERMS } from './projects.js';
import { REASON } from './standings.js';
import type { World } from './walk.js';

const people = [cast.lead, cast.requester, cast.invitee, cast.formerMember, cast.outsider, cast.auditor].map(({ id }) => id);
export const projectWorld: World<Project, ProjectInputs, ProjectFacts, ProjectEvent> = {
  beginnings: PROJECT_STATUSES.map((status) => () => projectAt(status)),
  actors: everybody,
  inputs: {
    open: () => [opening, { ...opening, memberIds: [] }],
    join: () => [{ termsVersion: TERMS }, { termsVersion: '99' }, { termsVersion: 'never-was' }],
    decline: () => [{}],
    invite: () => people.map((personId) => ({ personId })),
    removeMember: () => [...people.map((personId) => ({ personId, reason: REASON })), { personId: cast.requester.id, reason: 'short' }],
    suspend: () => [{ reason: REASON }, { reason: '' }],
    resume: () => [{ reason: REASON }, { reason: '' }],
    close: () => [{ reason: REASON }, { reason: '' }],
  },
  turns: [
    (journey) => journey.later(86_400 * 100),
    (journey) => journey.given({ agreements: newerAgreement('project-terms') }),
    (journey) => journey.given({ knownPeople: [] }),
    (journey) => journey.given(projectFacts),
  ],
};
