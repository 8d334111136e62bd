import { readFileSync, rmSync } from 'node:fs';
import { isSameProcess, readProcess, type LinuxProcess } from './linux-process.js';
import { writeFileAtomically } from './private-file.js';

interface PidRecord { readonly pid: number; readonly startTicks: number; readonly bootId: string }

const bootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

/** Records a process with its start time and the boot it belongs to, so that a re-used pid is not mistaken for it. */
export function writePidFile(path: string, pid: number): void {
  const running = readProcess(pid);
  if (!running) throw new Error(`process ${pid} ended before it could be recorded in ${path}`);
  const record: PidRecord = { pid, startTicks: running.startTicks, bootId: bootId() };
  writeFileAtomically(path, `${JSON.stringify(record)}\n`, 0o644);
}

/** The recorded process if it still runs, else `null`: no file, unreadable file, ended, re-used pid or earlier boot. */
export function readPidFile(path: string): LinuxProcess | null {
  let record: Partial<PidRecord>;
  try { record = JSON.parse(readFileSync(path, 'utf8')) as Partial<PidRecord>; } catch { return null; }
  const { pid, startTicks } = record ?? {};
  if (typeof pid !== 'number' || typeof startTicks !== 'number' || record.bootId !== bootId()) return null;
  return isSameProcess({ pid, startTicks }) ? readProcess(pid) : null;
}

export function removePidFile(path: string): void {
  rmSync(path, { force: true });
}
