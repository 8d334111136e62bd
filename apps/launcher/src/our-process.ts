import { join } from 'node:path';
import { ManagedProcess, runOnce, runtimeFolder, type ServiceHandle } from '@suimon/embedded';
import type { Installation } from './installation.js';
import { answersOk } from './health.js';
import { processCommand } from './process-command.js';
import { processEnvironment, type RunningPlaces } from './process-environment.js';
import type { ProcessRow } from './process-table.js';

/** A process that listens nowhere counts as started when it has not ended by then. */
const SETTLED_AFTER_MS = 1_500;

/** Starts one long-lived process and returns when its health check passes (one without any: when it runs). */
export async function startProcess(row: ProcessRow, place: Installation, places: RunningPlaces): Promise<ServiceHandle> {
  const { health } = row;
  let startedAtMs = 0;
  const managed = new ManagedProcess({
    name: row.name,
    logFile: join(place.logDir, `${row.name}.log`),
    pidFile: join(place.dataDir, 'run', `${row.name}.pid`),
    env: processEnvironment(row, places),
    sandboxed: row.user !== 'root',
    stopSignal: 'SIGTERM', stopGraceMs: 15_000, readyTimeoutMs: 90_000,
    command: () => processCommand(row, place, givenSockets(row, place, places)),
    prepare: () => { startedAtMs = Date.now(); },
    isReady: async () => health
      ? answersOk(health.port === 'api' ? places.apiPort : places.gatewayPort, health.path)
      : Date.now() - startedAtMs > SETTLED_AFTER_MS,
  });
  await managed.start();
  return managed;
}

/** Runs a process that ends by itself, and returns what it printed. */
export function runProcess(row: ProcessRow, place: Installation, places: RunningPlaces, args: readonly string[] = []): Promise<string> {
  return runOnce(processCommand(row, place, givenSockets(row, place, places), args), { name: row.name, env: processEnvironment(row, places), timeoutMs: 600_000 });
}

/** Sockets of services that the operator runs, for the processes that may reach those services. */
function givenSockets(row: ProcessRow, place: Installation, places: RunningPlaces): string[] {
  const own = `unix:${runtimeFolder(place.dataDir)}/`;
  const wanted = [row.sockets.includes('s3') ? places.s3Endpoint : '', row.sockets.includes('clamd') ? places.clamd : ''];
  return wanted.filter(address => address.startsWith('unix:') && !address.startsWith(own)).map(address => address.slice('unix:'.length));
}
