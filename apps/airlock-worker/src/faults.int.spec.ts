import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { deliveryKeys, S3FileVault } from '@suimon/storage';
import { enqueue } from '@suimon/persistence';
import { AirlockBench, sha256, until } from '@suimon/testing/harness/airlock-bench';
import { SingleHostImports } from '@suimon/workspace-runtime';
import pg from 'pg';

const EMPTY = { staging: [], quarantine: [], 'workspace-in': [], release: [] };
let bench: AirlockBench;

beforeAll(async () => { bench = await AirlockBench.start(); }, 300_000);
beforeEach(async () => { await bench.clearOutbox(); });
afterAll(async () => { await bench?.stop(); }, 60_000);

const tighten = (airlock: Partial<typeof bench.policy.current.airlock>): void => { bench.policy.current = { ...bench.policy.current, airlock: { ...bench.policy.current.airlock, ...airlock } }; };
const generous = { sealDeadlineSeconds: 600, scanDeadlineSeconds: 900, releaseDeadlineSeconds: 600, coolingOffSeconds: 0 };
const oneImport = (name: string): Promise<string> => bench.submitImport([{ path: `${name}.csv`, bytes: `${name}\n1\n` }]);
async function asSuperuser(sql: string): Promise<void> {
  const url = new URL(bench.postgres.adminUrl);
  url.pathname = '/suimon';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

describe('parts that go away and come back', () => {
  test('clamd: scanning waits for it', async () => {
    await bench.clamd.kill9();
    const id = await oneImport('waiting');
    await bench.reaches(id, 'scanning');
    await until(async () => (await bench.openJobs()).some(({ attempts, last_error }) => attempts > 0 && last_error?.includes('clamd')));
    expect((await bench.transfer(id)).verdicts).toEqual([]);
    await bench.clamd.restart();
    await bench.reaches(id, 'in_review');
  }, 90_000);

  test('clamd, beyond the deadline: the request goes back', async () => {
    tighten({ scanDeadlineSeconds: 2 });
    await bench.startWorker();
    await bench.clamd.kill9();
    const id = await oneImport('late');
    expect((await bench.reaches(id, 'returned')).reason?.code).toBe('scan-unavailable');
    await bench.clamd.restart();
    tighten(generous);
    await bench.startWorker();
    await bench.settled(90_000);
    expect((await bench.zones(id)).quarantine).toEqual([]);
    expect((await bench.transfer(id)).status).toBe('returned');
  }, 180_000);

  test('the object store: sealing waits for it, and so does release', async () => {
    await bench.stopWorker();
    const id = await oneImport('stored');
    await bench.store.kill9();
    await bench.startWorker();
    await until(async () => (await bench.openJobs()).some(({ attempts }) => attempts > 0));
    expect((await bench.transfer(id)).status).toBe('sealing');
    await bench.store.restart();
    await bench.reaches(id, 'in_review', 60_000);
    await bench.store.kill9();
    await bench.approve(id);
    await bench.reaches(id, 'releasing');
    await until(async () => (await bench.openJobs()).some(({ attempts }) => attempts > 0));
    await bench.store.restart();
    await bench.reaches(id, 'released', 60_000);
    await bench.settled(90_000);
    expect((await bench.zones(id)).staging).toEqual([]);
    expect(await bench.imported(id)).toEqual({ 'stored.csv': 'stored\n1\n' });
  }, 240_000);

  test('the object store, beyond the deadline: the request goes back', async () => {
    await bench.stopWorker();
    tighten({ sealDeadlineSeconds: 1 });
    const id = await oneImport('unsealed');
    await bench.store.kill9();
    await bench.startWorker();
    expect((await bench.reaches(id, 'returned')).reason?.code).toBe('sealing-unavailable');
    await bench.store.restart();
    tighten(generous);
    await bench.startWorker();
    await bench.settled(90_000);
    expect((await bench.zones(id)).quarantine).toEqual([]);
  }, 180_000);

  test('the queue: wiped with work in it, everything still gets done', async () => {
    await bench.stopWorker();
    const ids: string[] = [];
    for (let n = 0; n < 8; n += 1) ids.push(await oneImport(`wiped-${n}`));
    await bench.startWorker();
    for (let n = 0; n < 4; n += 1) {
      await pause(150);
      await asSuperuser('DROP SCHEMA IF EXISTS bullmq CASCADE');
    }
    for (const id of ids) await bench.reaches(id, 'in_review', 60_000);
    for (const id of ids) expect((await bench.events(id)).filter(({ type }) => type === 'transfer.sealed' || type === 'transfer.review-opened')).toHaveLength(2);
  }, 180_000);

  test('the worker: ended and started between any two steps', async () => {
    const id = await oneImport('restarted');
    for (let n = 0; n < 6; n += 1) { await pause(40 * n); await bench.startWorker(); }
    await bench.reaches(id, 'in_review');
    await bench.approve(id);
    for (let n = 0; n < 6; n += 1) { await pause(40 * n); await bench.startWorker(); }
    await bench.reaches(id, 'released');
    await bench.settled();
    expect(await bench.imported(id)).toEqual({ 'restarted.csv': 'restarted\n1\n' });
  }, 120_000);

  test('Postgres: killed in the middle of everything', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) ids.push(await oneImport(`killed-${n}`));
    await bench.postgres.kill9();
    await pause(500);
    await bench.postgres.restart();
    for (const id of ids) await bench.reaches(id, 'in_review', 90_000);
    await bench.settled(60_000);
  }, 180_000);
});

describe('cases 8 and 31: jobs that come late, twice or from nowhere', () => {
  test('change nothing', async () => {
    const id = await oneImport('again');
    await bench.reaches(id, 'in_review');
    await bench.approve(id);
    await bench.reaches(id, 'released');
    await bench.settled();
    const before = { transfer: await bench.transfer(id), zones: await bench.zones(id), events: await bench.events(id), imported: await bench.imported(id) };
    for (let n = 0; n < 3; n += 1) {
      await bench.dataSource.query("UPDATE outbox SET done_at = NULL, handed_over_at = NULL WHERE payload->>'transferId' = $1", [id]);
      await bench.settled();
    }
    const now = new Date().toISOString();
    for (const round of [0, 1, 2, 99]) {
      for (const transferId of [id, randomUUID()]) {
        for (const job of ['seal-transfer', 'scan-transfer', 'wipe-transfer'] as const) await enqueue(bench.dataSource.manager, { job, transferId, round }, now);
        await enqueue(bench.dataSource.manager, { job: 'release-transfer', transferId, round, notBefore: now }, now);
      }
    }
    await enqueue(bench.dataSource.manager, { job: 'open-project', applicationId: randomUUID() }, now);
    await bench.settled();
    expect({ transfer: await bench.transfer(id), zones: await bench.zones(id), events: await bench.events(id), imported: await bench.imported(id) }).toEqual(before);
  }, 90_000);

  test('do not disturb a request under review either', async () => {
    const id = await oneImport('reviewed');
    await bench.reaches(id, 'in_review');
    await bench.settled();
    const before = { transfer: await bench.transfer(id), zones: await bench.zones(id), events: await bench.events(id) };
    await bench.dataSource.query("UPDATE outbox SET done_at = NULL, handed_over_at = NULL WHERE payload->>'transferId' = $1", [id]);
    const now = new Date().toISOString();
    await enqueue(bench.dataSource.manager, { job: 'release-transfer', transferId: id, round: 1, notBefore: now }, now);
    await enqueue(bench.dataSource.manager, { job: 'wipe-transfer', transferId: id, round: 1 }, now);
    await bench.settled();
    expect({ transfer: await bench.transfer(id), zones: await bench.zones(id), events: await bench.events(id) }).toEqual(before);
    await bench.approve(id);
    await bench.reaches(id, 'released');
  }, 90_000);
});

describe('a release that must not be', () => {
  test('bytes at the destination that are not the approved ones: an incident, and nothing stays visible', async () => {
    tighten({ coolingOffSeconds: 2 });
    const id = await bench.submitExport([{ path: 'n.csv', bytes: 'n\n120\n' }]);
    await bench.reaches(id, 'in_review');
    await bench.approve(id);
    await bench.vault().put('release', deliveryKeys.file(id, sha256('n\n120\n')), Readable.from([Buffer.from('n\n121\n')]));
    expect((await bench.reaches(id, 'quarantined')).reason).toMatchObject({ code: 'delivery-mismatch', text: expect.stringContaining('n.csv') });
    await bench.settled();
    expect((await bench.zones(id)).release).toEqual([]);
    tighten(generous);
  }, 60_000);

  test('an approver who is suspended meanwhile: no ticket, and the deadline takes the approval back', async () => {
    tighten({ coolingOffSeconds: 2, releaseDeadlineSeconds: 2 });
    const id = await bench.submitExport([{ path: 'm.csv', bytes: 'm\n120\n' }]);
    await bench.reaches(id, 'in_review');
    await bench.approve(id);
    const steward = bench.people.stewards[1];
    const suspension = { reason: 'an investigation is under way' };
    await bench.people.runStanding(steward?.id ?? '', 'suspend', suspension, bench.people.security.call);
    const back = await bench.reaches(id, 'consolidating');
    expect(back).toMatchObject({ ticket: null, reason: { code: 'release-unavailable' } });
    await bench.settled();
    expect((await bench.zones(id)).release).toEqual([]);
    await bench.people.runStanding(steward?.id ?? '', 'reinstate', suspension, bench.people.security.call);
    tighten(generous);
  }, 60_000);

  test('a delivery that is cut until its deadline: what was visible goes, and a later approval releases it after all', async () => {
    tighten({ releaseDeadlineSeconds: 2 });
    const real = new SingleHostImports(bench.config.workspaces);
    let delivered = 0;
    await bench.startWorker({ imports: {
      remove: (...place) => real.remove(...place),
      deliver: async (...delivery) => { await real.deliver(...delivery); delivered += 1; throw new Error('cut right after the delivery'); },
    } });
    const id = await oneImport('cut');
    await bench.reaches(id, 'in_review');
    await bench.approve(id);
    await bench.reaches(id, 'consolidating');
    await bench.settled();
    expect(delivered).toBeGreaterThan(0);
    expect(await bench.imported(id)).toBeNull();
    expect(await bench.zones(id)).toMatchObject({ 'workspace-in': [], release: [], quarantine: expect.arrayContaining([expect.stringContaining(sha256('cut\n1\n'))]) });
    tighten(generous);
    await bench.startWorker();
    await bench.people.transfers.run(id, 'approve', {}, bench.people.stewards[0]?.call ?? bench.people.lead.call);
    await bench.reaches(id, 'released');
    expect(await bench.imported(id)).toEqual({ 'cut.csv': 'cut\n1\n' });
  }, 90_000);

  test('a withdrawal while it is scanned wins, and no byte stays', async () => {
    const vault = new S3FileVault(bench.config.store);
    let released = (): void => undefined;
    const held = new Promise<void>((resolve) => { released = resolve; });
    await bench.startWorker({ vault: Object.assign(Object.create(vault) as S3FileVault, { open: async (...place: Parameters<S3FileVault['open']>) => { if (place[0] === 'quarantine') await held; return vault.open(...place); } }) });
    const id = await oneImport('withdrawn');
    await bench.reaches(id, 'scanning');
    await bench.people.transfers.run(id, 'withdraw', {}, bench.people.lead.call);
    released();
    await bench.startWorker();
    await bench.settled();
    expect((await bench.transfer(id)).status).toBe('withdrawn');
    expect(await bench.zones(id)).toEqual(EMPTY);
  }, 60_000);
});

describe('a release whose time is over', () => {
  test('expires, and its bytes go', async () => {
    const id = await bench.submitExport([{ path: 'old.csv', bytes: 'old\n120\n' }]);
    await bench.reaches(id, 'in_review');
    await bench.approve(id);
    await bench.reaches(id, 'released');
    await bench.settled();
    // The one thing no command can do is let two weeks pass.
    await bench.dataSource.query("UPDATE transfer SET state = jsonb_set(state, '{expiresAt}', '\"2026-01-01T00:00:00.000Z\"') WHERE id = $1", [id]);
    await bench.reaches(id, 'expired');
    await bench.settled();
    expect(await bench.zones(id)).toEqual(EMPTY);
  }, 60_000);
});

