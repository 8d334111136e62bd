import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where one installation lies. Everything it makes is below `stateDir`; sockets are below /run. */
export interface Installation {
  /** The checkout. */
  readonly root: string;
  readonly stateDir: string;
  /** Downloads and stamps: kept by a reset, shared by installations of one checkout. */
  readonly cacheDir: string;
  /** Postgres, object store, clamd, their secrets and all logs. */
  readonly dataDir: string;
  readonly logDir: string;
  readonly workspacesDir: string;
  readonly datasetsDir: string;
  readonly secretsFile: string;
  readonly accountsFile: string;
  readonly portsFile: string;
  readonly statusFile: string;
  readonly supervisorPidFile: string;
}

const ROOT = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** The installation of this checkout, or the one that `SUIMON_STATE_DIR` names. */
export function installation(env: NodeJS.ProcessEnv = process.env): Installation {
  const stateDir = absolute(env['SUIMON_STATE_DIR'], join(ROOT, '.suimon'), 'SUIMON_STATE_DIR');
  const dataDir = join(stateDir, 'data');
  return {
    root: ROOT, stateDir, dataDir,
    cacheDir: absolute(env['SUIMON_CACHE_DIR'], join(ROOT, '.suimon', 'cache'), 'SUIMON_CACHE_DIR'),
    logDir: join(dataDir, 'logs'),
    workspacesDir: join(stateDir, 'workspaces'),
    datasetsDir: join(stateDir, 'datasets'),
    secretsFile: join(stateDir, 'secrets.json'),
    accountsFile: join(stateDir, 'demo-accounts.json'),
    portsFile: join(stateDir, 'ports.json'),
    statusFile: join(stateDir, 'status.json'),
    supervisorPidFile: join(stateDir, 'supervisor.pid'),
  };
}

function absolute(given: string | undefined, otherwise: string, name: string): string {
  if (given === undefined || given === '') return otherwise;
  if (!isAbsolute(given)) throw new Error(`${name} must be an absolute path`);
  return resolve(given);
}
