import { readFileSync, readdirSync } from 'node:fs';

/** One process as the kernel sees it. `startTicks` tells a process from a later one with the same pid. */
export interface LinuxProcess { readonly pid: number; readonly parentPid: number; readonly startTicks: number }

/** The process with this pid, or `null` when it is gone or only a zombie. */
export function readProcess(pid: number): LinuxProcess | null {
  let stat: string;
  try { stat = readFileSync(`/proc/${pid}/stat`, 'utf8'); } catch { return null; }
  // The command name stands in parentheses and may itself hold blanks and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, parent] = fields;
  if (state === undefined || state === 'Z' || state === 'X') return null;
  return { pid, parentPid: Number(parent), startTicks: Number(fields[19]) };
}

/** Whether exactly this process still runs: same pid, same start. */
export function isSameProcess(known: { readonly pid: number; readonly startTicks: number }): boolean {
  return readProcess(known.pid)?.startTicks === known.startTicks;
}

/** Direct children, the oldest first. */
export function childrenOf(pid: number): LinuxProcess[] {
  const found: LinuxProcess[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const candidate = readProcess(Number(name));
    if (candidate?.parentPid === pid) found.push(candidate);
  }
  return found.sort((a, b) => a.startTicks - b.startTicks || a.pid - b.pid);
}

/** Sends a signal to exactly this process; a process that has ended, or whose pid was given away, is left alone. */
export function signalProcess(target: LinuxProcess, signal: NodeJS.Signals): void {
  if (!isSameProcess(target)) return;
  try { process.kill(target.pid, signal); } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
