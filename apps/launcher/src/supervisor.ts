import { chmodSync, mkdirSync } from 'node:fs';
import { GATEWAY_USER, WORKER_USER, installPackages, keepSecrets, makeOwnedFolder, PACKAGES, randomSecret, type ServiceHandle } from '@suimon/embedded';
import { buildIfNeeded } from './build.js';
import { keepAccounts, parseSeedOutput } from './demo-accounts.js';
import { startServices } from './embedded-services.js';
import { givenServices } from './given-services.js';
import type { Installation } from './installation.js';
import { runProcess, startProcess } from './our-process.js';
import { Part } from './part.js';
import { choosePorts, keepPorts } from './ports.js';
import { DISPLAYS_DIR } from './process-command.js';
import { baseUrl, type RunningPlaces } from './process-environment.js';
import { MIGRATE, PROCESSES, SEED, SETUP_USER } from './process-table.js';
import { writeStatus, type Phase } from './status-file.js';
import { stopAllWorkspaces } from './workspaces-end.js';

/** Starts everything in order, keeps it running, and ends everything that it started and nothing else. */
export class Supervisor {
  private readonly services: Part[] = [];
  private readonly processes: Part[] = [];
  private places: RunningPlaces | null = null;
  private phase: Phase = 'starting';
  private step = '';
  private starting: Promise<void> = Promise.resolve();

  constructor(private readonly place: Installation, private readonly env: NodeJS.ProcessEnv, private readonly tell: (line: string) => void) {}

  /** Returns when everything is healthy; throws, with everything ended again, when it does not get there. */
  async start(): Promise<void> {
    this.starting = this.bringUp();
    try {
      await this.starting;
      this.enter('ready', '');
    } catch (error) {
      if (this.phase === 'stopping') throw error;
      await this.end();
      this.enter('failed', error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  /** Ends what runs and, when it is asked for during a start, also what that start has begun by then. */
  async stop(): Promise<void> {
    this.enter('stopping', '');
    await this.end();
    await this.starting.catch(() => undefined);
    await this.end();
    this.enter('stopped', '');
  }

  /** Parts by name, so that a test can end one of them. */
  part(name: string): Part | undefined { return [...this.services, ...this.processes].find(part => part.name === name); }

  /** What the processes were told, while they run. */
  get running(): RunningPlaces | null { return this.places; }

  private async bringUp(): Promise<void> {
    const { place, env } = this;
    const given = givenServices(env);
    this.announce('checking Debian packages / Debian パッケージを確認しています');
    await installPackages(PACKAGES.run, this.tell);
    this.orderly();
    await buildIfNeeded(place, line => this.announce(line));
    this.orderly();
    makeFolders(place);

    this.announce('starting PostgreSQL, object store and clamd / データベース・オブジェクトストア・clamd を起動しています');
    const ports = await choosePorts(place.portsFile, env, this.tell);
    const addresses = await startServices(place, given, ports.postgres, handle => this.adopt('service', handle));
    keepPorts(place.portsFile, { ...ports, postgres: addresses.postgresPort ?? ports.postgres });
    this.orderly();
    const secrets = keepSecrets(place.secretsFile, { sessionSecret: () => randomSecret(32), fieldKey: () => randomSecret(32) });
    this.places = {
      ...addresses, ...secrets, apiPort: ports.api, gatewayPort: ports.gateway, redisUrl: given.redisUrl, root: place.root,
      workspacesDir: place.workspacesDir, datasetsDir: place.datasetsDir, gatewayUid: GATEWAY_USER.uid, airlockGid: WORKER_USER.gid,
    };
    await this.prepareData(this.places);

    this.announce('starting Suimon’s own processes / Suimon のプロセスを起動しています');
    const { places } = this;
    const results = await Promise.allSettled(PROCESSES.map(async row => this.adopt('process', await startProcess(row, place, places))));
    const failed = results.find(result => result.status === 'rejected');
    if (failed) throw failed.reason;
    this.orderly();
  }

  private async prepareData(places: RunningPlaces): Promise<void> {
    this.announce('migrating the database / データベースを更新しています');
    await runProcess(MIGRATE, this.place, places);
    this.orderly();
    this.announce('adding demo people, projects and data / デモデータを用意しています');
    keepAccounts(this.place.accountsFile, parseSeedOutput(await runProcess(SEED, this.place, places)));
    this.orderly();
  }

  private adopt(kind: 'service' | 'process', handle: ServiceHandle): void {
    const part = new Part(kind, handle, event => {
      if (event !== null) this.tell(event);
      this.write();
    });
    (kind === 'service' ? this.services : this.processes).push(part);
    this.write();
  }

  /** A stop that was asked for while we were starting takes effect between two steps. */
  private orderly(): void {
    if (this.phase === 'stopping') throw new Error('stopped while starting');
  }

  private async end(): Promise<void> {
    await Promise.allSettled(this.processes.map(part => part.stop()));
    const { places } = this;
    this.places = null;
    if (places) await stopAllWorkspaces(this.place, places, this.tell);
    await Promise.allSettled(this.services.map(part => part.stop()));
  }

  private announce(step: string): void {
    this.step = step;
    this.tell(step);
    this.write();
  }

  private enter(phase: Phase, step: string): void {
    this.phase = phase;
    this.step = step;
    this.write();
  }

  private write(): void {
    const { places } = this;
    const parts = [...this.services, ...this.processes].map(part => part.status());
    try {
      writeStatus(this.place.statusFile, {
        phase: this.phase, step: this.step, parts,
        baseUrl: places && baseUrl(places), apiPort: places && places.apiPort, gatewayPort: places && places.gatewayPort,
      });
    } catch (error) {
      // A full disk must not end what still runs.
      this.tell(`the status could not be written: ${String(error)}`);
    }
  }
}

/** The folders that our processes share; the workspace controller sets the rights of what lies in them. */
function makeFolders(place: Installation): void {
  mkdirSync(place.workspacesDir, { recursive: true });
  mkdirSync(DISPLAYS_DIR, { recursive: true });
  chmodSync(DISPLAYS_DIR, 0o711);
  makeOwnedFolder(place.datasetsDir, SETUP_USER, 0o755);
}
