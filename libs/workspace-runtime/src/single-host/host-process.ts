import { readFile } from 'node:fs/promises';

/** A process that cannot be mistaken for a later one with the same pid, not even after a restart of the host. */
export interface HostProcess { readonly pid: number; readonly startTicks: string; readonly bootId: string }

/** The identity of a running process, or null if there is none (a zombie does not run). */
export async function hostProcess(pid: number): Promise<HostProcess | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The command name may hold spaces and brackets; fields are counted from the last bracket: state is 3, start time is 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (startTicks === undefined || state === 'Z' || state === 'X') return null;
  return { pid, startTicks, bootId: await bootId() };
}

/** True while exactly this process runs. */
export async function stillRuns(known: HostProcess): Promise<boolean> {
  const now = await hostProcess(known.pid);
  return now !== null && now.startTicks === known.startTicks && now.bootId === known.bootId;
}

export async function bootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
}
