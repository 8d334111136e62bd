import { type Environment, readEnvironment } from '@suimon/platform';
import type { S3Access } from '@suimon/storage';
import type { SingleHostOptions } from '@suimon/workspace-runtime';
import type { ClamavOptions } from './scanners/clamav.scanner.js';
import type { ClamdPlace } from './scanners/clamd.client.js';

/** Everything the worker is told, parsed once. */
export interface WorkerConfig {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly store: S3Access;
  readonly clamav: ClamavOptions;
  readonly workspaces: SingleHostOptions;
  readonly policyDir: string;
  readonly logLevel: string;
  readonly concurrency: number;
}

const MIB = 1024 * 1024;

/** `unix:/path` or `tcp:host:port`. */
export function clamdPlace(address: string): ClamdPlace {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) };
  const parts = /^tcp:(?:\/\/)?(.+):(\d{1,5})$/.exec(address);
  if (!parts?.[1]) throw new Error('CLAMD must be unix:/path or tcp:host:port');
  return { host: parts[1], port: Number(parts[2]) };
}

export function workerConfig(environment: Environment<'worker'> = readEnvironment('worker')): WorkerConfig {
  return {
    databaseUrl: environment.DATABASE_URL, redisUrl: environment.REDIS_URL,
    store: { endpoint: environment.S3_ENDPOINT, accessKey: environment.S3_ACCESS_KEY, secretKey: environment.S3_SECRET_KEY },
    clamav: { place: clamdPlace(environment.CLAMD), maxStreamBytes: environment.CLAMD_MAX_STREAM_MIB * MIB, acceptUndated: environment.SUIMON_DEMO === '1' },
    workspaces: { rootDir: environment.SUIMON_WORKSPACES_DIR, datasetsDir: environment.SUIMON_DATASETS_DIR, airlockGid: environment.SUIMON_AIRLOCK_GID },
    policyDir: environment.SUIMON_POLICY_DIR, logLevel: environment.SUIMON_LOG_LEVEL, concurrency: environment.SUIMON_WORKER_CONCURRENCY,
  };
}
