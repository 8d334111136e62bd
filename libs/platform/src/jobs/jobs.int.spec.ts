import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Denial } from '@suimon/domain';
import { type PostgresHandle, type RedisHandle, startPostgres, startRedis } from '@suimon/embedded';
import { enqueue, finishJob, makeDataSource, OUTBOX_CHANNEL } from '@suimon/persistence';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { makeLogger } from '../logger.js';
import { JobQueue } from './job.queue.js';
import { type JobCall, JobRunner } from './job.runner.js';
import { OutboxRelay } from './outbox.relay.js';
import { openQueue, type QueueStore } from './queue.store.js';

const folder = mkdtempSync(join(tmpdir(), 'suimon-jobs-'));
const logger = makeLogger('jobs-spec', 'fatal');
let postgres: PostgresHandle;
let redis: RedisHandle;
let urls: { ownerUrl: string; appUrl: string };
let database: DataSource;

type Handle = (applicationId: string, call: JobCall) => Promise<void>;
const unexpected = (): Promise<void> => Promise.reject(new Error('not of this test'));

/** A relay and a runner whose one handler is the test's. */
async function startJobs(handle: Handle, store: QueueStore = { databaseUrl: urls.appUrl }, graceSeconds = 2) {
  const queue = new JobQueue(store, logger);
  const runner = new JobRunner(database, store, { 'open-project': (job, call) => handle(job.applicationId, call), 'seal-transfer': unexpected, 'scan-transfer': unexpected, 'release-transfer': unexpected, 'wipe-transfer': unexpected }, logger, { heartbeatMs: 300, stopGraceMs: 3_000 });
  const relay = new OutboxRelay(database, urls.appUrl, queue, logger, { graceSeconds, pollMs: 500, onJobLost: () => runner.renewIfIdle() });
  runner.start();
  await relay.start();
  return { runner, stop: async () => { await relay.stop(); await runner.stop(); await queue.close(); } };
}
const finishing = (seen: string[]): Handle => async (applicationId, { jobId }) => { seen.push(applicationId); await finishJob(database.manager, jobId); };
async function write(applicationId: string = randomUUID()): Promise<string> {
  await database.transaction(async (manager) => {
    await enqueue(manager, { job: 'open-project', applicationId }, new Date().toISOString());
    await manager.query('SELECT pg_notify($1, $2)', [OUTBOX_CHANNEL, '']);
  });
  return applicationId;
}
const row = async (applicationId: string): Promise<{ id: string; attempts: number; done_at: Date | null; last_error: string | null }> => (await database.query("SELECT id, attempts, done_at, last_error FROM outbox WHERE payload->>'applicationId' = $1", [applicationId]))[0];
async function until(check: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await Promise.resolve().then(check).catch(() => false));) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await pause(20);
  }
}
const isDone = (applicationId: string) => async (): Promise<boolean> => (await row(applicationId)).done_at !== null;
/** As the superuser: the tables of a queue belong to whoever made them. */
async function asPostgres(sql: string): Promise<void> {
  const url = new URL(postgres.adminUrl);
  url.pathname = '/jobs';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

beforeAll(async () => {
  postgres = await startPostgres({ dataDir: join(folder, 'data'), durable: false });
  redis = await startRedis({ dataDir: join(folder, 'redis') });
  urls = await postgres.createDatabase('jobs');
  const owner = await makeDataSource(urls.ownerUrl, 1).initialize();
  await owner.runMigrations();
  await owner.destroy();
  database = await makeDataSource(urls.appUrl, 5).initialize();
}, 120_000);
beforeEach(() => database.query('DELETE FROM outbox'));
afterAll(async () => {
  await database?.destroy();
  await postgres?.stop();
  await redis?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('jobs from the outbox', () => {
  it('run once each, soon after the commit', async () => {
    const seen: string[] = [];
    const jobs = await startJobs(finishing(seen));
    await until(isDone(await write()));
    const startedAtMs = Date.now();
    const ids = await Promise.all(Array.from({ length: 100 }, () => write()));
    for (const id of ids) await until(isDone(id));
    expect(Date.now() - startedAtMs).toBeLessThan(15_000);
    expect(seen).toHaveLength(101);
    expect(new Set(seen).size).toBe(101);
    await jobs.stop();
  }, 60_000);

  it('wait for their time and no longer', async () => {
    const seen: string[] = [];
    const jobs = await startJobs(finishing(seen));
    const id = randomUUID();
    await enqueue(database.manager, { job: 'open-project', applicationId: id }, new Date(Date.now() + 1_500).toISOString());
    await pause(1_000);
    expect(seen).toEqual([]);
    await until(isDone(id), 1_500);
    await jobs.stop();
  }, 20_000);

  it('are tried again after a failure, later each time, with the last error in the row', async () => {
    const at: number[] = [];
    const jobs = await startJobs(async (_id, { jobId, attempts }) => {
      at.push(Date.now());
      if (attempts < 2) throw new Error(`failure ${attempts}`);
      await finishJob(database.manager, jobId);
    });
    const id = await write();
    await until(isDone(id));
    expect(at).toHaveLength(3);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(990);
    expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThanOrEqual(1_990);
    expect(await row(id)).toMatchObject({ attempts: 2, last_error: 'Error: failure 1' });
    await jobs.stop();
  }, 20_000);

  it.each([['state', 'not-in-this-state'], ['missing', 'not-found'], ['rule', 'superseded']] as const)('end quietly when the record has moved on (%s)', async (kind, code) => {
    const jobs = await startJobs(() => Promise.reject(new Denial(kind, code)));
    const id = await write();
    await until(isDone(id));
    expect(await row(id)).toMatchObject({ attempts: 0, last_error: null });
    await jobs.stop();
  }, 20_000);

  it('are not done because a handler just returns', async () => {
    const jobs = await startJobs(() => Promise.resolve());
    const id = await write();
    await until(async () => (await row(id)).attempts > 0);
    expect(await row(id)).toMatchObject({ done_at: null, last_error: 'Error: the handler ended without finishing its job' });
    await jobs.stop();
  }, 20_000);

  it('come from the outbox alone: what others put into the queue changes nothing', async () => {
    const seen: string[] = [];
    const jobs = await startJobs(finishing(seen));
    const foreign = openQueue({ databaseUrl: urls.appUrl });
    for (const jobId of [randomUUID(), 'not-a-uuid', "x'; DROP TABLE outbox"]) await foreign.add('open-project', { job: 'open-project', applicationId: randomUUID() }, { jobId });
    const id = await write();
    await until(isDone(id));
    await foreign.add('open-project', {}, { jobId: (await row(id)).id });
    await pause(500);
    expect(seen).toEqual([id]);
    await foreign.close();
    await jobs.stop();
  }, 20_000);

  it('are given back when the process ends, and done by the next', async () => {
    const first = await startJobs(async (_id, { signal }) => { await pause(60_000, undefined, { signal }); });
    const id = await write();
    await until(() => first.runner.running.length === 1);
    await first.stop();
    expect(await row(id)).toMatchObject({ done_at: null, attempts: 0 });
    const seen: string[] = [];
    const second = await startJobs(finishing(seen));
    await until(isDone(id), 3_000);
    await second.stop();
  }, 30_000);

  it('run no second time while a handler is at work for longer than the grace', async () => {
    let runs = 0;
    const jobs = await startJobs(async (_id, { jobId }) => { runs += 1; await pause(5_000); await finishJob(database.manager, jobId); }, undefined, 1);
    await until(isDone(await write()));
    expect(runs).toBe(1);
    await jobs.stop();
  }, 30_000);

  it('are run by another process when one dies with them', async () => {
    const id = await write();
    await database.query("UPDATE outbox SET handed_over_at = now() - interval '1 hour'");
    const seen: string[] = [];
    const jobs = await startJobs(finishing(seen));
    await until(isDone(id));
    await jobs.stop();
  }, 30_000);
});

describe('a queue that is lost', () => {
  const wipes = [['its schema is dropped', 'DROP SCHEMA bullmq CASCADE'], ['its tables are emptied', 'DO $$ DECLARE t text; BEGIN FOR t IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = \'bullmq\' AND tablename <> \'migration\' LOOP EXECUTE \'TRUNCATE bullmq.\' || t || \' CASCADE\'; END LOOP; END $$']] as const;

  it.each(wipes)('heals while idle when %s', async (_name, sql) => {
    const seen: string[] = [];
    const jobs = await startJobs(finishing(seen));
    await until(isDone(await write()));
    await asPostgres(sql);
    await until(isDone(await write()));
    await until(isDone(await write()));
    await jobs.stop();
  }, 60_000);

  it.each(wipes)('heals with jobs running and waiting when %s', async (_name, sql) => {
    const seen: string[] = [];
    const jobs = await startJobs(async (id, { jobId }) => { await pause(1_000); seen.push(id); await finishJob(database.manager, jobId); });
    const ids = await Promise.all(Array.from({ length: 12 }, () => write()));
    await until(() => jobs.runner.running.length > 0);
    await asPostgres(sql);
    for (const id of ids) await until(isDone(id), 40_000);
    expect([...seen].sort()).toEqual([...ids].sort());
    await jobs.stop();
  }, 120_000);

  it('goes on after Postgres was killed and started again', async () => {
    const seen: string[] = [];
    const jobs = await startJobs(finishing(seen));
    await until(isDone(await write()));
    await postgres.kill9();
    await pause(2_500);
    await postgres.restart();
    let id = '';
    await until(async () => { id = await write(); return true; });
    await until(isDone(id), 30_000);
    await until(isDone(await write()), 3_000);
    await jobs.stop();
  }, 90_000);

  it('starts although Postgres does not run yet', async () => {
    await postgres.kill9();
    const seen: string[] = [];
    const jobs = await startJobs(finishing(seen));
    await pause(1_500);
    await postgres.restart();
    let id = '';
    await until(async () => { id = await write(); return true; });
    await until(isDone(id), 30_000);
    await jobs.stop();
  }, 90_000);
});

describe('a queue in Redis', () => {
  it('runs jobs, and heals when Redis is emptied or killed', async () => {
    const seen: string[] = [];
    const jobs = await startJobs(finishing(seen), { databaseUrl: urls.appUrl, redisUrl: redis.url });
    await until(isDone(await write()));
    const { Redis } = await import('ioredis');
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    await until(isDone(await write()));
    await redis.kill9();
    const id = await write();
    await pause(1_500);
    await redis.restart();
    await until(isDone(id), 40_000);
    expect(new Set(seen).size).toBe(3);
    await jobs.stop();
  }, 90_000);
});
