import { SYSTEM_ENV } from '@suimon/embedded';
import type { Keys } from './given-services.js';
import type { ProcessRow } from './process-table.js';

/** Every variable that any of our processes may be told. */
export type VariableName =
  | 'SUIMON_PORT' | 'SUIMON_GATEWAY_PORT' | 'SUIMON_BASE_URL' | 'SUIMON_GATEWAY_URL'
  | 'DATABASE_URL' | 'DATABASE_MIGRATION_URL' | 'REDIS_URL' | 'S3_ENDPOINT' | 'S3_ACCESS_KEY' | 'S3_SECRET_KEY' | 'CLAMD'
  | 'SUIMON_SESSION_SECRET' | 'SUIMON_FIELD_KEY' | 'SUIMON_WORKSPACES_DIR' | 'SUIMON_DATASETS_DIR' | 'SUIMON_POLICY_DIR' | 'SUIMON_PORTAL_DIR'
  | 'SUIMON_DEMO' | 'SUIMON_GATEWAY_UID' | 'SUIMON_AIRLOCK_GID';

/** What all processes share, before it is cut down to what each may know. */
export interface RunningPlaces {
  readonly apiPort: number;
  readonly gatewayPort: number;
  readonly databaseUrl: string;
  readonly migrationUrl: string;
  readonly s3Endpoint: string;
  readonly s3: { readonly api: Keys; readonly mover: Keys };
  readonly clamd: string;
  readonly redisUrl: string | null;
  readonly sessionSecret: string;
  readonly fieldKey: string;
  readonly workspacesDir: string;
  readonly datasetsDir: string;
  readonly root: string;
  readonly gatewayUid: number;
  readonly airlockGid: number;
}

export const baseUrl = (places: Pick<RunningPlaces, 'apiPort'>): string => `http://localhost:${places.apiPort}`;

/** The whole environment of one process: the variables that its row names, and nothing of the launcher's own. */
export function processEnvironment(row: ProcessRow, places: RunningPlaces): Record<string, string> {
  const keys = row.name === 'worker' ? places.s3.mover : places.s3.api;
  const all: Record<VariableName, string | null> = {
    SUIMON_PORT: String(places.apiPort),
    SUIMON_GATEWAY_PORT: String(places.gatewayPort),
    SUIMON_BASE_URL: baseUrl(places),
    SUIMON_GATEWAY_URL: `ws://localhost:${places.gatewayPort}`,
    DATABASE_URL: places.databaseUrl,
    DATABASE_MIGRATION_URL: places.migrationUrl,
    REDIS_URL: places.redisUrl,
    S3_ENDPOINT: places.s3Endpoint,
    S3_ACCESS_KEY: keys.accessKey,
    S3_SECRET_KEY: keys.secretKey,
    CLAMD: places.clamd,
    SUIMON_SESSION_SECRET: places.sessionSecret,
    SUIMON_FIELD_KEY: places.fieldKey,
    SUIMON_WORKSPACES_DIR: places.workspacesDir,
    SUIMON_DATASETS_DIR: places.datasetsDir,
    SUIMON_POLICY_DIR: `${places.root}/policy`,
    SUIMON_PORTAL_DIR: `${places.root}/apps/portal/dist`,
    SUIMON_DEMO: '1',
    SUIMON_GATEWAY_UID: String(places.gatewayUid),
    SUIMON_AIRLOCK_GID: String(places.airlockGid),
  };
  const told = row.variables.flatMap(name => { const value = all[name]; return value === null ? [] : [[name, value] as const]; });
  return { ...SYSTEM_ENV, HOME: row.user === 'root' ? '/root' : '/tmp', NODE_ENV: 'production', ...Object.fromEntries(told) };
}
