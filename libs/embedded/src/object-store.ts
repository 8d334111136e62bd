import { chmodSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { Client, type ClientOptions } from 'minio';
import { ManagedProcess, type ServiceHandle } from './managed-process.js';
import { objectStoreBinary } from './object-store-binary.js';
import { BUCKETS, credentialsFrom, identitiesFile, PROBE_BUCKET, storeSecretMakers, type Identity, type S3Credentials, type StoreSecrets } from './object-store-identities.js';
import { keepSecrets, writeFileAtomically } from './private-file.js';
import { SYSTEM_ENV } from './run-once.js';
import { sandboxCommand, type SandboxSpec } from './sandbox.js';
import { makeOwnedFolder, makeSocketFolder, removeRuntimeEntry, secretFile, serviceFolders } from './service-folders.js';
import { OBJECT_STORE_USER } from './users.js';

export interface ObjectStoreOptions {
  readonly dataDir: string;
  /** Where the downloaded program is kept; `.suimon/cache` of the checkout if not given. */
  readonly cacheDir?: string;
}

export interface ObjectStoreHandle extends ServiceHandle {
  /** The S3 API, and the only way in. */
  readonly socketPath: string;
  readonly credentials: Readonly<Record<Identity, S3Credentials>>;
  /** A client of the S3 API that acts as one of the identities. */
  client(identity: Identity, options?: Partial<ClientOptions>): Client;
}

const VIEW = '/srv/suimon/s3';
const PROGRAM = '/srv/suimon/bin/weed';

/**
 * Starts SeaweedFS. Its filer, master and volume ports ask for no password and pass by all S3 rights,
 * so it runs in a network namespace of its own from which only the S3 socket comes out.
 */
export async function startObjectStore(options: ObjectStoreOptions): Promise<ObjectStoreHandle> {
  const binary = await objectStoreBinary(options.cacheDir);
  const folders = serviceFolders(options.dataDir, 's3');
  const secrets = keepSecrets(secretFile(options.dataDir, 's3'), storeSecretMakers);
  const credentials = credentialsFrom(secrets);
  const socketPath = join(folders.sockets, 's3.sock');
  const agent = new Agent({ socketPath, keepAlive: false } as ConstructorParameters<typeof Agent>[0]);
  const client = (identity: Identity, more: Partial<ClientOptions> = {}): Client => new Client({
    endPoint: 'localhost', useSSL: false, region: 'us-east-1', pathStyle: true, transportAgent: agent, ...credentials[identity], ...more,
  });
  const probe = client('setup');

  const managed = new ManagedProcess({
    name: 's3', logFile: folders.logFile, pidFile: folders.pidFile, env: environment(secrets), sandboxed: true,
    // Asked to end, SeaweedFS waits 15 s for connections between its own parts. What it has acknowledged is with the
    // kernel by then (the tests kill it and read everything back), so it gets a second and no more.
    stopSignal: 'SIGTERM', stopGraceMs: 1_000, readyTimeoutMs: 90_000,
    prepare: () => {
      makeOwnedFolder(folders.data, OBJECT_STORE_USER, 0o700);
      makeSocketFolder(folders.sockets, OBJECT_STORE_USER);
      // The store's own user must read it, and nobody else gets through the folder that it lies in.
      writeFileAtomically(secretFile(options.dataDir, 's3-identities'), identitiesFile(credentials), 0o644);
    },
    command: () => sandboxCommand(sandbox(options.dataDir, binary), [PROGRAM, 'server', ...flags(socketPath)]),
    isReady: async () => {
      if (!await takesWrites(probe)) return false;
      // Our processes are other users; who may come this far is decided by the folder and by the S3 keys.
      chmodSync(socketPath, 0o666);
      return true;
    },
    cleanUp: () => removeRuntimeEntry(folders.sockets),
  });
  await managed.start();
  return Object.assign(managed, { socketPath, credentials, client });
}

function sandbox(dataDir: string, binary: string): SandboxSpec {
  const folders = serviceFolders(dataDir, 's3');
  return {
    user: OBJECT_STORE_USER, network: 'none', workingDirectory: VIEW,
    binds: [
      { from: binary, to: PROGRAM },
      { from: folders.data, to: VIEW, writable: true },
      { from: folders.sockets, to: folders.sockets, writable: true },
      { from: secretFile(dataDir, 's3-identities'), to: '/srv/suimon/s3.json' },
    ],
  };
}

const flags = (socketPath: string): string[] => [
  '-ip=127.0.0.1', '-ip.bind=127.0.0.1', `-dir=${VIEW}`,
  '-master.electionTimeout=1s', '-master.volumeSizeLimitMB=1024', '-master.telemetry=false',
  // Each bucket has volumes of its own, and a bucket that finds none left refuses every write.
  '-volume.max=400', '-volume.preStopSeconds=1',
  '-filer', '-filer.disableHttp',
  '-s3', '-s3.iam=false', '-s3.port.iceberg=0', '-s3.port.lance=0', '-s3.config=/srv/suimon/s3.json', `-s3.localSocket=${socketPath}`,
];

const environment = (secrets: StoreSecrets): Record<string, string> => ({
  ...SYSTEM_ENV, HOME: VIEW,
  WEED_S3_SSE_KEK: secrets.sseKey,
  WEED_JWT_SIGNING_KEY: secrets.jwtWrite, WEED_JWT_SIGNING_READ_KEY: secrets.jwtRead,
  WEED_JWT_FILER_SIGNING_KEY: secrets.jwtFilerWrite, WEED_JWT_FILER_SIGNING_READ_KEY: secrets.jwtFilerRead,
  WEED_MASTER_VOLUME_GROWTH_COPY_1: '1',
});

/** Makes what buckets are missing and writes one object: it listens before it can store anything. */
async function takesWrites(client: Client): Promise<boolean> {
  try {
    const present = new Set((await client.listBuckets()).map(bucket => bucket.name));
    for (const bucket of [...BUCKETS, PROBE_BUCKET]) if (!present.has(bucket)) await client.makeBucket(bucket, 'us-east-1');
    await client.putObject(PROBE_BUCKET, 'started', new Date().toISOString());
    return true;
  } catch { return false; }
}
