import { addDays, addSeconds } from '../engine/time.js';
import type { Workflow } from '../engine/workflow.js';
import { reasonStated } from '../people/standing.js';
import type { TransferEvent } from './events.js';
import { evolveTransfer } from './events.js';
import { allClean, allOutputsVoted, approvedManifest, approversOf, changesExplained, coolingOffOver, courier, currentRound, directionEnabled, downloadsLeft, enoughApprovals, everySizeAllowed, everythingClean, everyTypeAllowed, expirer, exportOnly, fileKnown, hasOutput, hasReviewed, importDeclared, isExpired, lead, manifestMatchesFiles, member, nameAccepted, notExpired, notReviewedYet, outputVoted, pastDeadline, pathFree, projectInForce, projectMatches, reasonLongEnough, releasedFile, releaser, requester, requesterStands, researcherMatches, roomForFile, scanner, sealer, securityOfficer, sizeAllowed, steward, teamMatches, ticketKnown, ticketMatches, typeAllowed, uploadsOnly, usesMarked, verdictBinds, withinCoolingOff, withinTotals } from './rules.js';
import type { FileVote, Manifest, ScanVerdict, Transfer, TransferFacts, TransferFile, TransferForm } from './state.js';
import { directionPolicy, REQUIRED_SCANNERS, TRANSFER_STATUSES } from './state.js';

type FileInput = Pick<TransferFile, 'path' | 'sizeBytes'> & { fileId: string };
export interface TransferInputs {
  describe: { form: Partial<TransferForm> };
  addFile: FileInput & { sha256: string };
  /** A file seen, or seen changed, in the outbox. */
  noticeFile: FileInput & { modifiedAtMs: number };
  /** The file is gone from the outbox. */
  forgetFile: { fileId: string };
  describeFile: { fileId: string; role: TransferFile['role']; use: TransferFile['use']; note: string };
  removeFile: { fileId: string };
  submit: Record<string, never>;
  sealed: { round: number; manifest: Manifest };
  sealFailed: { round: number; code: string; text: string };
  scanned: { round: number; manifestHash: string; verdicts: readonly Omit<ScanVerdict, 'at'>[] };
  timeOut: Record<string, never>;
  vote: { fileId: string; sha256: string; vote: FileVote['vote']; comment: string };
  submitReview: Record<string, never>;
  sendBack: { reason: string };
  approve: Record<string, never>;
  reject: { reason: string };
  undo: Record<string, never>;
  issueTicket: { ticketId: string };
  delivered: { ticketId: string; files: readonly { fileId: string; sha256: string }[] };
  deliveryMismatch: { ticketId: string; text: string };
  download: { fileId: string };
  revoke: { reason: string };
  expire: Record<string, never>;
  purge: { reason: string };
  withdraw: Record<string, never>;
}

const editable = ['draft', 'returned'] as const;
const fileRules = [nameAccepted, typeAllowed, sizeAllowed] as const;

export const transferWorkflow: Workflow<Transfer, TransferInputs, TransferFacts, TransferEvent> = {
  name: 'transfer',
  statuses: TRANSFER_STATUSES,
  finals: ['revoked', 'expired', 'rejected', 'blocked', 'withdrawn'],
  commands: {
    describe: { from: editable, to: editable, by: [requester], rules: [projectInForce], emit: (_transfer, input) => [{ type: 'transfer.described', form: input.form }] },
    addFile: { from: editable, to: editable, by: [requester], rules: [directionEnabled, projectInForce, uploadsOnly], inputRules: [...fileRules, pathFree, roomForFile], emit: (_transfer, input) => [{ type: 'transfer.file-added', ...input }] },
    noticeFile: { from: editable, to: editable, by: [courier], rules: [directionEnabled], inputRules: [nameAccepted, roomForFile], emit: (_transfer, input) => [{ type: 'transfer.file-noticed', ...input }] },
    forgetFile: { from: editable, to: editable, by: [courier], inputRules: [fileKnown], emit: (_transfer, input) => [{ type: 'transfer.file-removed', ...input }] },
    describeFile: { from: editable, to: editable, by: [requester], rules: [projectInForce], inputRules: [fileKnown], emit: (_transfer, input) => [{ type: 'transfer.file-described', ...input }] },
    removeFile: { from: editable, to: editable, by: [requester], inputRules: [fileKnown], emit: (transfer, input) => [{ type: transfer.direction === 'export' ? 'transfer.file-excluded' : 'transfer.file-removed', ...input }] },
    submit: {
      from: editable, to: ['sealing'], by: [requester],
      rules: [directionEnabled, projectInForce, requesterStands, hasOutput, everyTypeAllowed, everySizeAllowed, withinTotals, reasonLongEnough, teamMatches, researcherMatches, projectMatches, usesMarked, importDeclared],
      emit: (_transfer, _input, { facts, now }) => [{ type: 'transfer.submitted', deadlineAt: addSeconds(now, facts.policy.sealDeadlineSeconds) }],
    },
    sealed: { from: ['sealing'], to: ['scanning'], by: [sealer], inputRules: [currentRound, manifestMatchesFiles], emit: (_transfer, input, { facts, now }) => [{ type: 'transfer.sealed', manifest: input.manifest, deadlineAt: addSeconds(now, facts.policy.scanDeadlineSeconds) }] },
    sealFailed: { from: ['sealing'], to: ['returned'], by: [sealer], inputRules: [currentRound], emit: (_transfer, input) => [{ type: 'transfer.returned', code: input.code, text: input.text }] },
    scanned: {
      from: ['scanning'], to: ['in_review', 'quarantined', 'returned', 'scanning'], by: [scanner], inputRules: [currentRound, verdictBinds],
      emit: (transfer, input, { now }) => {
        const verdicts = [...transfer.verdicts, ...input.verdicts.map((verdict) => ({ ...verdict, at: now }))];
        const recorded: TransferEvent = { type: 'transfer.scanned', verdicts: verdicts.slice(transfer.verdicts.length) };
        const infected = verdicts.find((verdict) => verdict.verdict === 'infected');
        if (infected) return [recorded, { type: 'transfer.quarantined', code: 'infected', text: infected.reason }];
        if (allClean(transfer, verdicts)) return [recorded, { type: 'transfer.review-opened' }];
        const complete = transfer.manifest?.files.every((file) => REQUIRED_SCANNERS.every((id) => verdicts.some((verdict) => verdict.scanner === id && verdict.fileId === file.fileId && verdict.sha256 === file.sha256)));
        const unproven = verdicts.find((verdict) => verdict.verdict !== 'clean' || !transfer.manifest?.files.some((file) => file.fileId === verdict.fileId && file.sizeBytes === verdict.bytesSeen));
        return complete && unproven ? [recorded, { type: 'transfer.returned', code: unproven.verdict === 'clean' ? 'incomplete-scan' : unproven.reason, text: '' }] : [recorded];
      },
    },
    timeOut: {
      from: ['sealing', 'scanning', 'approved', 'releasing'], to: ['returned', 'consolidating'], by: [expirer], rules: [pastDeadline],
      emit: (transfer) => (transfer.status === 'sealing' || transfer.status === 'scanning' ? [{ type: 'transfer.returned', code: transfer.status === 'scanning' ? 'scan-unavailable' : 'sealing-unavailable', text: '' }] : [{ type: 'transfer.approval-undone', code: 'release-unavailable' }]),
    },
    vote: { from: ['in_review'], to: ['in_review'], by: [steward], rules: [notReviewedYet], inputRules: [outputVoted, changesExplained], emit: (transfer, input, { actor }) => [{ ...input, type: 'transfer.file-voted', reviewerId: actor.id, manifestHash: transfer.manifest?.hash ?? '' }] },
    submitReview: {
      from: ['in_review'], to: ['in_review', 'consolidating'], by: [steward], rules: [notReviewedYet, allOutputsVoted],
      emit: (transfer, _input, { actor, facts }) => {
        const reviewers = new Set([...transfer.reviews.filter((review) => review.round === transfer.round).map((review) => review.reviewerId), actor.id]);
        const handedIn: TransferEvent = { type: 'transfer.review-submitted', reviewerId: actor.id, manifestHash: transfer.manifest?.hash ?? '' };
        return reviewers.size >= directionPolicy(transfer, facts.policy).reviewers ? [handedIn, { type: 'transfer.consolidation-opened' }] : [handedIn];
      },
    },
    sendBack: { from: ['in_review', 'consolidating'], to: ['returned'], by: [steward], inputRules: [reasonStated], emit: (_transfer, input) => [{ type: 'transfer.returned', code: 'by-reviewer', text: input.reason }] },
    approve: { from: ['consolidating'], to: ['approved'], by: [steward], rules: [hasReviewed, projectInForce, everythingClean, enoughApprovals], emit: (transfer, _input, { facts, now }) => [{ type: 'transfer.approved', manifestHash: transfer.manifest?.hash ?? '', coolingOffUntil: addSeconds(now, facts.policy.coolingOffSeconds), deadlineAt: addSeconds(now, facts.policy.coolingOffSeconds + facts.policy.releaseDeadlineSeconds) }] },
    reject: { from: ['consolidating'], to: ['rejected'], by: [steward], rules: [hasReviewed], inputRules: [reasonStated], emit: (_transfer, input) => [{ type: 'transfer.rejected', text: input.reason }] },
    undo: { from: ['approved'], to: ['consolidating'], by: [steward], rules: [hasReviewed, withinCoolingOff], emit: () => [{ type: 'transfer.approval-undone', code: 'by-reviewer' }] },
    issueTicket: { from: ['approved'], to: ['releasing'], by: [releaser], rules: [coolingOffOver, approvedManifest, everythingClean, enoughApprovals, projectInForce, requesterStands], emit: (transfer, input, { facts, now }) => [{ type: 'transfer.ticket-issued', ticketId: input.ticketId, manifestHash: transfer.manifest?.hash ?? '', approvers: approversOf(transfer, facts), deadlineAt: addSeconds(now, facts.policy.releaseDeadlineSeconds) }] },
    delivered: { from: ['releasing'], to: ['released'], by: [releaser], inputRules: [ticketMatches], emit: (transfer, _input, { facts, now }) => [{ type: 'transfer.released', expiresAt: transfer.direction === 'export' ? addDays(now, facts.policy.downloadDays) : null }] },
    deliveryMismatch: { from: ['releasing'], to: ['quarantined'], by: [releaser], inputRules: [ticketKnown], emit: (_transfer, input) => [{ type: 'transfer.quarantined', code: 'delivery-mismatch', text: input.text }] },
    download: { from: ['released'], to: ['released'], by: [requester], rules: [exportOnly, notExpired, requesterStands], inputRules: [releasedFile, downloadsLeft], emit: (_transfer, input, { actor }) => [{ type: 'transfer.downloaded', personId: actor.id, fileId: input.fileId }] },
    revoke: { from: ['released'], to: ['revoked'], by: [steward, securityOfficer], inputRules: [reasonStated], emit: (_transfer, input) => [{ type: 'transfer.revoked', text: input.reason }] },
    expire: { from: ['released'], to: ['expired'], by: [expirer], rules: [isExpired], emit: () => [{ type: 'transfer.expired' }] },
    purge: { from: ['quarantined'], to: ['blocked'], by: [securityOfficer], inputRules: [reasonStated], emit: (_transfer, input) => [{ type: 'transfer.blocked', text: input.reason }] },
    withdraw: { from: ['draft', 'returned', 'scanning', 'in_review', 'consolidating'], to: ['withdrawn'], by: [requester, lead], emit: () => [{ type: 'transfer.withdrawn' }] },
  },
  evolve: evolveTransfer,
};
/** Who may open a new request: a joined member of a project in force, in an enabled direction. */
export const creationRelations = [member] as const;
export const creationRules = [directionEnabled, projectInForce] as const;
