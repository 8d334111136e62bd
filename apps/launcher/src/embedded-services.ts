import { startClamd, startObjectStore, startPostgres, type ServiceHandle } from '@suimon/embedded';
import type { GivenServices, Keys } from './given-services.js';
import type { Installation } from './installation.js';

/** How our processes reach the services, whoever runs them. */
export interface ServiceAddresses {
  readonly databaseUrl: string;
  readonly migrationUrl: string;
  readonly postgresPort: number | undefined;
  readonly s3Endpoint: string;
  readonly s3: { readonly api: Keys; readonly mover: Keys };
  readonly clamd: string;
}

/**
 * Starts those services that the operator did not give, side by side. Each is handed to `started` as soon as it runs,
 * so that it can be ended even when another one fails.
 */
export async function startServices(place: Installation, given: GivenServices, postgresPort: number | undefined, started: (handle: ServiceHandle) => void): Promise<ServiceAddresses> {
  const keep = <Handle extends ServiceHandle>(handle: Handle): Handle => { started(handle); return handle; };
  const { dataDir, cacheDir } = place;
  const results = await Promise.allSettled([
    given.database ? null : startPostgres({ dataDir, port: postgresPort }).then(keep),
    given.objectStore ? null : startObjectStore({ dataDir, cacheDir }).then(keep),
    given.clamd ? null : startClamd({ dataDir, ...(given.clamavDatabaseDir ? { officialDatabaseDir: given.clamavDatabaseDir } : {}) }).then(keep),
  ] as const);
  const failed = results.find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
  const [postgres, store, clamd] = results.map(result => result.status === 'fulfilled' ? result.value : null) as [
    Awaited<ReturnType<typeof startPostgres>> | null, Awaited<ReturnType<typeof startObjectStore>> | null, Awaited<ReturnType<typeof startClamd>> | null,
  ];
  return {
    databaseUrl: given.database?.url ?? postgres?.appUrl ?? '',
    migrationUrl: given.database?.migrationUrl ?? postgres?.ownerUrl ?? '',
    postgresPort: postgres?.port,
    s3Endpoint: given.objectStore?.endpoint ?? `unix:${store?.socketPath ?? ''}`,
    s3: given.objectStore ?? store?.credentials ?? { api: NO_KEYS, mover: NO_KEYS },
    clamd: given.clamd ?? `unix:${clamd?.socketPath ?? ''}`,
  };
}

const NO_KEYS: Keys = { accessKey: '', secretKey: '' };
