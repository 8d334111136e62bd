import { hasRole, isSystem } from '../engine/actor.js';
import type { Context, Relation, Rule } from '../engine/workflow.js';
import { inForce, isJoined, memberOf } from '../projects/project.js';
import type { TransferInputs } from './commands.js';
import { extensionOf, pathProblem } from './file-names.js';
import { directionPolicy, outputsOf, REQUIRED_SCANNERS } from './state.js';
import type { ScanVerdict, Transfer, TransferFacts, TransferFile } from './state.js';

type TransferRelation = Relation<Transfer, TransferFacts>;
type TransferRule<Input = undefined> = Rule<Transfer, Input, TransferFacts>;
type TransferContext = Context<TransferFacts>;

export const requester: TransferRelation = { name: 'requester', says: 'The member who made the request.', holds: (transfer, { actor, facts }) => hasRole(actor, 'researcher') && actor.id === transfer.requesterId && isJoined(facts.project, actor.id) };
export const lead: TransferRelation = { name: 'lead', says: 'The lead of the project.', holds: (_transfer, { actor, facts }) => hasRole(actor, 'researcher') && actor.id === facts.project.leadId };
export const member: TransferRelation = { name: 'member', says: 'A joined member of the project.', holds: (_transfer, { actor, facts }) => hasRole(actor, 'researcher') && isJoined(facts.project, actor.id) };
/** Independent by construction: neither the requester nor anybody who is or was of the project. */
export const steward: TransferRelation = { name: 'steward', says: 'A data steward who is not, and never was, of the project.', holds: (transfer, { actor, facts }) => hasRole(actor, 'steward') && isIndependent(transfer, facts, actor.id) };
export const securityOfficer: TransferRelation = { name: 'securityOfficer', says: 'A security officer outside the project.', holds: (transfer, { actor, facts }) => hasRole(actor, 'security') && isIndependent(transfer, facts, actor.id) };
const system = (id: 'courier' | 'sealer' | 'scanner' | 'releaser' | 'expirer', says: string): TransferRelation => ({ name: id, says, holds: (_transfer, { actor }) => isSystem(actor, id) });
export const courier = system('courier', 'The job that notices files in an outbox.');
export const sealer = system('sealer', 'The mover, copying bytes into sealed quarantine.');
export const scanner = system('scanner', 'The job that scans sealed bytes.');
export const releaser = system('releaser', 'The mover, releasing approved bytes.');
export const expirer = system('expirer', 'The clock: deadlines and expiry dates.');

const isIndependent = (transfer: Transfer, facts: TransferFacts, personId: string): boolean => personId !== transfer.requesterId && memberOf(facts.project, personId) === undefined;
const isOutbox = (transfer: Transfer): boolean => transfer.direction === 'export';

/** Who approved every output of this very manifest and still may: the people a release stands on (I2). */
export function approversOf(transfer: Transfer, facts: TransferFacts): readonly string[] {
  const manifest = transfer.manifest;
  if (!manifest) return [];
  return transfer.reviews
    .filter((review) => review.manifestHash === manifest.hash && review.round === transfer.round)
    .map((review) => review.reviewerId)
    .filter((reviewerId, index, all) => all.indexOf(reviewerId) === index)
    .filter((reviewerId) => facts.activeStewards.includes(reviewerId) && isIndependent(transfer, facts, reviewerId))
    .filter((reviewerId) => outputsOf(transfer).every((file) => transfer.votes.some((vote) => vote.reviewerId === reviewerId && vote.fileId === file.fileId && vote.sha256 === file.sha256 && vote.manifestHash === manifest.hash && vote.round === transfer.round && vote.vote === 'approve')));
}
/** Clean, complete and about these very bytes, from this scanner (I3). */
export const isCleanFor = (verdict: ScanVerdict, file: { fileId: string; sha256: string; sizeBytes: number }): boolean =>
  verdict.fileId === file.fileId && verdict.sha256 === file.sha256 && verdict.verdict === 'clean' && verdict.bytesSeen === file.sizeBytes;
export const allClean = (transfer: Transfer, verdicts: readonly ScanVerdict[] = transfer.verdicts): boolean =>
  transfer.manifest !== null && transfer.manifest.files.length > 0 && transfer.manifest.files.every((file) => REQUIRED_SCANNERS.every((id) => verdicts.some((verdict) => verdict.scanner === id && isCleanFor(verdict, file))));
/** The file that lacks approvals, if any: named in the refusal. */
const unapprovedFile = (transfer: Transfer, facts: TransferFacts): string | undefined =>
  approversOf(transfer, facts).length >= directionPolicy(transfer, facts.policy).reviewers ? undefined : (outputsOf(transfer).find((file) => transfer.votes.some((vote) => vote.fileId === file.fileId && vote.round === transfer.round && vote.vote !== 'approve')) ?? outputsOf(transfer)[0])?.path ?? '';

export const directionEnabled: TransferRule = { name: 'directionEnabled', code: 'airlock-direction-off', says: 'The direction is enabled by policy.', holds: (transfer, { facts }) => directionPolicy(transfer, facts.policy).enabled };
export const projectInForce: TransferRule = { name: 'projectInForce', code: 'project-not-in-force', says: 'The project is active and in its period (R111).', holds: (_transfer, { facts, now }) => inForce(facts.project, now) };
export const requesterStands: TransferRule = { name: 'requesterStands', code: 'requester-not-entitled', says: "The requester's membership, training and pledge still hold.", holds: (_transfer, { facts }) => facts.requesterEntitled };
export const hasOutput: TransferRule = { name: 'hasOutput', code: 'no-output-file', says: 'At least one output file is in the request; supporting files alone are not a request.', holds: (transfer) => transfer.files.some((file) => file.role === 'output') };
const typeFits = (transfer: Transfer, facts: TransferFacts, path: string): boolean => directionPolicy(transfer, facts.policy).allowedExtensions.includes(extensionOf(path));
const sizeFits = (transfer: Transfer, facts: TransferFacts, sizeBytes: number): boolean => sizeBytes > 0 && sizeBytes <= directionPolicy(transfer, facts.policy).maxFileBytes;
/** Files noticed in an outbox are listed whatever they are, so that the requester sees them; what they are is asked at submit. */
const firstMisfit = (transfer: Transfer, fits: (file: TransferFile) => boolean): string => transfer.files.find((file) => !fits(file))?.path ?? '';
export const everyTypeAllowed: TransferRule = {
  name: 'everyTypeAllowed', code: 'file-type-not-allowed', says: 'Every file of the request, also one that came from the outbox, is of a type on the list of the direction (R106).',
  holds: (transfer, { facts }) => transfer.files.every((file) => typeFits(transfer, facts, file.path)),
  params: (transfer, { facts }) => { const file = firstMisfit(transfer, ({ path }) => typeFits(transfer, facts, path)); return { file, extension: extensionOf(file) }; },
};
export const everySizeAllowed: TransferRule = {
  name: 'everySizeAllowed', code: 'file-too-large', says: 'Every file of the request, also one that came from the outbox, is within the size limit of the direction and not empty (R106).',
  holds: (transfer, { facts }) => transfer.files.every((file) => sizeFits(transfer, facts, file.sizeBytes)),
  params: (transfer, { facts }) => ({ file: firstMisfit(transfer, ({ sizeBytes }) => sizeFits(transfer, facts, sizeBytes)), maxFileBytes: directionPolicy(transfer, facts.policy).maxFileBytes }),
};
export const withinTotals: TransferRule = {
  name: 'withinTotals', code: 'request-too-large', says: 'Number and total size of the files are within the limits of the direction.',
  holds: (transfer, { facts }) => { const limits = directionPolicy(transfer, facts.policy); return transfer.files.length <= limits.maxFiles && transfer.files.reduce((sum, file) => sum + file.sizeBytes, 0) <= limits.maxTotalBytes; },
  params: (transfer, { facts }) => { const limits = directionPolicy(transfer, facts.policy); return { maxFiles: limits.maxFiles, maxTotalBytes: limits.maxTotalBytes }; },
};
export const reasonLongEnough: TransferRule = {
  name: 'reasonLongEnough', code: 'transfer-reason-too-short', says: 'The reason and intent are told in enough words (R113).',
  holds: (transfer, { facts }) => transfer.form.reason.trim().length >= directionPolicy(transfer, facts.policy).minReasonLength,
  params: (transfer, { facts }) => ({ minLength: directionPolicy(transfer, facts.policy).minReasonLength }),
};
export const teamMatches: TransferRule = { name: 'teamMatches', code: 'team-number-mismatch', says: "The team number is the requester's own (R109).", holds: (transfer, { facts }) => transfer.direction === 'import' || (facts.requester !== null && facts.requester.teamNumber !== '' && transfer.form.teamNumber === facts.requester.teamNumber) };
export const researcherMatches: TransferRule = { name: 'researcherMatches', code: 'researcher-id-mismatch', says: "The researcher registration ID is the signed-in person's own (R110).", holds: (transfer, { facts }) => transfer.direction === 'import' || (facts.requester !== null && facts.requester.researcherId !== '' && transfer.form.researcherId === facts.requester.researcherId) };
export const projectMatches: TransferRule = { name: 'projectMatches', code: 'project-number-mismatch', says: 'The project number is the number of this project (R111).', holds: (transfer, { facts }) => transfer.direction === 'import' || transfer.form.projectNumber === facts.project.number };
export const usesMarked: TransferRule = { name: 'usesMarked', code: 'file-use-missing', says: 'Each exported output says what it is for (R112).', holds: (transfer) => transfer.direction === 'import' || transfer.files.every((file) => file.role === 'supporting' || file.use !== null) };
export const importDeclared: TransferRule = {
  name: 'importDeclared', code: 'import-declaration-missing', says: 'An import declares its own virus check, provenance, licence and that the data are not already inside (R098-R100).',
  holds: ({ direction, form }) => direction === 'export' || (form.ownCheck !== null && form.ownCheck.clean && form.ownCheck.product.trim() !== '' && form.provenance.trim() !== '' && form.licence.trim() !== '' && form.notAlreadyInside),
};

const folded = (path: string): string => path.normalize('NFC').toLowerCase();
const collide = (a: string, b: string): boolean => folded(a) === folded(b) || folded(a).startsWith(`${folded(b)}/`) || folded(b).startsWith(`${folded(a)}/`);
export const nameAccepted: TransferRule<{ path: string }> = { name: 'nameAccepted', code: 'file-name-not-accepted', says: 'A file name hides nothing: relative, no control or direction characters, no device names (T2).', holds: (_transfer, _context, input) => pathProblem(input.path) === null, params: (_transfer, _context, input) => ({ problem: pathProblem(input.path) ?? '' }) };
export const typeAllowed: TransferRule<{ path: string }> = { name: 'typeAllowed', code: 'file-type-not-allowed', says: 'The file type is on the list of the direction (R106, T3).', holds: (transfer, { facts }, input) => typeFits(transfer, facts, input.path), params: (_transfer, _context, input) => ({ extension: extensionOf(input.path) }) };
export const sizeAllowed: TransferRule<{ sizeBytes: number }> = { name: 'sizeAllowed', code: 'file-too-large', says: 'The file is within the size limit of the direction and not empty.', holds: (transfer, { facts }, input) => sizeFits(transfer, facts, input.sizeBytes), params: (transfer, { facts }) => ({ maxFileBytes: directionPolicy(transfer, facts.policy).maxFileBytes }) };
export const pathFree: TransferRule<{ path: string }> = { name: 'pathFree', code: 'file-name-taken', says: 'No other file of the request has this name, not even in another case or spelling of the same characters, and none is the folder of another.', holds: (transfer, _context, input) => !transfer.files.some((file) => collide(file.path, input.path)) };
export const roomForFile: TransferRule<{ fileId: string }> = { name: 'roomForFile', code: 'too-many-files', says: 'The request has room for another file; a file it already has may be noticed again.', holds: (transfer, { facts }, input) => transfer.files.some((file) => file.id === input.fileId) || transfer.files.length < directionPolicy(transfer, facts.policy).maxFiles, params: (transfer, { facts }) => ({ maxFiles: directionPolicy(transfer, facts.policy).maxFiles }) };
export const fileKnown: TransferRule<{ fileId: string }> = { name: 'fileKnown', code: 'file-unknown', says: 'The file is part of the request.', holds: (transfer, _context, input) => transfer.files.some((file) => file.id === input.fileId) };
export const uploadsOnly: TransferRule<unknown> = { name: 'uploadsOnly', code: 'export-files-come-from-outbox', says: 'Export files come from the outbox by themselves; only imports are uploaded.', holds: (transfer) => !isOutbox(transfer) };
export const currentRound: TransferRule<{ round: number }> = { name: 'currentRound', code: 'superseded', says: 'A report names the current round; a late one changes nothing.', holds: (transfer, _context, input) => transfer.round === input.round };

export const verdictBinds: TransferRule<TransferInputs['scanned']> = {
  name: 'verdictBinds', code: 'superseded', says: 'Verdicts bind to the manifest: one of other bytes is not taken (I3).',
  holds: (transfer, _context, input) => transfer.manifest !== null && input.manifestHash === transfer.manifest.hash && input.verdicts.every((verdict) => transfer.manifest?.files.some((file) => file.fileId === verdict.fileId && file.sha256 === verdict.sha256)),
};
export const manifestMatchesFiles: TransferRule<TransferInputs['sealed']> = {
  name: 'manifestMatchesFiles', code: 'manifest-mismatch', says: 'The sealed manifest lists exactly the files of the request, each with the hash that was declared where one was.',
  holds: (transfer, _context, input) => input.manifest.files.length === transfer.files.length && transfer.files.every((file) => input.manifest.files.some((sealed) => sealed.fileId === file.id && sealed.path === file.path && sealed.role === file.role && (transfer.direction === 'export' || file.sha256 === null || file.sha256 === sealed.sha256))),
};
export const pastDeadline: TransferRule = { name: 'pastDeadline', code: 'deadline-not-reached', says: 'The deadline of a system-owned state has passed.', holds: (transfer, { now }) => transfer.deadlineAt !== null && transfer.deadlineAt <= now };

export const outputVoted: TransferRule<TransferInputs['vote']> = { name: 'outputVoted', code: 'file-not-votable', says: 'Votes are on output files of the sealed manifest; supporting files never leave and cannot be voted (I16).', holds: (transfer, _context, input) => outputsOf(transfer).some((file) => file.fileId === input.fileId && file.sha256 === input.sha256) };
export const changesExplained: TransferRule<TransferInputs['vote']> = { name: 'changesExplained', code: 'comment-required', says: 'Asking for changes comes with a comment.', holds: (_transfer, _context, input) => input.vote === 'approve' || input.comment.trim().length >= 5 };
export const notReviewedYet: TransferRule = { name: 'notReviewedYet', code: 'already-reviewed', says: 'A steward hands in one review a round.', holds: (transfer, { actor }) => !transfer.reviews.some((review) => review.reviewerId === actor.id && review.round === transfer.round) };
export const allOutputsVoted: TransferRule = { name: 'allOutputsVoted', code: 'files-not-voted', says: 'Every output file has a vote before a review is handed in.', holds: (transfer, { actor }) => outputsOf(transfer).every((file) => transfer.votes.some((vote) => vote.reviewerId === actor.id && vote.fileId === file.fileId && vote.round === transfer.round)) };
export const hasReviewed: TransferRule = { name: 'hasReviewed', code: 'not-a-reviewer-of-round', says: 'Only a steward who reviewed this round decides on it.', holds: (transfer, { actor }) => transfer.reviews.some((review) => review.reviewerId === actor.id && review.round === transfer.round) };
export const enoughApprovals: TransferRule = {
  name: 'enoughApprovals', code: 'approvals-missing', says: 'Each released file has approvals of enough different independent stewards on this very manifest (I2).',
  holds: (transfer, { facts }) => unapprovedFile(transfer, facts) === undefined,
  params: (transfer, { facts }) => ({ file: unapprovedFile(transfer, facts) ?? '', reviewers: directionPolicy(transfer, facts.policy).reviewers }),
};
export const everythingClean: TransferRule = { name: 'everythingClean', code: 'not-proven-clean', says: 'Each file has a clean and complete verdict of each required scanner on these bytes (I3).', holds: (transfer) => allClean(transfer) };
export const approvedManifest: TransferRule = { name: 'approvedManifest', code: 'manifest-mismatch', says: 'The approval was given on this manifest.', holds: (transfer) => transfer.manifest !== null && transfer.approval?.manifestHash === transfer.manifest.hash };
export const coolingOffOver: TransferRule = { name: 'coolingOffOver', code: 'cooling-off', says: 'The cooling-off time has passed.', holds: (transfer, { now }) => transfer.approval !== null && transfer.approval.coolingOffUntil <= now };
export const withinCoolingOff: TransferRule = { name: 'withinCoolingOff', code: 'cooling-off-over', says: 'An approval can be undone while the cooling-off time runs.', holds: (transfer, { now }) => transfer.approval !== null && now < transfer.approval.coolingOffUntil };
export const ticketMatches: TransferRule<TransferInputs['delivered']> = {
  name: 'ticketMatches', code: 'manifest-mismatch', says: 'Delivery names the ticket, and what was read back at the destination has the hashes of its manifest (I1, I15).',
  holds: (transfer, _context, input) => transfer.ticket !== null && transfer.ticket.id === input.ticketId && outputsOf(transfer).length === input.files.length && outputsOf(transfer).every((file) => input.files.some((delivered) => delivered.fileId === file.fileId && delivered.sha256 === file.sha256)),
};
export const ticketKnown: TransferRule<{ ticketId: string }> = { name: 'ticketKnown', code: 'superseded', says: 'A report names the current ticket.', holds: (transfer, _context, input) => transfer.ticket?.id === input.ticketId };
export const exportOnly: TransferRule = { name: 'exportOnly', code: 'imports-are-read-inside', says: 'Only exports are downloaded; imports are read inside the workspace.', holds: (transfer) => transfer.direction === 'export' };
export const notExpired: TransferRule = { name: 'notExpired', code: 'download-expired', says: 'The download has not expired.', holds: (transfer, { now }) => transfer.expiresAt !== null && now < transfer.expiresAt };
export const isExpired: TransferRule = { name: 'isExpired', code: 'deadline-not-reached', says: 'The expiry date has passed.', holds: (transfer, { now }) => transfer.expiresAt !== null && transfer.expiresAt <= now };
export const downloadsLeft: TransferRule<TransferInputs['download']> = {
  name: 'downloadsLeft', code: 'download-limit-reached', says: 'The person has downloads of this file left.',
  holds: (transfer, { actor, facts }: TransferContext, input) => transfer.downloads.filter((download) => download.personId === actor.id && download.fileId === input.fileId).length < facts.policy.downloadsPerPerson,
  params: (_transfer, { facts }) => ({ limit: facts.policy.downloadsPerPerson }),
};
export const releasedFile: TransferRule<TransferInputs['download']> = { name: 'releasedFile', code: 'file-unknown', says: 'Only an output file of the released manifest can be downloaded.', holds: (transfer, _context, input) => transfer.ticket !== null && transfer.ticket.manifestHash === transfer.manifest?.hash && outputsOf(transfer).some((file) => file.fileId === input.fileId) };
