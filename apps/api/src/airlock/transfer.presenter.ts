import type { TransferSummary, TransferView } from '@suimon/contracts';
import { directionPolicy, hasRole, memberOf, reviewOpenedAt, transferWorkflow, verdict } from '@suimon/domain';
import type { Actor, CommandMap, Context, Transfer, TransferFacts, TransferInputs } from '@suimon/domain';
import type { Stored } from '@suimon/use-cases';
import type { PersonRefs } from '../people/person-refs.js';

export interface TransferSight { readonly stored: Stored<Transfer>; readonly context: Context<TransferFacts>; readonly commands: CommandMap<TransferInputs> }
export const namedInTransfer = (transfer: Transfer): string[] => [transfer.requesterId, ...transfer.votes.map((vote) => vote.reviewerId), ...(transfer.reason ? [transfer.reason.by] : [])];

const OWNER: Record<Transfer['status'], string | null> = { draft: 'requester', returned: 'requester', sealing: 'system', scanning: 'system', quarantined: 'role:security', in_review: 'role:steward', consolidating: 'role:steward', approved: 'system', releasing: 'system', released: null, revoked: null, expired: null, rejected: null, blocked: null, withdrawn: null };

/**
 * In the blind phase neither the time of the last change nor the version may tell one reviewer that another has voted (I12):
 * the time is that of the opening, and the version is left out. Votes bind to the file's hash and the round instead.
 */
export const isBlindFor = (state: Transfer, actor: Actor): boolean => state.status === 'in_review' && hasRole(actor, 'steward');

export function presentTransferSummary({ state, version: stored, createdAt, updatedAt: changedAt }: Stored<Transfer>, project: { number: string; title: string }, refs: PersonRefs, actor: Actor): TransferSummary {
  const who = OWNER[state.status];
  const updatedAt = state.status === 'in_review' ? (reviewOpenedAt(state) ?? changedAt) : changedAt;
  const version = isBlindFor(state, actor) ? 0 : stored;
  return {
    id: state.id, version, status: state.status, direction: state.direction, projectId: state.projectId, projectNumber: project.number, projectTitle: project.title, requester: refs.get(state.requesterId), fileCount: state.files.length,
    totalBytes: state.files.reduce((sum, file) => sum + file.sizeBytes, 0), round: state.round, updatedAt, createdAt, turn: who ? { who, since: updatedAt, until: state.deadlineAt } : null,
  };
}

/** Votes a viewer may see: one's own always; others' only once the blind phase is over, and never by members before a decision (I12). */
function visibleVotes({ stored: { state }, context: { actor, facts } }: TransferSight): Transfer['votes'] {
  const blindPhaseOver = state.status !== 'in_review';
  const isMember = memberOf(facts.project, actor.id) !== undefined;
  return state.votes.filter((vote) => vote.round === state.round && (vote.reviewerId === actor.id || (!isMember && blindPhaseOver && hasRole(actor, 'steward', 'auditor', 'security')) || (isMember && ['returned', 'rejected', 'released'].includes(state.status) && vote.vote === 'changes')));
}

export function presentTransfer(sight: TransferSight, refs: PersonRefs, extras: { refusedFiles: TransferView['refusedFiles']; earlier: readonly Transfer[] }): TransferView {
  const { stored, context, commands } = sight;
  const { state } = stored;
  const { actor, facts } = context;
  const votes = visibleVotes(sight);
  const limits = directionPolicy(state, facts.policy);
  const reviews = state.reviews.filter((review) => review.round === state.round);
  const mine = state.requesterId === actor.id;
  return {
    ...presentTransferSummary(stored, facts.project, refs, actor), form: { ...state.form }, manifestHash: state.manifest?.hash ?? null,
    files: state.files.map((file) => ({
      id: file.id, path: file.path, role: file.role, sizeBytes: file.sizeBytes, sha256: file.sha256, use: file.use, note: file.note,
      verdicts: state.verdicts.filter((entry) => entry.fileId === file.id).map(({ scanner, verdict: outcome, reason, engine, signatures, bytesSeen, at }) => ({ scanner, verdict: outcome, reason, engine, signatures, bytesSeen, at })),
      votes: votes.filter((vote) => vote.fileId === file.id).map(({ reviewerId, vote, comment }) => ({ reviewer: refs.get(reviewerId), vote, comment, mine: reviewerId === actor.id })),
      downloadsLeft: mine && state.status === 'released' && state.direction === 'export' && file.role === 'output' ? Math.max(0, facts.policy.downloadsPerPerson - state.downloads.filter((download) => download.personId === actor.id && download.fileId === file.id).length) : null,
    })),
    reason: state.reason ? { code: state.reason.code, text: state.reason.text, at: state.reason.at, by: state.reason.by.startsWith('system:') ? null : refs.get(state.reason.by) } : null,
    refusedFiles: extras.refusedFiles, reviewersNeeded: limits.reviewers, reviewsIn: state.status === 'in_review' ? null : reviews.length, myReviewIn: reviews.some((review) => review.reviewerId === actor.id),
    coolingOffUntil: state.status === 'approved' ? (state.approval?.coolingOffUntil ?? null) : null, releasedAt: state.releasedAt, expiresAt: state.expiresAt, deadlineAt: state.deadlineAt,
    commands, submitParams: { ...verdict(transferWorkflow, 'submit', state, context)?.params },
    limits: { maxFiles: limits.maxFiles, maxFileBytes: limits.maxFileBytes, maxTotalBytes: limits.maxTotalBytes, allowedExtensions: [...limits.allowedExtensions], minReasonLength: limits.minReasonLength, downloadsPerPerson: facts.policy.downloadsPerPerson },
    earlier: extras.earlier.map((transfer) => ({ id: transfer.id, status: transfer.status, releasedAt: transfer.releasedAt, paths: transfer.files.filter((file) => file.role === 'output').map((file) => file.path) })),
  };
}
