import type { UseClass } from '../applications/state.js';
import { hasRole } from '../engine/actor.js';
import type { Instant } from '../engine/time.js';
import { endOfDay, startOfDay } from '../engine/time.js';
import type { Context, Recorded, Relation, Rule, Workflow } from '../engine/workflow.js';
import { reasonStated } from '../people/standing.js';
import type { AgreementText } from '../policy.js';

/** Whether it is in its period is derived from the dates and the clock; there is no stored "expired". */
export const PROJECT_STATUSES = ['opening', 'active', 'suspended', 'closed'] as const;
export const MEMBER_STATUSES = ['invited', 'joined', 'declined', 'removed'] as const;

export interface Member { readonly personId: string; readonly status: (typeof MEMBER_STATUSES)[number]; readonly termsVersion: string | null; readonly joinedAt: Instant | null }

export interface Project {
  readonly id: string;
  readonly status: (typeof PROJECT_STATUSES)[number];
  /** プロジェクト番号 (R111). */
  readonly number: string;
  readonly title: string;
  readonly applicationId: string;
  readonly leadId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly useClass: UseClass;
  readonly conditions: string;
  readonly datasets: readonly { readonly slug: string; readonly version: string; readonly items: readonly string[] }[];
  readonly members: readonly Member[];
}

export interface ProjectFacts { readonly agreements: readonly AgreementText[]; /** Active accounts with the researcher role, among the ids in the input. */ readonly knownPeople: readonly string[] }
export type ProjectOpening = Omit<Project, 'id' | 'status' | 'members'> & { readonly memberIds: readonly string[] };

export interface ProjectInputs {
  open: ProjectOpening;
  join: { termsVersion: string };
  decline: Record<string, never>;
  invite: { personId: string };
  removeMember: { personId: string; reason: string };
  suspend: { reason: string };
  resume: { reason: string };
  close: { reason: string };
}
export type ProjectEvent =
  | ({ type: 'project.opened' } & ProjectOpening)
  | { type: 'project.member-joined'; personId: string; termsVersion: string }
  | { type: 'project.member-declined'; personId: string }
  | { type: 'project.member-invited'; personId: string }
  | { type: 'project.member-removed'; personId: string; reason: string }
  | { type: 'project.suspended'; reason: string }
  | { type: 'project.resumed'; reason: string }
  | { type: 'project.closed'; reason: string };

export const newProject = (id: string): Project => ({ id, status: 'opening', number: '', title: '', applicationId: '', leadId: '', startsOn: '', endsOn: '', useClass: 'viewing', conditions: '', datasets: [], members: [] });

export const memberOf = (project: Project, personId: string): Member | undefined => project.members.find((member) => member.personId === personId);
export const isJoined = (project: Project, personId: string): boolean => memberOf(project, personId)?.status === 'joined';
/** Active and within its dates (both inclusive, Japan time). */
export const inForce = (project: Project, now: Instant): boolean => project.status === 'active' && startOfDay(project.startsOn) <= now && now < endOfDay(project.endsOn);

type ProjectRelation = Relation<Project, ProjectFacts>;
const invited: ProjectRelation = { name: 'invited', says: 'The person invited, signed in with two factors.', holds: (project, { actor }) => hasRole(actor, 'researcher') && memberOf(project, actor.id)?.status === 'invited' };
const lead: ProjectRelation = { name: 'lead', says: 'The project lead.', holds: (project, { actor }) => hasRole(actor, 'researcher') && actor.id === project.leadId };
const securityOfficer: ProjectRelation = { name: 'securityOfficer', says: 'A security officer outside the project.', holds: (project, { actor }) => hasRole(actor, 'security') && memberOf(project, actor.id) === undefined };
const secretary: ProjectRelation = { name: 'secretary', says: 'A secretary outside the project.', holds: (project, { actor }) => hasRole(actor, 'secretary') && memberOf(project, actor.id) === undefined };
const opener: ProjectRelation = { name: 'opener', says: 'The job that opens projects.', holds: (_project, { actor }) => actor.kind === 'system' && actor.id === 'opener' };

type ProjectRule<Input = undefined> = Rule<Project, Input, ProjectFacts>;
export const notOver: ProjectRule = { name: 'notOver', code: 'project-over', says: 'The project has not reached its end date.', holds: (project, { now }) => now < endOfDay(project.endsOn) };
export const currentTerms: ProjectRule<{ termsVersion: string }> = { name: 'currentTerms', code: 'agreement-version-not-current', says: 'The person accepts the current version of the terms themselves.', holds: (_project, { facts }, input) => facts.agreements.some((text) => text.id === 'project-terms' && text.version === input.termsVersion) };
export const knownResearcher: ProjectRule<{ personId: string }> = { name: 'knownResearcher', code: 'member-unknown', says: 'Only an active researcher account can be invited.', holds: (_project, { facts }, input) => facts.knownPeople.includes(input.personId) };
export const notAMember: ProjectRule<{ personId: string }> = { name: 'notAMember', code: 'already-a-member', says: 'The person is neither invited nor joined.', holds: (project, _context, input) => !['invited', 'joined'].includes(memberOf(project, input.personId)?.status ?? '') };
export const isRemovable: ProjectRule<{ personId: string }> = { name: 'isRemovable', code: 'member-not-removable', says: 'The lead cannot be removed, nor anybody who is not a member.', holds: (project, _context, input) => input.personId !== project.leadId && ['invited', 'joined'].includes(memberOf(project, input.personId)?.status ?? '') };

const setMember = (project: Project, personId: string, change: Partial<Member>): Project => {
  const member = memberOf(project, personId) ?? { personId, status: 'invited', termsVersion: null, joinedAt: null };
  return { ...project, members: [...project.members.filter((other) => other.personId !== personId), { ...member, ...change }] };
};
const self = (context: Context<ProjectFacts>): string => context.actor.id;

export const projectWorkflow: Workflow<Project, ProjectInputs, ProjectFacts, ProjectEvent> = {
  name: 'project',
  statuses: PROJECT_STATUSES,
  finals: ['closed'],
  commands: {
    open: { from: ['opening'], to: ['active'], by: [opener], emit: (_project, input) => [{ type: 'project.opened', ...input }] },
    join: { from: ['active', 'suspended'], to: ['active', 'suspended'], by: [invited], rules: [notOver], inputRules: [currentTerms], emit: (_project, input, context) => [{ type: 'project.member-joined', personId: self(context), termsVersion: input.termsVersion }] },
    decline: { from: ['active', 'suspended'], to: ['active', 'suspended'], by: [invited], emit: (_project, _input, context) => [{ type: 'project.member-declined', personId: self(context) }] },
    invite: { from: ['active'], to: ['active'], by: [lead], rules: [notOver], inputRules: [knownResearcher, notAMember], emit: (_project, input) => [{ type: 'project.member-invited', personId: input.personId }] },
    removeMember: { from: ['active', 'suspended'], to: ['active', 'suspended'], by: [lead, securityOfficer], inputRules: [isRemovable, reasonStated], emit: (_project, input) => [{ type: 'project.member-removed', ...input }] },
    suspend: { from: ['active'], to: ['suspended'], by: [securityOfficer], inputRules: [reasonStated], emit: (_project, input) => [{ type: 'project.suspended', ...input }] },
    resume: { from: ['suspended'], to: ['active'], by: [securityOfficer], inputRules: [reasonStated], emit: (_project, input) => [{ type: 'project.resumed', ...input }] },
    close: { from: ['active', 'suspended'], to: ['closed'], by: [lead, secretary], inputRules: [reasonStated], emit: (_project, input) => [{ type: 'project.closed', ...input }] },
  },
  evolve(project, event: Recorded<ProjectEvent>): Project {
    switch (event.type) {
      case 'project.opened': {
        const { type: _type, at: _at, by: _by, memberIds, ...opening } = event;
        const members = [...new Set([opening.leadId, ...memberIds])].map((personId): Member => ({ personId, status: 'invited', termsVersion: null, joinedAt: null }));
        return { ...project, ...opening, status: 'active', members };
      }
      case 'project.member-joined': return setMember(project, event.personId, { status: 'joined', termsVersion: event.termsVersion, joinedAt: event.at });
      case 'project.member-declined': return setMember(project, event.personId, { status: 'declined' });
      case 'project.member-invited': return setMember(project, event.personId, { status: 'invited', termsVersion: null, joinedAt: null });
      case 'project.member-removed': return setMember(project, event.personId, { status: 'removed' });
      case 'project.suspended': return { ...project, status: 'suspended' };
      case 'project.resumed': return { ...project, status: 'active' };
      case 'project.closed': return { ...project, status: 'closed' };
    }
  },
};
