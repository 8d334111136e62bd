import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { account } from './account.js';
import { freePort } from './free-port.js';
import { ManagedProcess, type ServiceHandle } from './managed-process.js';
import { prepareDatabase } from './postgres-database.js';
import { keepSecrets, randomSecret } from './private-file.js';
import { runOnce, SYSTEM_ENV } from './run-once.js';
import { sandboxCommand, type SandboxSpec } from './sandbox.js';
import { makeOwnedFolder, secretFile, serviceFolders } from './service-folders.js';

export interface PostgresOptions {
  readonly dataDir: string;
  /** Wished loopback port; another is chosen when it is taken. */
  readonly port?: number;
  /** `false` leaves out the flushes to disk: right for tests, wrong for anything else. */
  readonly durable?: boolean;
}

export interface PostgresHandle extends ServiceHandle {
  readonly port: number;
  /** `suimon_owner` on the database `suimon`: runs migrations. */
  readonly ownerUrl: string;
  /** `suimon_app` on the database `suimon`: may log in; every other right is granted by a migration. */
  readonly appUrl: string;
  /** Superuser on the database `postgres`, for tests and backups. */
  readonly adminUrl: string;
  /** An empty database with the same two roles, for a test that wants one to itself. Replaces one of that name. */
  createDatabase(name: string): Promise<{ readonly ownerUrl: string; readonly appUrl: string }>;
}

const VIEW = '/srv/suimon/postgres';

function binaryFolder(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number).filter(version => version >= 15) : [];
  if (versions.length === 0) throw new Error('PostgreSQL 15 or newer is not installed (package "postgresql")');
  return `${root}/${Math.max(...versions)}/bin`;
}

const settings = (port: number, durable: boolean): string[] => Object.entries({
  port, listen_addresses: '127.0.0.1', unix_socket_directories: '', password_encryption: 'scram-sha-256',
  max_connections: 200, log_timezone: 'UTC', timezone: 'UTC', log_line_prefix: '%m [%p] %q%u@%d ',
  ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Starts Debian's PostgreSQL on a loopback port; an empty folder becomes a cluster with our database and two roles. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresHandle> {
  const folders = serviceFolders(options.dataDir, 'postgres');
  const bin = binaryFolder();
  const user = account('postgres');
  makeOwnedFolder(folders.data, user, 0o700);
  const passwords = keepSecrets(secretFile(options.dataDir, 'postgres'), { admin: randomSecret, owner: randomSecret, app: randomSecret });
  const sandbox: SandboxSpec = { user, network: 'host', binds: [{ from: folders.data, to: VIEW, writable: true }] };
  await makeCluster(folders.data, bin, sandbox, passwords.admin);

  const port = await freePort(options.port);
  const url = (role: string, password: string, database: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  const adminUrl = url('postgres', passwords.admin, 'postgres');
  const managed = new ManagedProcess({
    name: 'postgres', logFile: folders.logFile, pidFile: folders.pidFile, env: SYSTEM_ENV, sandboxed: true,
    stopSignal: 'SIGINT', stopGraceMs: 30_000, readyTimeoutMs: 60_000,
    // The pid in a lock file left by a crash means nothing in a new pid namespace, where it may name another process.
    prepare: () => rmSync(join(folders.data, 'cluster', 'postmaster.pid'), { force: true }),
    command: () => sandboxCommand(sandbox, [`${bin}/postgres`, '-D', `${VIEW}/cluster`, ...settings(port, options.durable ?? true)]),
    isReady: () => answers(adminUrl),
  });
  const createDatabase = async (name: string) => {
    await prepareDatabase(adminUrl, { name, ownerPassword: passwords.owner, appPassword: passwords.app, replace: true });
    return { ownerUrl: url('suimon_owner', passwords.owner, name), appUrl: url('suimon_app', passwords.app, name) };
  };
  await managed.start();
  try {
    await prepareDatabase(adminUrl, { name: 'suimon', ownerPassword: passwords.owner, appPassword: passwords.app, replace: false });
  } catch (error) { await managed.stop(); throw error; }
  return Object.assign(managed, {
    port, adminUrl, createDatabase,
    ownerUrl: url('suimon_owner', passwords.owner, 'suimon'),
    appUrl: url('suimon_app', passwords.app, 'suimon'),
  });
}

/** Makes the cluster beside its place and renames it when it is whole, so that a cut start is repeated, not resumed. */
async function makeCluster(data: string, bin: string, sandbox: SandboxSpec, password: string): Promise<void> {
  if (existsSync(join(data, 'cluster', 'PG_VERSION'))) return;
  rmSync(join(data, 'new'), { recursive: true, force: true });
  const initdb = [`${bin}/initdb`, '-N', '--data-checksums', '-D', `${VIEW}/new`, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--pwfile=/dev/stdin'];
  // Node's stdin is a socket, which cannot be opened by name; a pipe of the same user can.
  await runOnce(sandboxCommand(sandbox, ['/bin/sh', '-c', 'cat | "$@"', 'sh', ...initdb]), { input: `${password}\n` });
  renameSync(join(data, 'new'), join(data, 'cluster'));
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch { return false; } finally { await client.end().catch(() => undefined); }
}
