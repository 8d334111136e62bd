import { API_USER, GATEWAY_USER, WORKER_USER, type ProcessUser } from '@suimon/embedded';
import type { VariableName } from './process-environment.js';

/** A folder of the installation that a process may see. */
export type FolderName = 'workspaces' | 'datasets' | 'displays';
export type SocketName = 's3' | 'clamd';

/** One of our processes: who it is, what it sees and what it is told. Everything that is not listed it does not have. */
export interface ProcessRow {
  readonly name: 'api' | 'workspaces' | 'gateway' | 'worker' | 'migrate' | 'seed';
  /** Below the checkout. */
  readonly entry: string;
  /** `root` runs outside every sandbox; a numeric user runs in a view of its own, without capabilities. */
  readonly user: ProcessUser | 'root';
  readonly folders: Partial<Record<FolderName, 'read' | 'write'>>;
  readonly sockets: readonly SocketName[];
  readonly variables: readonly VariableName[];
  /** Path of the health check, for a process that listens. */
  readonly health?: { readonly port: 'api' | 'gateway'; readonly path: string };
}

export const SETUP_USER: ProcessUser = { uid: 61_014, gid: 61_014 };

/** The long-lived processes, in the order in which they are ended in reverse. */
export const PROCESSES: readonly ProcessRow[] = [
  {
    name: 'api', entry: 'apps/api/dist/main.js', user: API_USER, folders: {}, sockets: ['s3'],
    variables: [
      'SUIMON_PORT', 'SUIMON_BASE_URL', 'SUIMON_GATEWAY_URL', 'DATABASE_URL', 'S3_ENDPOINT', 'S3_ACCESS_KEY', 'S3_SECRET_KEY',
      'SUIMON_SESSION_SECRET', 'SUIMON_FIELD_KEY', 'SUIMON_POLICY_DIR', 'SUIMON_PORTAL_DIR', 'SUIMON_DEMO',
    ],
    health: { port: 'api', path: '/api/health' },
  },
  {
    // Makes namespaces, mounts and cgroups, so it is root: the one process that is.
    name: 'workspaces', entry: 'apps/api/dist/main.workspaces.js', user: 'root', folders: {}, sockets: [],
    variables: ['DATABASE_URL', 'SUIMON_WORKSPACES_DIR', 'SUIMON_DATASETS_DIR', 'SUIMON_POLICY_DIR', 'SUIMON_GATEWAY_UID', 'SUIMON_AIRLOCK_GID'],
  },
  {
    name: 'gateway', entry: 'apps/api/dist/main.gateway.js', user: GATEWAY_USER, folders: { displays: 'read' }, sockets: [],
    variables: ['SUIMON_GATEWAY_PORT', 'SUIMON_BASE_URL', 'DATABASE_URL', 'SUIMON_WORKSPACES_DIR', 'SUIMON_DATASETS_DIR', 'SUIMON_POLICY_DIR', 'SUIMON_GATEWAY_UID'],
    health: { port: 'gateway', path: '/health' },
  },
  {
    name: 'worker', entry: 'apps/airlock-worker/dist/main.js', user: WORKER_USER, folders: { workspaces: 'write' }, sockets: ['s3', 'clamd'],
    variables: ['DATABASE_URL', 'REDIS_URL', 'S3_ENDPOINT', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'CLAMD', 'SUIMON_WORKSPACES_DIR', 'SUIMON_DATASETS_DIR', 'SUIMON_POLICY_DIR', 'SUIMON_AIRLOCK_GID', 'SUIMON_DEMO'],
  },
];

/** Runs once at every start, and is the only one that holds the owner's database role. */
export const MIGRATE: ProcessRow = {
  name: 'migrate', entry: 'apps/api/dist/main.migrate.js', user: SETUP_USER, folders: {}, sockets: [],
  variables: ['DATABASE_MIGRATION_URL'],
};

/** Runs once at every start; prints the demo accounts as JSON in its last line. */
export const SEED: ProcessRow = {
  name: 'seed', entry: 'apps/api/dist/main.seed.js', user: SETUP_USER, folders: { datasets: 'write' }, sockets: [],
  variables: ['DATABASE_URL', 'SUIMON_FIELD_KEY', 'SUIMON_DATASETS_DIR', 'SUIMON_POLICY_DIR'],
};
