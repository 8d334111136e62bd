import type { TransferInputs } from '../airlock/commands.js';
import { transferWorkflow } from '../airlock/commands.js';
import type { TransferEvent } from '../airlock/events.js';
import type { Direction, FileVote, Manifest, ScannerId, Transfer, TransferFacts, TransferFile, TransferForm, Verdict } from '../airlock/state.js';
import { newTransfer, outputsOf, REQUIRED_SCANNERS } from '../airlock/state.js';
import type { PersonActor } from '../engine/actor.js';
import { Journey } from './journey.js';
import { cast, NOW, system } from './people.js';
import { airlockPolicy } from './policies.js';
import { openProject } from './projects.js';
import { REASON } from './standings.js';

export type TransferJourney = Journey<Transfer, TransferInputs, TransferFacts, TransferEvent>;
type VerdictInput = TransferInputs['scanned']['verdicts'][number];

export const transferFacts: TransferFacts = {
  policy: airlockPolicy, project: openProject().state, requesterEntitled: true, requester: { teamNumber: 'T-1', researcherId: 'R-1' },
  /** Team members hold the steward role too, so that only their place in the project keeps them out. */
  activeStewards: [cast.stewardA, cast.stewardB, cast.stewardC, cast.lead, cast.requester, cast.colleague, cast.formerMember].map(({ id }) => id),
};
export const form: TransferForm = {
  teamNumber: 'T-1', researcherId: 'R-1', projectNumber: 'P-2026-001', reason: 'results for the final report', provenance: 'made by the team', licence: 'CC BY 4.0',
  ownCheck: { product: 'A scanner', definitionsDate: '2026-06-14', scanDate: '2026-06-15', clean: true }, notAlreadyInside: true,
};
/** 64 hexadecimal digits that depend on the text: enough to tell bytes apart in a spec, and quick. */
export function sha(text: string): string {
  let hash = 5381;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, 33) + text.charCodeAt(index)) >>> 0;
  return hash.toString(16).padStart(8, '0').repeat(8);
}

export interface PlannedFile { readonly path: string; readonly role?: TransferFile['role']; readonly sizeBytes?: number }
export const fileIdOf = (path: string): string => `file:${path}`;

export const beginTransfer = (direction: Direction): TransferJourney => Journey.begin(transferWorkflow, newTransfer('transfer-1', direction, 'project-1', cast.requester.id), transferFacts, NOW);
/** Uploads for an import; for an export, files that the courier finds in the outbox. */
export function withFile(journey: TransferJourney, { path, role = 'output', sizeBytes = 100 }: PlannedFile): TransferJourney {
  const file = { fileId: fileIdOf(path), path, sizeBytes };
  if (journey.state.direction === 'import') journey.run('addFile', cast.requester, { ...file, sha256: sha(path) });
  else journey.run('noticeFile', system('courier'), { ...file, modifiedAtMs: 1 });
  return journey.run('describeFile', cast.requester, { fileId: file.fileId, role, use: role === 'output' ? 'publication' : null, note: '' });
}
const DEFAULT_FILES: readonly PlannedFile[] = [{ path: 'table.csv' }, { path: 'method.txt', role: 'supporting' }];
/** A draft that may be submitted. */
export function draftTransfer(direction: Direction, files: readonly PlannedFile[] = DEFAULT_FILES): TransferJourney {
  const journey = beginTransfer(direction).run('describe', cast.requester, { form });
  files.forEach((file) => withFile(journey, file));
  return journey;
}
/** What the mover seals: the files as they are now, `content` standing for their bytes. */
export function manifestOf(transfer: Transfer, content: (path: string) => string = (path) => path): Manifest {
  const files = transfer.files.map(({ id, path, role, sizeBytes }) => ({ fileId: id, path, role, sizeBytes, sha256: sha(content(path)) }));
  return { hash: sha(JSON.stringify(files)), files };
}
export const verdictOn = (transfer: Transfer, fileId: string, scanner: ScannerId, verdict: Verdict = 'clean', change: Partial<VerdictInput> = {}): VerdictInput => {
  const file = transfer.manifest?.files.find((entry) => entry.fileId === fileId);
  return { fileId, sha256: file?.sha256 ?? '', scanner, verdict, reason: verdict === 'clean' ? '' : `${verdict}-reason`, engine: 'engine 1', signatures: '1', signaturesAt: NOW, bytesSeen: file?.sizeBytes ?? 0, ...change };
};
/** Every verdict that the gate asks for, clean unless `result` says otherwise. */
export const verdictsOn = (transfer: Transfer, result: (fileId: string, scanner: ScannerId) => Verdict = () => 'clean'): readonly VerdictInput[] =>
  (transfer.manifest?.files ?? []).flatMap(({ fileId }) => REQUIRED_SCANNERS.map((scanner) => verdictOn(transfer, fileId, scanner, result(fileId, scanner))));
export const scanReport = (transfer: Transfer, verdicts: readonly VerdictInput[] = verdictsOn(transfer)): TransferInputs['scanned'] => ({ round: transfer.round, manifestHash: transfer.manifest?.hash ?? '', verdicts });

export const submitted = (journey: TransferJourney): TransferJourney => journey.run('submit', cast.requester, {});
export const sealed = (journey: TransferJourney): TransferJourney => journey.run('sealed', system('sealer'), { round: journey.state.round, manifest: manifestOf(journey.state) });
export const scanned = (journey: TransferJourney, verdicts?: readonly VerdictInput[]): TransferJourney => journey.run('scanned', system('scanner'), scanReport(journey.state, verdicts));
export const intoReview = (direction: Direction, files?: readonly PlannedFile[]): TransferJourney => scanned(sealed(submitted(draftTransfer(direction, files))));
export const ballot = (transfer: Transfer, path: string, vote: FileVote['vote'] = 'approve'): TransferInputs['vote'] => {
  const file = transfer.manifest?.files.find((entry) => entry.path === path);
  return { fileId: file?.fileId ?? fileIdOf(path), sha256: file?.sha256 ?? '', vote, comment: vote === 'changes' ? 'please round the counts' : '' };
};
/** One steward's whole review: a vote on each output, "changes" for those named, handed in. */
export function reviewed(journey: TransferJourney, steward: PersonActor, changes: readonly string[] = []): TransferJourney {
  for (const { path } of outputsOf(journey.state)) journey.run('vote', steward, ballot(journey.state, path, changes.includes(path) ? 'changes' : 'approve'));
  return journey.run('submitReview', steward, {});
}
export function intoConsolidation(direction: Direction, files?: readonly PlannedFile[]): TransferJourney {
  const journey = reviewed(intoReview(direction, files), cast.stewardA);
  return journey.state.status === 'consolidating' ? journey : reviewed(journey, cast.stewardB);
}
export const delivery = (transfer: Transfer): TransferInputs['delivered'] => ({ ticketId: transfer.ticket?.id ?? '', files: outputsOf(transfer).map(({ fileId, sha256 }) => ({ fileId, sha256 })) });

/** A transfer in any status, reached by commands. */
export function transferAt(status: Transfer['status'], direction: Direction = 'export', files?: readonly PlannedFile[]): TransferJourney {
  const at = (earlier: Transfer['status']): TransferJourney => transferAt(earlier, direction, files);
  switch (status) {
    case 'draft': return draftTransfer(direction, files);
    case 'sealing': return submitted(at('draft'));
    case 'scanning': return sealed(at('sealing'));
    case 'in_review': return scanned(at('scanning'));
    case 'quarantined': { const journey = at('scanning'); return scanned(journey, verdictsOn(journey.state, () => 'infected')); }
    case 'returned': return at('in_review').run('sendBack', cast.stewardA, { reason: REASON });
    case 'consolidating': return intoConsolidation(direction, files);
    case 'approved': return at('consolidating').run('approve', cast.stewardA, {});
    case 'releasing': return at('approved').later(airlockPolicy.coolingOffSeconds).run('issueTicket', system('releaser'), { ticketId: 'ticket-1' });
    case 'released': { const journey = at('releasing'); return journey.run('delivered', system('releaser'), delivery(journey.state)); }
    case 'revoked': return at('released').run('revoke', cast.stewardA, { reason: REASON });
    case 'expired': return transferAt('released', 'export', files).later(airlockPolicy.downloadDays * 86_400).run('expire', system('expirer'), {});
    case 'rejected': return at('consolidating').run('reject', cast.stewardA, { reason: REASON });
    case 'blocked': return at('quarantined').run('purge', cast.security, { reason: REASON });
    case 'withdrawn': return at('draft').run('withdraw', cast.requester, {});
  }
}
