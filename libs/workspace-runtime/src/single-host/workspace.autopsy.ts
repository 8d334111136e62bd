import type { RuntimeFailure } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { DISPLAY_ENDED } from '../desktop/session.scripts.js';
import { bootId } from './host-process.js';
import { lastLogLines, readBwrapStatus } from './run-record.reader.js';
import type { RunState } from './run-state.store.js';
import type { RunFolders } from './storage.layout.js';
import type { WorkspaceCgroup } from './workspace.cgroup.js';

/** Why a workspace no longer runs, from what it left behind. */
export interface CauseOfDeath { readonly reason: RuntimeFailure; readonly evidence: string }

const KILLED = 137;

export async function causeOfDeath(state: RunState, run: RunFolders, cgroup: WorkspaceCgroup): Promise<CauseOfDeath> {
  const log = await lastLogLines(run);
  if (state.phase === 'starting') return { reason: 'start-timeout', evidence: `the controller ended while the workspace was starting\n${log}` };
  if (state.starter.bootId !== (await bootId())) return { reason: 'desktop-exited', evidence: 'the host was restarted' };
  const { exitCode } = await readBwrapStatus(run);
  const kills = await cgroup.outOfMemoryKills();
  // A single program that used too much is killed while the desktop stays; only a killed session means the workspace died of it.
  if (kills > 0 && (exitCode === null || exitCode === KILLED)) {
    return { reason: 'out-of-memory', evidence: `the kernel ended ${kills} process(es) at the limit of ${state.spec.limits.memoryMiB} MiB\n${log}` };
  }
  return { reason: exitCode === DISPLAY_ENDED ? 'display-failed' : 'desktop-exited', evidence: `exit code ${exitCode ?? 'unknown'}\n${log}` };
}
