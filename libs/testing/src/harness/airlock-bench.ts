import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { AirlockWorker } from '@suimon/airlock-worker/airlock-worker';
import type { WorkerTuning } from '@suimon/airlock-worker/airlock-worker';
import type { WorkerConfig } from '@suimon/airlock-worker/config';
import type { AirlockPolicy, Policy, Transfer, TransferStatus } from '@suimon/domain';
import { startClamd, startObjectStore, startPostgres } from '@suimon/embedded';
import type { ClamdHandle, ObjectStoreHandle, PostgresHandle } from '@suimon/embedded';
import { makeDataSource } from '@suimon/persistence';
import { makeLogger, readPolicy } from '@suimon/platform';
import { deliveryKeys, quarantineKeys, S3FileVault, stagingKeys } from '@suimon/storage';
import { ZONES } from '@suimon/use-cases';
import type { Zone } from '@suimon/use-cases';
import type { DataSource } from 'typeorm';
import { BenchPeople } from './bench-people.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
export interface BenchFile { readonly path: string; readonly bytes: Buffer | string; readonly role?: 'output' | 'supporting' }
export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Real Postgres, object store, clamd and single-host folders around the airlock worker, with a project in use. */
export class AirlockBench {
  private worker: AirlockWorker | null = null;
  people!: BenchPeople;

  private constructor(readonly directory: string, readonly postgres: PostgresHandle, readonly store: ObjectStoreHandle, readonly clamd: ClamdHandle, readonly dataSource: DataSource, readonly policy: { current: Policy }) {}

  static async start(airlock: Partial<AirlockPolicy> = {}): Promise<AirlockBench> {
    const directory = await mkdtemp(join(tmpdir(), 'suimon-bench-'));
    const [postgres, store, clamd] = await Promise.all([startPostgres({ dataDir: join(directory, 'postgres'), durable: false }), startObjectStore({ dataDir: join(directory, 's3') }), startClamd({ dataDir: join(directory, 'clamd') })]);
    const owner = await makeDataSource(postgres.ownerUrl, 2).initialize();
    await owner.runMigrations();
    await owner.destroy();
    await commitsSurviveKills(postgres);
    const { policy } = await readPolicy(join(ROOT, 'policy'));
    const bench = new AirlockBench(directory, postgres, store, clamd, await makeDataSource(postgres.appUrl).initialize(), { current: { ...policy, airlock: { ...policy.airlock, coolingOffSeconds: 0, ...airlock } } });
    await bench.startWorker();
    bench.people = await BenchPeople.settle(bench.dataSource, bench.policy);
    return bench;
  }

  get config(): WorkerConfig {
    return {
      databaseUrl: this.postgres.appUrl, redisUrl: undefined, store: { endpoint: `unix:${this.store.socketPath}`, ...this.store.credentials.mover },
      clamav: { place: { path: this.clamd.socketPath }, maxStreamBytes: 1900 * 1024 * 1024, acceptUndated: true, silenceMs: 10_000 },
      workspaces: { rootDir: join(this.directory, 'workspaces'), datasetsDir: join(this.directory, 'datasets') }, policyDir: join(ROOT, 'policy'), logLevel: 'fatal', concurrency: 4,
    };
  }
  vault(identity: 'api' | 'mover' = 'mover'): S3FileVault { return new S3FileVault({ endpoint: `unix:${this.store.socketPath}`, ...this.store.credentials[identity] }); }

  async startWorker(tuning: WorkerTuning = {}, config: Partial<WorkerConfig> = {}): Promise<void> {
    await this.stopWorker();
    this.worker = await AirlockWorker.open({ ...this.config, ...config }, this.policy.current, makeLogger('bench', 'fatal'), { courierMs: 300, deadlineMs: 300, relay: { graceSeconds: 3, pollMs: 500 }, runner: { heartbeatMs: 500, stopGraceMs: 5_000 }, ...tuning });
    await this.worker.onApplicationBootstrap();
  }
  async stopWorker(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.onApplicationShutdown();
  }
  async stop(): Promise<void> {
    await this.stopWorker().catch(() => undefined);
    await this.dataSource.destroy().catch(() => undefined);
    await Promise.all([this.postgres.stop(), this.store.stop(), this.clamd.stop()]);
    await rm(this.directory, { recursive: true, force: true });
  }

  /** An import of uploads, as the API makes it: bytes into staging with the API's own rights, then the command. */
  async submitImport(files: readonly BenchFile[]): Promise<string> {
    const { lead } = this.people;
    const { id } = await this.people.transfers.create(this.people.projectId, 'import', lead.call);
    for (const file of files) {
      const fileId = this.people.ids.next();
      const stored = await this.vault('api').put('staging', stagingKeys.file(id, fileId), Readable.from([Buffer.from(file.bytes)]));
      await this.people.transfers.run(id, 'addFile', { fileId, path: file.path, ...stored }, lead.call);
      if (file.role === 'supporting') await this.people.transfers.run(id, 'describeFile', { fileId, role: 'supporting', use: null, note: '' }, lead.call);
    }
    await this.people.transfers.run(id, 'describe', { form: { reason: 'These tables are needed for the analysis of the cohort.', provenance: 'Published tables.', licence: 'CC0-1.0', ownCheck: { product: 'ClamAV', definitionsDate: '2026-01-01', scanDate: '2026-01-01', clean: true }, notAlreadyInside: true } }, lead.call);
    await this.people.transfers.run(id, 'submit', {}, lead.call);
    return id;
  }

  /** Writes into the lead's outbox as a finished program would: aside, then by a rename, last changed a while ago. */
  async putIntoOutbox(file: BenchFile, changedAgoMs = 10_000): Promise<void> {
    const target = join(this.outboxFolder, file.path);
    await mkdir(dirname(target), { recursive: true });
    const aside = join(this.directory, `aside-${this.people.ids.next()}`);
    await writeFile(aside, file.bytes);
    const at = new Date(Date.now() - changedAgoMs);
    await utimes(aside, at, at);
    await rename(aside, target);
  }
  get outboxFolder(): string { return join(this.config.workspaces.rootDir, 'people', this.people.projectId, this.people.lead.id, 'outbox'); }
  async clearOutbox(): Promise<void> { await rm(this.outboxFolder, { recursive: true, force: true }); }

  /** The draft that appears by itself of what lies in the outbox, once it holds all of it. */
  async exportDraft(files: readonly BenchFile[]): Promise<string> {
    for (const file of files) await this.putIntoOutbox(file);
    let found: Transfer | undefined;
    await until(async () => {
      const rows = await this.dataSource.query<{ state: Transfer }[]>("SELECT state FROM transfer WHERE direction = 'export' AND status IN ('draft', 'returned') AND project_id = $1", [this.people.projectId]);
      found = rows.map((row) => row.state).find((state) => files.every((file) => state.files.some((entry) => entry.path === file.path && entry.sizeBytes === Buffer.byteLength(file.bytes))));
      return found !== undefined;
    });
    if (!found) throw new Error('no draft');
    for (const entry of found.files) {
      const role = files.find((file) => file.path === entry.path)?.role ?? 'output';
      await this.people.transfers.run(found.id, 'describeFile', { fileId: entry.id, role, use: role === 'output' ? 'publication' : null, note: 'A table.' }, this.people.lead.call);
    }
    const { teamNumber, researcherId } = this.people.lead;
    await this.people.transfers.run(found.id, 'describe', { form: { teamNumber, researcherId, projectNumber: this.people.projectNumber, reason: 'Counts of at least ten people each, for a paper about the cohort.' } }, this.people.lead.call);
    return found.id;
  }
  async submitExport(files: readonly BenchFile[]): Promise<string> {
    const id = await this.exportDraft(files);
    await this.people.transfers.run(id, 'submit', {}, this.people.lead.call);
    return id;
  }

  /** Every steward that is needed looks at everything and approves; the last one decides. */
  async approve(id: string): Promise<void> {
    const needed = this.policy.current.airlock[(await this.transfer(id)).direction].reviewers;
    const stewards = this.people.stewards.slice(0, needed);
    for (const steward of stewards) {
      const outputs = (await this.transfer(id)).manifest?.files.filter((file) => file.role === 'output') ?? [];
      for (const file of outputs) await this.people.transfers.run(id, 'vote', { fileId: file.fileId, sha256: file.sha256, vote: 'approve', comment: '' }, steward.call);
      await this.people.transfers.run(id, 'submitReview', {}, steward.call);
    }
    await this.people.transfers.run(id, 'approve', {}, stewards[0]?.call ?? this.people.lead.call);
  }

  async transfer(id: string): Promise<Transfer> {
    const [row] = await this.dataSource.query<{ state: Transfer }[]>('SELECT state FROM transfer WHERE id = $1', [id]);
    if (!row) throw new Error('no such transfer');
    return row.state;
  }
  async reaches(id: string, status: TransferStatus, withinMs = 30_000): Promise<Transfer> {
    await until(async () => (await this.transfer(id)).status === status, withinMs, async () => { const { status: now, reason } = await this.transfer(id); return `${id} is ${now} (${reason?.code ?? ''}), not ${status}: ${JSON.stringify(await this.openJobs())}`; });
    return this.transfer(id);
  }
  async openJobs(): Promise<readonly { job: string; attempts: number; last_error: string | null }[]> { return this.dataSource.query('SELECT job, attempts, last_error FROM outbox WHERE done_at IS NULL'); }
  /** A job left unrun is a failed test. */
  async settled(withinMs = 30_000): Promise<void> { await until(async () => (await this.openJobs()).length === 0, withinMs, async () => JSON.stringify(await this.openJobs())); }

  /** Keys of a transfer in every zone. */
  async zones(id: string): Promise<Record<Zone, readonly string[]>> {
    const prefixes: Record<Zone, string> = { staging: stagingKeys.all(id), quarantine: quarantineKeys.all(id), 'workspace-in': deliveryKeys.all(id), release: deliveryKeys.all(id) };
    const entries = await Promise.all(ZONES.map(async (zone) => [zone, await this.vault().list(zone, prefixes[zone])] as const));
    const keysOf = (zone: Zone): readonly string[] => entries.find(([name]) => name === zone)?.[1] ?? [];
    return { staging: keysOf('staging'), quarantine: keysOf('quarantine'), 'workspace-in': keysOf('workspace-in'), release: keysOf('release') };
  }
  async stored(zone: Zone, key: string): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of await this.vault().open(zone, key)) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  }
  /** What the project's members find at `/imports/<transfer>`; null when it is not there. */
  async imported(id: string): Promise<Record<string, string> | null> {
    const folder = join(this.config.workspaces.rootDir, 'projects', this.people.projectId, 'imports', id);
    try {
      const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return Object.fromEntries(await Promise.all(names.map(async (name) => [name.slice(folder.length + 1), await readFile(name, 'utf8')] as const)));
    } catch { return null; }
  }
  async events(id: string): Promise<readonly { type: string; payload: Record<string, unknown> }[]> {
    return this.dataSource.query("SELECT type, payload FROM audit_event WHERE stream_kind = 'transfer' AND stream_id = $1 ORDER BY seq", [id]);
  }
}

/** Test databases acknowledge commits before they are written anywhere; a test that kills Postgres needs those it was promised. */
async function commitsSurviveKills(postgres: PostgresHandle): Promise<void> {
  const admin = await makeDataSource(postgres.adminUrl, 1).initialize();
  await admin.query('ALTER ROLE suimon_app SET synchronous_commit = on');
  await admin.destroy();
}

/** Waits until something holds. What fails meanwhile counts as "not yet". */
export async function until(check: () => boolean | Promise<boolean>, withinMs = 30_000, explain: () => Promise<string> = () => Promise.resolve('it did not happen in time')): Promise<void> {
  for (const end = Date.now() + withinMs; !(await Promise.resolve().then(check).catch(() => false));) {
    if (Date.now() > end) throw new Error(await explain());
    await pause(50);
  }
}
