/** Services that the operator runs; ours is not started in place of one that is given. */
export interface GivenServices {
  readonly database: { readonly url: string; readonly migrationUrl: string } | null;
  readonly objectStore: { readonly endpoint: string; readonly api: Keys; readonly mover: Keys } | null;
  readonly clamd: string | null;
  /** Only ever given: the queue lives in Postgres unless somebody wants it in Redis. */
  readonly redisUrl: string | null;
  /** ClamAV's official database, for our clamd. */
  readonly clamavDatabaseDir: string | null;
}

export interface Keys { readonly accessKey: string; readonly secretKey: string }

/** Reads what the operator gave; names every variable that is missing beside one that was given. */
export function givenServices(env: NodeJS.ProcessEnv): GivenServices {
  const missing: string[] = [];
  const need = (name: string): string => {
    const value = env[name];
    if (!value) missing.push(name);
    return value ?? '';
  };
  const databaseUrl = env['DATABASE_URL'];
  const endpoint = env['S3_ENDPOINT'];
  const api = endpoint ? { accessKey: need('S3_ACCESS_KEY'), secretKey: need('S3_SECRET_KEY') } : null;
  const given: GivenServices = {
    // One role for both is possible, if the operator wants it; the default keeps them apart.
    database: databaseUrl ? { url: databaseUrl, migrationUrl: env['DATABASE_MIGRATION_URL'] || databaseUrl } : null,
    objectStore: endpoint && api ? {
      endpoint, api,
      mover: { accessKey: env['S3_MOVER_ACCESS_KEY'] || api.accessKey, secretKey: env['S3_MOVER_SECRET_KEY'] || api.secretKey },
    } : null,
    clamd: env['CLAMD'] || null,
    redisUrl: env['REDIS_URL'] || null,
    clamavDatabaseDir: env['SUIMON_CLAMAV_DATABASE_DIR'] || null,
  };
  if (missing.length > 0) throw new Error(`with S3_ENDPOINT these must be set too: ${missing.join(', ')}`);
  return given;
}
