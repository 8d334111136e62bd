import { chmodSync, cpSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { account } from './account.js';
import { askClamd } from './clamd-client.js';
import { clamdConfig } from './clamd-config.js';
import { ManagedProcess, type ServiceHandle } from './managed-process.js';
import { writeFileAtomically } from './private-file.js';
import { SYSTEM_ENV } from './run-once.js';
import { sandboxCommand, type Bind, type ProcessUser } from './sandbox.js';
import { makeOwnedFolder, makeSocketFolder, removeRuntimeEntry, serviceFolders } from './service-folders.js';

export interface ClamdOptions {
  readonly dataDir: string;
  /** Our own signature files (.hsb, .ndb, .ldb, .yara …); those that come with Suimon if not given. */
  readonly signatureDir?: string;
  /** ClamAV's database as freshclam keeps it (main, daily, bytecode). Read when clamd starts. */
  readonly officialDatabaseDir?: string;
}

export interface ClamdHandle extends ServiceHandle {
  readonly socketPath: string;
}

const VIEW = '/srv/suimon/clamd';
const OFFICIAL = '/srv/suimon/official';
const OWN_SIGNATURES = fileURLToPath(new URL('../signatures', import.meta.url));
const OFFICIAL_FILE = /^(main|daily|bytecode)\.(cvd|cld)$/;
const SIGNATURE_FILE = /\.(hdb|hsb|mdb|msb|ndb|ldb|ign2|fp|sfp|yara|yar)$/;

/** Starts Debian's clamd without a network, as the user `clamav`, with our settings and nothing of /etc/clamav. */
export async function startClamd(options: ClamdOptions): Promise<ClamdHandle> {
  const user = account('clamav');
  const folders = serviceFolders(options.dataDir, 'clamd');
  const official = options.officialDatabaseDir;
  const socketPath = join(folders.sockets, 'clamd.sock');
  const binds: Bind[] = [
    { from: folders.data, to: VIEW, writable: true },
    { from: join(folders.data, 'database'), to: `${VIEW}/database` },
    { from: folders.sockets, to: folders.sockets, writable: true },
    ...(official ? [{ from: official, to: OFFICIAL }] : []),
  ];
  const managed = new ManagedProcess({
    name: 'clamd', logFile: folders.logFile, pidFile: folders.pidFile, env: SYSTEM_ENV, sandboxed: true,
    // The official database takes about a minute on a slow machine.
    stopSignal: 'SIGTERM', stopGraceMs: 10_000, readyTimeoutMs: official ? 300_000 : 60_000,
    prepare: () => {
      makeOwnedFolder(folders.data, user, 0o700);
      makeSocketFolder(folders.sockets, user);
      fillDatabase(join(folders.data, 'database'), options);
      emptyTemporaryFolder(join(folders.data, 'tmp'), user);
      const config = clamdConfig({ socketPath, databaseFolder: `${VIEW}/database`, temporaryFolder: `${VIEW}/tmp`, official: official !== undefined });
      writeFileAtomically(join(folders.data, 'clamd.conf'), config, 0o644);
    },
    command: () => sandboxCommand({ user, network: 'none', binds }, ['/usr/sbin/clamd', '--foreground', `--config-file=${VIEW}/clamd.conf`]),
    isReady: () => askClamd(socketPath, 'PING', [], 2_000).then(answer => answer === 'PONG', () => false),
    cleanUp: () => removeRuntimeEntry(folders.sockets),
  });
  await managed.start();
  return Object.assign(managed, { socketPath });
}

/** Copies our signatures and links the official files into the one directory that clamd reads. */
function fillDatabase(target: string, options: ClamdOptions): void {
  rmSync(target, { recursive: true, force: true });
  makeOwnedFolder(target, { uid: 0, gid: 0 }, 0o755);
  const own = options.signatureDir ?? OWN_SIGNATURES;
  for (const name of readdirSync(own).filter(file => SIGNATURE_FILE.test(file))) {
    // clamd refuses to start on an empty signature file.
    if (statSync(join(own, name)).size === 0) continue;
    cpSync(join(own, name), join(target, name), { dereference: true });
    chmodSync(join(target, name), 0o644);
  }
  if (!options.officialDatabaseDir) return;
  const files = readdirSync(options.officialDatabaseDir).filter(file => OFFICIAL_FILE.test(file));
  if (files.length === 0) throw new Error(`${options.officialDatabaseDir} holds no ClamAV database (main, daily or bytecode)`);
  for (const name of files) symlinkSync(join(OFFICIAL, name), join(target, name));
}

/** What a killed scan left behind is a copy of somebody's file, so it does not outlive the process. */
function emptyTemporaryFolder(path: string, user: ProcessUser): void {
  rmSync(path, { recursive: true, force: true });
  makeOwnedFolder(path, user, 0o700);
}
