import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GATEWAY_USER, isSameProcess, readPidFile, runOnce, signalProcess, WORKER_USER } from '@suimon/embedded';
import type { Installation } from './installation.js';
import type { RunningPlaces } from './process-environment.js';
import { stopAllWorkspaces } from './workspaces-end.js';

type Tell = (line: string) => void;

const PATIENCE_MS = 180_000;

/** Ends the supervisor, which ends everything else; after a killed supervisor, ends the workspaces it left behind. */
export async function down(place: Installation, tell: Tell): Promise<void> {
  const supervisor = readPidFile(place.supervisorPidFile);
  if (!supervisor) {
    await endLeftWorkspaces(place, tell);
    tell('not running / 起動していません');
    return;
  }
  tell('stopping / 停止しています');
  signalProcess(supervisor, 'SIGTERM');
  const deadline = Date.now() + PATIENCE_MS;
  while (isSameProcess(supervisor)) {
    if (Date.now() > deadline) throw new Error(`the supervisor (process ${supervisor.pid}) has not ended within ${PATIENCE_MS / 1000} s`);
    await pause(100);
  }
  tell('stopped / 停止しました');
}

/** Ends everything and deletes all data of this installation. What was downloaded or built is kept. */
export async function reset(place: Installation, tell: Tell): Promise<void> {
  await down(place, tell);
  if (!existsSync(place.stateDir)) return;
  await unmountBelow(place.stateDir);
  for (const name of readdirSync(place.stateDir)) {
    const path = join(place.stateDir, name);
    if (resolve(path) !== resolve(place.cacheDir)) rmSync(path, { recursive: true, force: true });
  }
  tell('all data deleted / データをすべて削除しました');
}

/** Whatever is still mounted there shows other folders, which must not be deleted through it. */
async function unmountBelow(folder: string): Promise<void> {
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n').map(line => line.split(' ')[4] ?? '');
  const below = mounts.map(path => path.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))).filter(path => path.startsWith(`${resolve(folder)}/`));
  for (const path of below.sort().reverse()) await runOnce(['/usr/bin/umount', path]);
}

async function endLeftWorkspaces(place: Installation, tell: Tell): Promise<void> {
  const runs = join(place.workspacesDir, 'run');
  if (!existsSync(runs) || readdirSync(runs).length === 0) return;
  // No database runs now, and ending workspaces needs none: only the folders count.
  const places: RunningPlaces = {
    apiPort: 1, gatewayPort: 1, databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', migrationUrl: '', s3Endpoint: '', s3: { api: NONE, mover: NONE }, clamd: '', redisUrl: null,
    sessionSecret: '', fieldKey: '', workspacesDir: place.workspacesDir, datasetsDir: place.datasetsDir, root: place.root, gatewayUid: GATEWAY_USER.uid, airlockGid: WORKER_USER.gid,
  };
  await stopAllWorkspaces(place, places, tell);
}

const NONE = { accessKey: '', secretKey: '' };
