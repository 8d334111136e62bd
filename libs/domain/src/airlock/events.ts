import type { Instant } from '../engine/time.js';
import type { Recorded } from '../engine/workflow.js';
import { newTransfer } from './state.js';
import type { Direction, FileVote, Manifest, ScanVerdict, Transfer, TransferFile, TransferForm } from './state.js';

export type TransferEvent =
  | { type: 'transfer.created'; direction: Direction; projectId: string; requesterId: string }
  | { type: 'transfer.described'; form: Partial<TransferForm> }
  | { type: 'transfer.file-added'; fileId: string; path: string; sizeBytes: number; sha256: string }
  | { type: 'transfer.file-noticed'; fileId: string; path: string; sizeBytes: number; modifiedAtMs: number }
  | { type: 'transfer.file-described'; fileId: string; role: TransferFile['role']; use: TransferFile['use']; note: string }
  | { type: 'transfer.file-removed'; fileId: string }
  | { type: 'transfer.file-excluded'; fileId: string }
  | { type: 'transfer.submitted'; deadlineAt: Instant }
  | { type: 'transfer.sealed'; manifest: Manifest; deadlineAt: Instant }
  | { type: 'transfer.scanned'; verdicts: readonly ScanVerdict[] }
  | { type: 'transfer.review-opened' }
  | { type: 'transfer.quarantined'; code: string; text: string }
  | { type: 'transfer.returned'; code: string; text: string }
  | ({ type: 'transfer.file-voted' } & Omit<FileVote, 'round'>)
  | { type: 'transfer.review-submitted'; reviewerId: string; manifestHash: string }
  | { type: 'transfer.consolidation-opened' }
  | { type: 'transfer.approved'; manifestHash: string; coolingOffUntil: Instant; deadlineAt: Instant }
  | { type: 'transfer.approval-undone'; code: string }
  | { type: 'transfer.rejected'; text: string }
  | { type: 'transfer.ticket-issued'; ticketId: string; manifestHash: string; approvers: readonly string[]; deadlineAt: Instant }
  | { type: 'transfer.released'; expiresAt: Instant | null }
  | { type: 'transfer.downloaded'; personId: string; fileId: string }
  | { type: 'transfer.revoked'; text: string }
  | { type: 'transfer.expired' }
  | { type: 'transfer.blocked'; text: string }
  | { type: 'transfer.withdrawn' }
  /** A tombstone: which bytes were destroyed, by SHA-256 and zone. It changes no state (I20). */
  | { type: 'transfer.bytes-destroyed' };

const withFile = (transfer: Transfer, file: Pick<TransferFile, 'id' | 'path' | 'sizeBytes' | 'sha256' | 'modifiedAtMs'>): Transfer => {
  const known = transfer.files.find((other) => other.id === file.id);
  const added: TransferFile = { role: 'output', use: null, note: '', ...known, ...file };
  return { ...transfer, files: [...transfer.files.filter((other) => other.id !== file.id), added].sort((a, b) => (a.path < b.path ? -1 : 1)) };
};
const because = (event: Recorded<TransferEvent>, code: string, text: string): Transfer['reason'] => ({ code, text, at: event.at, by: event.by });
/** Back in the requester's hands or ended: nothing decided on the sealed bytes counts any longer. */
const unsealed = { manifest: null, verdicts: [], approval: null, ticket: null, deadlineAt: null } as const;

/** Exhaustive and free of rules: what has happened makes the next state. */
export function evolveTransfer(transfer: Transfer, event: Recorded<TransferEvent>): Transfer {
  switch (event.type) {
    case 'transfer.created': return newTransfer(transfer.id, event.direction, event.projectId, event.requesterId);
    case 'transfer.described': return { ...transfer, form: { ...transfer.form, ...event.form } };
    case 'transfer.file-added': return withFile(transfer, { id: event.fileId, path: event.path, sizeBytes: event.sizeBytes, sha256: event.sha256, modifiedAtMs: null });
    case 'transfer.file-noticed': return withFile(transfer, { id: event.fileId, path: event.path, sizeBytes: event.sizeBytes, sha256: null, modifiedAtMs: event.modifiedAtMs });
    case 'transfer.file-described': return { ...transfer, files: transfer.files.map((file) => (file.id === event.fileId ? { ...file, role: event.role, use: event.use, note: event.note } : file)) };
    case 'transfer.file-removed': return { ...transfer, files: transfer.files.filter((file) => file.id !== event.fileId) };
    case 'transfer.file-excluded': return { ...transfer, files: transfer.files.filter((file) => file.id !== event.fileId), excludedPaths: [...transfer.excludedPaths, ...transfer.files.filter((file) => file.id === event.fileId).map((file) => file.path)] };
    case 'transfer.submitted': return { ...transfer, ...unsealed, status: 'sealing', round: transfer.round + 1, reason: null, deadlineAt: event.deadlineAt };
    case 'transfer.sealed': return {
      ...transfer, status: 'scanning', manifest: event.manifest, deadlineAt: event.deadlineAt,
      files: transfer.files.map((file) => { const sealed = event.manifest.files.find((entry) => entry.fileId === file.id); return sealed ? { ...file, sha256: sealed.sha256, sizeBytes: sealed.sizeBytes } : file; }),
    };
    case 'transfer.scanned': return { ...transfer, verdicts: [...transfer.verdicts, ...event.verdicts] };
    case 'transfer.review-opened': return { ...transfer, status: 'in_review', deadlineAt: null };
    case 'transfer.quarantined': return { ...transfer, status: 'quarantined', deadlineAt: null, reason: because(event, event.code, event.text) };
    case 'transfer.returned': return { ...transfer, ...unsealed, status: 'returned', reason: because(event, event.code, event.text) };
    case 'transfer.file-voted': {
      const { type: _type, at: _at, by: _by, ...vote } = event;
      return { ...transfer, votes: [...transfer.votes.filter((other) => !(other.reviewerId === vote.reviewerId && other.fileId === vote.fileId && other.round === transfer.round)), { ...vote, round: transfer.round }] };
    }
    case 'transfer.review-submitted': return { ...transfer, reviews: [...transfer.reviews, { reviewerId: event.reviewerId, manifestHash: event.manifestHash, round: transfer.round, at: event.at }] };
    case 'transfer.consolidation-opened': return { ...transfer, status: 'consolidating' };
    case 'transfer.approved': return { ...transfer, status: 'approved', deadlineAt: event.deadlineAt, approval: { by: event.by, at: event.at, coolingOffUntil: event.coolingOffUntil, manifestHash: event.manifestHash } };
    case 'transfer.approval-undone': return { ...transfer, status: 'consolidating', approval: null, ticket: null, deadlineAt: null, reason: because(event, event.code, '') };
    case 'transfer.rejected': return { ...transfer, status: 'rejected', deadlineAt: null, reason: because(event, 'by-reviewer', event.text) };
    case 'transfer.ticket-issued': return { ...transfer, status: 'releasing', deadlineAt: event.deadlineAt, ticket: { id: event.ticketId, manifestHash: event.manifestHash, approvers: event.approvers, at: event.at } };
    case 'transfer.released': return { ...transfer, status: 'released', deadlineAt: null, releasedAt: event.at, expiresAt: event.expiresAt };
    case 'transfer.downloaded': return { ...transfer, downloads: [...transfer.downloads, { personId: event.personId, fileId: event.fileId, at: event.at }] };
    case 'transfer.revoked': return { ...transfer, status: 'revoked', reason: because(event, 'revoked', event.text) };
    case 'transfer.expired': return { ...transfer, status: 'expired' };
    case 'transfer.blocked': return { ...transfer, status: 'blocked', reason: because(event, transfer.reason?.code ?? 'infected', event.text) };
    case 'transfer.bytes-destroyed': return transfer;
    case 'transfer.withdrawn': return { ...transfer, ...unsealed, status: 'withdrawn' };
  }
}
