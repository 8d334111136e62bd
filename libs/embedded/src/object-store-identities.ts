import { randomSecret } from './private-file.js';

/** The four zones of the airlock, one bucket each. */
export const BUCKETS = ['staging', 'quarantine', 'workspace-in', 'release'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Holds one object that is written at each start to learn whether the store takes writes yet. */
export const PROBE_BUCKET = 'probe';

export const IDENTITIES = ['setup', 'api', 'mover'] as const;
export type Identity = (typeof IDENTITIES)[number];
export interface S3Credentials { readonly accessKey: string; readonly secretKey: string }

const onEach = (actions: readonly string[], buckets: readonly Bucket[]): string[] =>
  buckets.flatMap(bucket => actions.map(action => `${action}:${bucket}`));

/** What each identity may do. The API cannot place anything where it counts as released; only the mover can. */
const ACTIONS: Record<Identity, readonly string[]> = {
  setup: ['Admin'],
  api: [...onEach(['Read', 'Write', 'List'], ['staging']), ...onEach(['Read'], ['quarantine', 'release'])],
  mover: onEach(['Read', 'Write', 'List', 'Tagging'], BUCKETS),
};

/** The text of SeaweedFS's `s3.json`. */
export const identitiesFile = (credentials: Record<Identity, S3Credentials>): string => JSON.stringify({
  identities: IDENTITIES.map(name => ({ name, credentials: [credentials[name]], actions: ACTIONS[name] })),
});

/** Makers for every secret of the store, to be kept across starts. */
export const storeSecretMakers = {
  setupAccessKey: () => `setup-${randomSecret(6)}`, setupSecretKey: randomSecret,
  apiAccessKey: () => `api-${randomSecret(6)}`, apiSecretKey: randomSecret,
  moverAccessKey: () => `mover-${randomSecret(6)}`, moverSecretKey: randomSecret,
  sseKey: () => randomSecret(32), jwtWrite: randomSecret, jwtRead: randomSecret, jwtFilerWrite: randomSecret, jwtFilerRead: randomSecret,
};
export type StoreSecrets = Record<keyof typeof storeSecretMakers, string>;

export const credentialsFrom = (kept: StoreSecrets): Record<Identity, S3Credentials> => ({
  setup: { accessKey: kept.setupAccessKey, secretKey: kept.setupSecretKey },
  api: { accessKey: kept.apiAccessKey, secretKey: kept.apiSecretKey },
  mover: { accessKey: kept.moverAccessKey, secretKey: kept.moverSecretKey },
});
