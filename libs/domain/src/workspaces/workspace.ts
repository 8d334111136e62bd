import { hasRole, isSystem } from '../engine/actor.js';
import type { Instant } from '../engine/time.js';
import { addSeconds } from '../engine/time.js';
import type { Recorded, Relation, Rule, Workflow } from '../engine/workflow.js';
import type { EntitlementFacts } from '../projects/entitlement.js';
import { entitledToProject, firstUnmet } from '../projects/entitlement.js';

export const WORKSPACE_STATUSES = ['stopped', 'starting', 'ready', 'stopping', 'failed'] as const;

/** One desktop of one member in one project. `generation` is the fencing token of the controller's reports. */
export interface Workspace {
  readonly id: string;
  readonly status: (typeof WORKSPACE_STATUSES)[number];
  readonly projectId: string;
  readonly personId: string;
  readonly profileId: string;
  readonly generation: number;
  readonly step: string | null;
  readonly reason: string | null;
  readonly deadlineAt: Instant | null;
  readonly readyAt: Instant | null;
}
export interface WorkspaceFacts { readonly entitlement: EntitlementFacts }

export interface WorkspaceInputs {
  start: { profileId: string; placeDeclared: boolean };
  stop: { reason: string };
  progress: { generation: number; step: string };
  started: { generation: number };
  fail: { generation: number; reason: string; evidence: string };
  stopped: { generation: number };
  lapse: Record<string, never>;
}
export type WorkspaceEvent =
  | { type: 'workspace.created'; projectId: string; personId: string }
  | { type: 'workspace.start-requested'; profileId: string; placeDeclared: boolean; deadlineAt: Instant }
  | { type: 'workspace.stop-requested'; reason: string }
  | { type: 'workspace.progressed'; generation: number; step: string }
  | { type: 'workspace.started'; generation: number }
  | { type: 'workspace.failed'; generation: number; reason: string; evidence: string }
  | { type: 'workspace.stopped'; generation: number }
  | { type: 'workspace.lapsed' };

export const newWorkspace = (id: string, projectId: string, personId: string): Workspace => ({ id, status: 'stopped', projectId, personId, profileId: '', generation: 0, step: null, reason: null, deadlineAt: null, readyAt: null });

type WorkspaceRelation = Relation<Workspace, WorkspaceFacts>;
const owner: WorkspaceRelation = { name: 'owner', says: 'The member whose workspace it is.', holds: (workspace, { actor }) => hasRole(actor, 'researcher') && actor.id === workspace.personId };
const lead: WorkspaceRelation = { name: 'lead', says: 'The lead of the project.', holds: (_workspace, { actor, facts }) => hasRole(actor, 'researcher') && actor.id === facts.entitlement.project.leadId };
const operator: WorkspaceRelation = { name: 'operator', says: 'An operator or a security officer: they may stop it, never look inside (R052).', holds: (_workspace, { actor }) => hasRole(actor, 'operator', 'security') };
const controller: WorkspaceRelation = { name: 'controller', says: 'The workspace controller.', holds: (_workspace, { actor }) => isSystem(actor, 'controller') };

type WorkspaceRule<Input = undefined> = Rule<Workspace, Input, WorkspaceFacts>;
const launchGate: WorkspaceRule = {
  name: 'launchGate', code: 'launch-gate-closed', says: 'Every condition of the launch gate is met (R077).',
  holds: (_workspace, { actor, facts, now }) => firstUnmet(facts.entitlement, actor.kind === 'person' ? actor.aal : null, now) === null,
  params: (_workspace, { actor, facts, now }) => ({ condition: firstUnmet(facts.entitlement, actor.kind === 'person' ? actor.aal : null, now) ?? '' }),
};
const knownProfile: WorkspaceRule<WorkspaceInputs['start']> = { name: 'knownProfile', code: 'profile-unknown', says: 'The size is one of the offered profiles.', holds: (_workspace, { facts }, input) => facts.entitlement.workspacePolicy.profiles.some((profile) => profile.id === input.profileId) };
const placeDeclared: WorkspaceRule<WorkspaceInputs['start']> = { name: 'placeDeclared', code: 'place-not-declared', says: 'The person declares an approved place and no free Wi-Fi at each launch (R067, R068).', holds: (_workspace, _context, input) => input.placeDeclared };
const currentGeneration: WorkspaceRule<{ generation: number }> = { name: 'currentGeneration', code: 'superseded', says: 'A report names the current generation; a late one changes nothing.', holds: (workspace, _context, input) => workspace.generation === input.generation };
const noLongerEntitled: WorkspaceRule = { name: 'noLongerEntitled', code: 'still-entitled', says: 'The entitlement behind the workspace has ended.', holds: (_workspace, { facts, now }) => !entitledToProject(facts.entitlement, now) };

export const workspaceWorkflow: Workflow<Workspace, WorkspaceInputs, WorkspaceFacts, WorkspaceEvent> = {
  name: 'workspace',
  statuses: WORKSPACE_STATUSES,
  finals: [],
  commands: {
    start: { from: ['stopped', 'failed'], to: ['starting'], by: [owner], rules: [launchGate], inputRules: [knownProfile, placeDeclared], emit: (_workspace, input, { facts, now }) => [{ type: 'workspace.start-requested', ...input, deadlineAt: addSeconds(now, facts.entitlement.workspacePolicy.startTimeoutSeconds) }] },
    stop: { from: ['starting', 'ready', 'failed'], to: ['stopping'], by: [owner, lead, operator], emit: (_workspace, input) => [{ type: 'workspace.stop-requested', reason: input.reason }] },
    progress: { from: ['starting'], to: ['starting'], by: [controller], inputRules: [currentGeneration], emit: (_workspace, input) => [{ type: 'workspace.progressed', ...input }] },
    started: { from: ['starting'], to: ['ready'], by: [controller], inputRules: [currentGeneration], emit: (_workspace, input) => [{ type: 'workspace.started', ...input }] },
    fail: { from: ['starting', 'ready'], to: ['failed'], by: [controller], inputRules: [currentGeneration], emit: (_workspace, input) => [{ type: 'workspace.failed', ...input }] },
    stopped: { from: ['stopping'], to: ['stopped'], by: [controller], inputRules: [currentGeneration], emit: (_workspace, input) => [{ type: 'workspace.stopped', ...input }] },
    lapse: { from: ['starting', 'ready'], to: ['stopping'], by: [controller], rules: [noLongerEntitled], emit: () => [{ type: 'workspace.lapsed' }] },
  },
  evolve(workspace, event: Recorded<WorkspaceEvent>): Workspace {
    switch (event.type) {
      case 'workspace.created': return newWorkspace(workspace.id, event.projectId, event.personId);
      case 'workspace.start-requested': return { ...workspace, status: 'starting', profileId: event.profileId, generation: workspace.generation + 1, step: null, reason: null, deadlineAt: event.deadlineAt, readyAt: null };
      case 'workspace.stop-requested': return { ...workspace, status: 'stopping', step: null, reason: event.reason, deadlineAt: null };
      case 'workspace.progressed': return { ...workspace, step: event.step };
      case 'workspace.started': return { ...workspace, status: 'ready', step: null, deadlineAt: null, readyAt: event.at };
      case 'workspace.failed': return { ...workspace, status: 'failed', step: null, reason: event.reason, deadlineAt: null, readyAt: null };
      case 'workspace.stopped': return { ...workspace, status: 'stopped', step: null, deadlineAt: null, readyAt: null };
      case 'workspace.lapsed': return { ...workspace, status: 'stopping', step: null, reason: 'entitlement-ended', deadlineAt: null };
    }
  },
};
