import type { Duplex, Readable } from 'node:stream';

/** What a workspace is made of. Pure data: a driver turns it into namespaces, or into pods. */
export interface WorkspaceSpec {
  readonly workspaceId: string;
  readonly projectId: string;
  readonly personId: string;
  /** Approved dataset releases, read-only at `/data/<slug>`. */
  readonly datasets: readonly { readonly slug: string; readonly version: string }[];
  readonly limits: { readonly memoryMiB: number; readonly cpus: number; readonly pids: number };
}

export const START_STEPS = ['preparing-storage', 'isolating', 'starting-display', 'starting-desktop'] as const;
export type StartStep = (typeof START_STEPS)[number];

export type ObservedWorkspace =
  | { readonly workspaceId: string; readonly phase: 'running' }
  | { readonly workspaceId: string; readonly phase: 'failed'; readonly reason: RuntimeFailure; readonly evidence: string };

/** Coded reasons of a workspace that did not start or did not stay. */
export const RUNTIME_FAILURES = ['storage-unavailable', 'dataset-missing', 'isolation-failed', 'display-failed', 'desktop-exited', 'out-of-memory', 'start-timeout'] as const;
export type RuntimeFailure = (typeof RUNTIME_FAILURES)[number];

/** Held by the workspace controller only. Each method may be repeated and may be cut at any line; the next pass repairs. */
export interface WorkspaceRuntime {
  /** Makes the workspace run. Returns when the display answers. Throws {@link RuntimeError}. */
  start(spec: WorkspaceSpec, onStep: (step: StartStep) => void): Promise<void>;
  /** Ends every process of the workspace and unmounts all; a workspace that does not exist is already stopped. */
  stop(workspaceId: string): Promise<void>;
  /** Everything of ours that runs or died, whoever started it: the truth for reconciliation. */
  observe(): Promise<readonly ObservedWorkspace[]>;
}

export class RuntimeError extends Error {
  constructor(readonly reason: RuntimeFailure, readonly evidence: string) { super(`${reason}: ${evidence}`); }
}

/** Held by the desktop gateway only: an RFB byte stream of a running workspace. Rejects if none runs. */
export interface DisplayConnector { connect(workspaceId: string): Promise<Duplex> }

export interface OutboxEntry { readonly path: string; readonly sizeBytes: number; readonly modifiedAtMs: number }
/** Why an outbox name or file is not taken. It stays where it is. */
export const OUTBOX_REFUSALS = ['symlink', 'hard-link', 'not-a-regular-file', 'not-readable', 'name-not-allowed', 'changed-while-reading', 'too-many-files', 'too-deep'] as const;
export interface OutboxRefusal { readonly path: string; readonly reason: (typeof OUTBOX_REFUSALS)[number] }

/**
 * Reads a person's `/outbox`. Everything in it is hostile input: opened beneath the root without following links,
 * regular single-link files only, names validated, and `open` fails when the file changes before its end was read.
 */
export interface OutboxReader {
  list(projectId: string, personId: string): Promise<{ readonly files: readonly OutboxEntry[]; readonly refused: readonly OutboxRefusal[] }>;
  /** All outboxes that exist, so that a draft appears by itself. */
  outboxes(): Promise<readonly { readonly projectId: string; readonly personId: string }[]>;
  open(projectId: string, personId: string, path: string): Promise<{ readonly sizeBytes: number; readonly stream: Readable }>;
}

/** Held by the mover: puts released bytes at `/imports/<transferId>/<path>`, read-only and never executable, all files visible or none. */
export interface ImportsWriter {
  deliver(projectId: string, transferId: string, files: readonly { readonly path: string; readonly sha256: string; readonly open: () => Promise<Readable> }[]): Promise<void>;
  /** Removes a delivered import again (revoked, expired, withdrawn). */
  remove(projectId: string, transferId: string): Promise<void>;
}
