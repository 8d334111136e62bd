import type { DatasetStatus } from '../catalogue.js';
import type { EntitlementFacts } from '../projects/entitlement.js';
import type { Project, ProjectEvent, ProjectFacts, ProjectInputs, ProjectOpening } from '../projects/project.js';
import { newProject, projectWorkflow } from '../projects/project.js';
import { Journey } from './journey.js';
import { cast, NOW, system } from './people.js';
import { agreements, training, workspacePolicy } from './policies.js';
import { REASON, trainedStanding } from './standings.js';

export const projectFacts: ProjectFacts = { agreements, knownPeople: [cast.lead.id, cast.requester.id, cast.colleague.id, cast.invitee.id, cast.formerMember.id, cast.outsider.id] };
export type ProjectJourney = Journey<Project, ProjectInputs, ProjectFacts, ProjectEvent>;
export const TERMS = '3';
/** In use from 1 April 2026 to 31 March 2027, both days included. */
export const opening: ProjectOpening = {
  number: 'P-2026-001', title: 'A study', applicationId: 'application-1', leadId: cast.lead.id, startsOn: '2026-04-01', endsOn: '2027-03-31', useClass: 'desktop', conditions: '',
  datasets: [{ slug: 'registry', version: '1', items: ['people.age'] }, { slug: 'claims', version: '1', items: ['claims.code'] }],
  memberIds: [cast.requester.id, cast.colleague.id, cast.invitee.id, cast.formerMember.id],
};

export const beginProject = (): ProjectJourney => Journey.begin(projectWorkflow, newProject('project-1'), projectFacts, NOW);
/** Opened; the lead, the requester and a colleague have joined, one is still invited and one was removed. */
export function openProject(change: Partial<ProjectOpening> = {}): ProjectJourney {
  const journey = beginProject().run('open', system('opener'), { ...opening, ...change });
  for (const member of [cast.lead, cast.requester, cast.colleague, cast.formerMember]) journey.run('join', member, { termsVersion: TERMS });
  return journey.run('removeMember', cast.lead, { personId: cast.formerMember.id, reason: REASON });
}
export function projectAt(status: Project['status']): ProjectJourney {
  switch (status) {
    case 'opening': return beginProject();
    case 'active': return openProject();
    case 'suspended': return openProject().run('suspend', cast.security, { reason: REASON });
    case 'closed': return openProject().run('close', cast.lead, { reason: REASON });
  }
}

export const offered: Readonly<Record<string, DatasetStatus>> = { registry: 'published', claims: 'published' };
/** Facts in which every launch condition of the requester is met. */
export const entitlementFacts = (change: Partial<EntitlementFacts> = {}): EntitlementFacts =>
  ({ project: openProject().state, standing: trainedStanding(cast.requester.id), ial: 2, training, agreements, datasets: offered, workspacePolicy, ...change });
