import { spawn } from 'node:child_process';
import { mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readPidFile, readProcess, removePidFile, type LinuxProcess } from '@suimon/embedded';
import { readAccounts } from './demo-accounts.js';
import type { Installation } from './installation.js';
import { readStatus } from './status-file.js';
import { claimSupervision } from './supervisor-claim.js';
import { Supervisor } from './supervisor.js';
import { welcome } from './welcome.js';

type Tell = (line: string) => void;

/** Starts everything and keeps it running in the foreground until a signal; a second call only prints the address again. */
export async function up(place: Installation, tell: Tell): Promise<number> {
  const other = claimSupervision(place.supervisorPidFile);
  if (other) return waitForOther(place, other, tell);
  const supervisor = new Supervisor(place, process.env, tell);
  const asked = stopSignal();
  try {
    const outcome = await Promise.race([supervisor.start().then(() => 'ready' as const), asked.then(() => 'asked' as const)]);
    if (outcome === 'ready') tell(welcomeOf(place));
    await asked;
    tell('stopping / 停止しています');
    await supervisor.stop();
    tell('stopped / 停止しました');
    return 0;
  } finally { removePidFile(place.supervisorPidFile); }
}

/** The same in the background: returns when everything is healthy, or fails with what went wrong. */
export async function upInBackground(place: Installation, tell: Tell): Promise<number> {
  const other = readPidFile(place.supervisorPidFile);
  if (other) return waitForOther(place, other, tell);
  rmSync(place.statusFile, { force: true });
  mkdirSync(place.logDir, { recursive: true });
  const log = openSync(join(place.logDir, 'supervisor.log'), 'a', 0o640);
  const [, script = ''] = process.argv;
  const child = spawn(process.execPath, [...process.execArgv, script, 'up'], { cwd: place.root, detached: true, stdio: ['ignore', log, log] });
  child.unref();
  const started = child.pid === undefined ? null : readProcess(child.pid);
  if (!started) throw new Error('the supervisor could not be started');
  return waitForOther(place, started, tell);
}

async function waitForOther(place: Installation, supervisor: LinuxProcess, tell: Tell): Promise<number> {
  let step = '';
  for (;;) {
    const status = readStatus(place.statusFile);
    if (status.phase === 'ready') { tell(welcomeOf(place)); return 0; }
    if (status.phase === 'starting' && status.step !== step) { step = status.step; tell(step); }
    if (readProcess(supervisor.pid)?.startTicks !== supervisor.startTicks) {
      const { phase, step: problem } = readStatus(place.statusFile);
      throw new Error(phase === 'failed' ? problem : `the supervisor ended; see ${join(place.logDir, 'supervisor.log')}`);
    }
    await pause(100);
  }
}

const welcomeOf = (place: Installation): string => welcome(readStatus(place.statusFile).baseUrl ?? '', readAccounts(place.accountsFile), Date.now());

/** Resolves at the first signal that asks for an end. A second Ctrl-C during the end changes nothing: it is on its way. */
function stopSignal(): Promise<NodeJS.Signals> {
  // The supervised processes do not keep Node alive, and a signal handler does not either.
  setInterval(() => undefined, 3_600_000);
  return new Promise(resolve => { for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, resolve); });
}
