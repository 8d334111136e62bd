import type { Instant } from '../engine/time.js';
import type { AirlockPolicy, DirectionPolicy } from '../policy.js';
import type { Project } from '../projects/project.js';

export const DIRECTIONS = ['import', 'export'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const TRANSFER_STATUSES = ['draft', 'sealing', 'scanning', 'quarantined', 'in_review', 'consolidating', 'returned', 'approved', 'releasing', 'released', 'revoked', 'expired', 'rejected', 'blocked', 'withdrawn'] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];
export const FILE_ROLES = ['output', 'supporting'] as const;
/** What an exported file is for: 外部で操作 / 公開予定 (R112). */
export const FILE_USES = ['external', 'publication'] as const;
/** Only `clean` opens the gate; `not_scanned` and `error` never do. */
export const VERDICTS = ['clean', 'infected', 'not_scanned', 'error'] as const;
export type Verdict = (typeof VERDICTS)[number];
/** Scanners whose clean verdict every file of a manifest needs. */
export const REQUIRED_SCANNERS = ['clamav', 'structure'] as const;
export type ScannerId = (typeof REQUIRED_SCANNERS)[number];
export const FILE_VOTES = ['approve', 'changes'] as const;

export interface TransferFile {
  readonly id: string;
  /** Relative, `/`-separated, validated. */
  readonly path: string;
  readonly role: (typeof FILE_ROLES)[number];
  readonly sizeBytes: number;
  /** Of the staged bytes for an upload; of the sealed bytes after sealing. */
  readonly sha256: string | null;
  readonly use: (typeof FILE_USES)[number] | null;
  readonly note: string;
  /** When the outbox file was last changed (epoch ms); null for an upload. With path and size it tells a new file from one taken before. */
  readonly modifiedAtMs: number | null;
}
/** Provenance and own virus check of an import (R098-R102); the five fields of an export (R109-R113). */
export interface TransferForm {
  readonly teamNumber: string;
  readonly researcherId: string;
  readonly projectNumber: string;
  readonly reason: string;
  readonly provenance: string;
  readonly licence: string;
  readonly ownCheck: { readonly product: string; readonly definitionsDate: string; readonly scanDate: string; readonly clean: boolean } | null;
  readonly notAlreadyInside: boolean;
}
export interface SealedFile { readonly fileId: string; readonly path: string; readonly role: TransferFile['role']; readonly sizeBytes: number; readonly sha256: string }
/** Sorted sealed files and the hash over them, to which verdicts, votes, tickets and downloads bind. */
export interface Manifest { readonly hash: string; readonly files: readonly SealedFile[] }
export interface ScanVerdict { readonly fileId: string; readonly sha256: string; readonly scanner: ScannerId; readonly verdict: Verdict; readonly reason: string; readonly engine: string; readonly signatures: string; readonly signaturesAt: Instant | null; readonly bytesSeen: number; readonly at: Instant }
export interface FileVote { readonly reviewerId: string; readonly fileId: string; readonly sha256: string; readonly vote: (typeof FILE_VOTES)[number]; readonly comment: string; readonly round: number; readonly manifestHash: string }
export interface Review { readonly reviewerId: string; readonly round: number; readonly manifestHash: string; readonly at: Instant }

export interface Transfer {
  readonly id: string;
  readonly status: TransferStatus;
  readonly direction: Direction;
  readonly projectId: string;
  readonly requesterId: string;
  readonly round: number;
  readonly files: readonly TransferFile[];
  /** Outbox paths the requester took out of the request: they are not noticed again. */
  readonly excludedPaths: readonly string[];
  readonly form: TransferForm;
  readonly manifest: Manifest | null;
  readonly verdicts: readonly ScanVerdict[];
  readonly votes: readonly FileVote[];
  readonly reviews: readonly Review[];
  /** Coded reason and, from a person, the text of the last return, refusal, block or revocation. */
  readonly reason: { readonly code: string; readonly text: string; readonly at: Instant; readonly by: string } | null;
  readonly approval: { readonly by: string; readonly at: Instant; readonly coolingOffUntil: Instant; readonly manifestHash: string } | null;
  readonly ticket: { readonly id: string; readonly manifestHash: string; readonly approvers: readonly string[]; readonly at: Instant } | null;
  readonly releasedAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly downloads: readonly { readonly personId: string; readonly fileId: string; readonly at: Instant }[];
  /** When a system-owned state must have been left; null where a person is next. */
  readonly deadlineAt: Instant | null;
}

export interface TransferFacts {
  readonly policy: AirlockPolicy;
  readonly project: Project;
  /** Steward accounts that are active now: only their votes count. */
  readonly activeStewards: readonly string[];
  /** The requester's standing still holds (joined, trained, pledged, project in its period). */
  readonly requesterEntitled: boolean;
  /** Identities of the requester that the form must repeat (R109, R110). */
  readonly requester: { readonly teamNumber: string; readonly researcherId: string } | null;
}

export const EMPTY_FORM: TransferForm = { teamNumber: '', researcherId: '', projectNumber: '', reason: '', provenance: '', licence: '', ownCheck: null, notAlreadyInside: false };
export const newTransfer = (id: string, direction: Direction, projectId: string, requesterId: string): Transfer => ({
  id, status: 'draft', direction, projectId, requesterId, round: 0, files: [], excludedPaths: [], form: EMPTY_FORM, manifest: null, verdicts: [], votes: [], reviews: [], reason: null, approval: null, ticket: null, releasedAt: null, expiresAt: null, downloads: [], deadlineAt: null,
});

export const directionPolicy = (transfer: Pick<Transfer, 'direction'>, policy: AirlockPolicy): DirectionPolicy => policy[transfer.direction];
export const outputsOf = (transfer: Transfer): readonly SealedFile[] => transfer.manifest?.files.filter((file) => file.role === 'output') ?? [];
/** When the review of this round opened: the time of its last verdict. Votes do not move it, so it tells a reviewer nothing of the others (I12). */
export const reviewOpenedAt = (transfer: Transfer): Instant | null => transfer.verdicts.map((verdict) => verdict.at).sort().at(-1) ?? null;
/** States owned by a job; each has a deadline (I8). */
export const SYSTEM_OWNED = ['sealing', 'scanning', 'approved', 'releasing'] as const satisfies readonly TransferStatus[];
export const OPEN_STATUSES = ['draft', 'sealing', 'scanning', 'quarantined', 'in_review', 'consolidating', 'returned', 'approved', 'releasing'] as const satisfies readonly TransferStatus[];
