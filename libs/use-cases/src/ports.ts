import type { Application, DatasetDocument, DatasetStatus, Instant, Job, Policy, Project, Recorded, Role, Standing, Transfer, Workspace } from '@suimon/domain';

/** The records that workflows govern, one table each. */
export interface RecordStates { application: Application; project: Project; workspace: Workspace; transfer: Transfer; standing: Standing }
export type RecordKind = keyof RecordStates;
export interface Stored<State> { readonly state: State; readonly version: number; readonly createdAt: Instant; readonly updatedAt: Instant }
/** Where a command came from, for the audit log. */
export interface Origin { readonly requestId: string; readonly ip: string | null; readonly sessionRef: string | null }
/** An event of any workflow, as it is written to the audit log. */
export type AnyEvent = Recorded<{ readonly type: string }>;

export interface PersonRow {
  readonly id: string; readonly login: string; readonly displayName: { ja: string; en: string }; readonly organisationId: string; readonly organisation: { ja: string; en: string };
  readonly roles: readonly Role[]; readonly ial: number; readonly teamNumber: string; readonly researcherId: string;
}

/** One database transaction. Nothing in it is visible to others until all of it is. */
export interface Transaction {
  /** The record, locked until the commit; null when there is none. */
  lock<Kind extends RecordKind>(kind: Kind, id: string): Promise<Stored<RecordStates[Kind]> | null>;
  find<Kind extends RecordKind>(kind: Kind, id: string): Promise<Stored<RecordStates[Kind]> | null>;
  /** Row (version + 1), audit events and outbox jobs: together or not at all. `version` 0 creates the row. */
  save<Kind extends RecordKind>(kind: Kind, state: RecordStates[Kind], version: number, events: readonly AnyEvent[], jobs: readonly Job[], origin: Origin, at: Instant): Promise<void>;
  /** An audit event about something that has no workflow: a sign-in, a view, a denial, a policy change. */
  note(kind: string, id: string, event: AnyEvent & Record<string, unknown>, origin: Origin): Promise<void>;
  /** Marks an outbox job as done in this commit. */
  finishJob(jobId: string): Promise<void>;
  person(id: string): Promise<PersonRow | null>;
  peopleWithRoles(roles: readonly Role[]): Promise<readonly string[]>;
  datasetStatuses(slugs: readonly string[]): Promise<Readonly<Record<string, DatasetStatus>>>;
  workspaceIdOf(projectId: string, personId: string): Promise<string | null>;
  /** The one open export draft of a person in a project, if any. */
  openExportDraft(projectId: string, personId: string): Promise<string | null>;
  /** Outbox files of the person's other requests, whatever became of them, so that none is noticed twice. */
  takenOutboxFiles(projectId: string, personId: string, exceptTransferId: string): Promise<readonly { readonly path: string; readonly sizeBytes: number; readonly modifiedAtMs: number | null }[]>;
  nextProjectNumber(): Promise<string>;
  putDataset(document: DatasetDocument, status: DatasetStatus): Promise<void>;
}
export interface UnitOfWork {
  run<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
}
export interface Clock { now(): Instant }
export interface Ids { next(): string }
export interface PolicySource { readonly current: Policy }

/** Where bytes are. Only the mover's credentials can write `quarantine`, `workspace-in` and `release`. */
export const ZONES = ['staging', 'quarantine', 'workspace-in', 'release'] as const;
export type Zone = (typeof ZONES)[number];
/** Streams bytes between zones; no file is ever held in memory. */
export interface FileVault {
  /** Stores a stream and returns what was really stored. With a hash, the object appears only if the bytes have it. */
  put(zone: Zone, key: string, content: NodeJS.ReadableStream, expectedSha256?: string): Promise<{ sizeBytes: number; sha256: string }>;
  open(zone: Zone, key: string): Promise<NodeJS.ReadableStream>;
  stat(zone: Zone, key: string): Promise<{ sizeBytes: number } | null>;
  list(zone: Zone, prefix: string): Promise<readonly string[]>;
  remove(zone: Zone, key: string): Promise<void>;
  removeAll(zone: Zone, prefix: string): Promise<void>;
}
