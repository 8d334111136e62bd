import { readFileSync } from 'node:fs';
import { writeFileAtomically } from '@suimon/embedded';

export type Phase = 'starting' | 'ready' | 'stopping' | 'stopped' | 'failed';
export type PartState = 'starting' | 'running' | 'restarting' | 'stopped';

export interface PartStatus {
  readonly name: string;
  readonly kind: 'service' | 'process';
  readonly state: PartState;
  readonly pid: number | null;
  readonly restarts: number;
  readonly lastProblem: string | null;
}

/** What the supervisor lets other commands know. Holds no secret. */
export interface Status {
  readonly phase: Phase;
  /** What is being done, or what went wrong. */
  readonly step: string;
  readonly baseUrl: string | null;
  readonly apiPort: number | null;
  readonly gatewayPort: number | null;
  readonly parts: readonly PartStatus[];
}

export const NOTHING_RUNS: Status = { phase: 'stopped', step: '', baseUrl: null, apiPort: null, gatewayPort: null, parts: [] };

export function writeStatus(path: string, status: Status): void {
  writeFileAtomically(path, `${JSON.stringify(status, null, 2)}\n`, 0o644);
}

/** The last status that was written; one that cannot be read counts as none. */
export function readStatus(path: string): Status {
  try { return { ...NOTHING_RUNS, ...JSON.parse(readFileSync(path, 'utf8')) as Partial<Status> }; } catch { return NOTHING_RUNS; }
}
