import { AirlockBench, sha256, until } from '@suimon/testing/harness/airlock-bench';
import { foldedAndStored } from '@suimon/testing/harness/fold';
import { deliveryKeys, hashStream, manifestHash, quarantineKeys } from '@suimon/storage';
import { verifyChains } from '@suimon/persistence';

/** In parts, so that this file is no test virus itself. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join('');
const EMPTY = { staging: [], quarantine: [], 'workspace-in': [], release: [] };
let bench: AirlockBench;

beforeAll(async () => { bench = await AirlockBench.start(); }, 300_000);
beforeEach(async () => { await bench.clearOutbox(); });
afterAll(async () => { await bench?.stop(); }, 60_000);

describe('an import', () => {
  test('case 1: goes from upload through sealing, scanning, review and release into the workspaces of its project', async () => {
    const files = [{ path: 'codes/icd10.csv', bytes: 'code,name\nE11,diabetes\n' }, { path: 'notes.md', bytes: '# 注意\n', role: 'supporting' as const }];
    const id = await bench.submitImport(files);
    const inReview = await bench.reaches(id, 'in_review');
    expect(inReview.manifest?.hash).toBe(manifestHash(inReview.manifest?.files ?? []));
    expect(inReview.verdicts.map(({ scanner, verdict }) => `${scanner} ${verdict}`).sort()).toEqual(['clamav clean', 'clamav clean', 'structure clean', 'structure clean']);
    expect(inReview.verdicts.every((verdict) => verdict.engine !== '' && inReview.manifest?.files.some((file) => file.sizeBytes === verdict.bytesSeen))).toBe(true);
    await bench.approve(id);
    await bench.reaches(id, 'released');
    expect(await bench.imported(id)).toEqual({ 'codes/icd10.csv': 'code,name\nE11,diabetes\n' });
  }, 60_000);

  test('case 2: leaves nothing in staging and quarantine once released, and a tombstone says what was destroyed', async () => {
    const id = await bench.submitImport([{ path: 'a.csv', bytes: 'a\n1\n' }]);
    await bench.reaches(id, 'in_review');
    expect((await bench.zones(id)).quarantine).toHaveLength(2);
    await bench.approve(id);
    await bench.reaches(id, 'released');
    await bench.settled();
    expect(await bench.zones(id)).toEqual({ ...EMPTY, 'workspace-in': [deliveryKeys.file(id, sha256('a\n1\n'))] });
    const tombstone = (await bench.events(id)).find(({ type }) => type === 'transfer.bytes-destroyed');
    expect(tombstone?.payload).toMatchObject({ by: 'system:releaser', zones: { staging: 1, quarantine: 2 }, hashes: [sha256('a\n1\n')] });
  }, 60_000);

  test('is gone from workspaces and zones after it was revoked', async () => {
    const id = await bench.submitImport([{ path: 'b.csv', bytes: 'b\n1\n' }]);
    await bench.reaches(id, 'in_review');
    await bench.approve(id);
    await bench.reaches(id, 'released');
    expect(await bench.imported(id)).not.toBeNull();
    await bench.people.transfers.run(id, 'revoke', { reason: 'released by mistake, as it turned out' }, bench.people.security.call);
    await bench.settled();
    expect(await bench.imported(id)).toBeNull();
    expect(await bench.zones(id)).toEqual(EMPTY);
  }, 60_000);

  test('that is returned keeps its uploads, loses its sealed copies, and can be submitted again', async () => {
    const id = await bench.submitImport([{ path: 'c.csv', bytes: 'c\n1\n' }]);
    await bench.reaches(id, 'in_review');
    await bench.people.transfers.run(id, 'sendBack', { reason: 'please say where this table comes from' }, bench.people.stewards[0]?.call ?? bench.people.lead.call);
    await bench.settled();
    expect(await bench.zones(id)).toMatchObject({ staging: [expect.stringContaining(id)], quarantine: [] });
    await bench.people.transfers.run(id, 'submit', {}, bench.people.lead.call);
    expect((await bench.reaches(id, 'in_review')).round).toBe(2);
    expect((await bench.zones(id)).quarantine).toContain(quarantineKeys.file(id, 2, sha256('c\n1\n')));
    await bench.people.transfers.run(id, 'withdraw', {}, bench.people.lead.call);
    await bench.settled();
    expect(await bench.zones(id)).toEqual(EMPTY);
  }, 60_000);

  test('whose staged bytes are not those that were uploaded is returned with the file named', async () => {
    await bench.stopWorker();
    const id = await bench.submitImport([{ path: 'd.csv', bytes: 'd\n1\n' }]);
    const [key] = (await bench.zones(id)).staging;
    const { Readable } = await import('node:stream');
    await bench.vault('api').put('staging', key ?? '', Readable.from([Buffer.from('d\n2\n')]));
    await bench.startWorker();
    expect((await bench.reaches(id, 'returned')).reason).toMatchObject({ code: 'staged-bytes-differ', text: 'd.csv' });
    await bench.settled();
    expect((await bench.zones(id)).quarantine).toEqual([]);
  }, 60_000);

  test('whose staged bytes are gone is returned', async () => {
    await bench.stopWorker();
    const id = await bench.submitImport([{ path: 'e.csv', bytes: 'e\n1\n' }]);
    await bench.vault('api').remove('staging', (await bench.zones(id)).staging[0] ?? '');
    await bench.startWorker();
    expect((await bench.reaches(id, 'returned')).reason).toMatchObject({ code: 'staged-file-missing', text: 'e.csv' });
  }, 60_000);
});

describe('an export', () => {
  test('appears as a draft, is reviewed by two stewards, and is released with the bytes that were sealed', async () => {
    const files = [{ path: 'out/table.csv', bytes: 'group,n\nA,120\nB,80\n' }, { path: 'out/code.r', bytes: 'print(1)\n', role: 'supporting' as const }];
    const id = await bench.submitExport(files);
    const inReview = await bench.reaches(id, 'in_review');
    const output = inReview.manifest?.files.find((file) => file.role === 'output');
    expect(output?.sha256).toBe(sha256('group,n\nA,120\nB,80\n'));
    await bench.approve(id);
    await bench.reaches(id, 'released');
    await bench.settled();
    // Case 25: the supporting file is nowhere.
    expect(await bench.zones(id)).toEqual({ ...EMPTY, release: [deliveryKeys.file(id, output?.sha256 ?? '')] });
    expect((await bench.stored('release', deliveryKeys.file(id, output?.sha256 ?? ''))).toString()).toBe('group,n\nA,120\nB,80\n');
    await bench.people.transfers.run(id, 'revoke', { reason: 'released by mistake, as it turned out' }, bench.people.security.call);
    await bench.settled();
    expect(await bench.zones(id)).toEqual(EMPTY);
  }, 60_000);

  test('case 23: releases the sealed bytes although the file changed afterwards', async () => {
    const id = await bench.submitExport([{ path: 'later.csv', bytes: 'n\n120\n' }]);
    await bench.reaches(id, 'in_review');
    await bench.putIntoOutbox({ path: 'later.csv', bytes: 'n\n1\n' });
    await bench.approve(id);
    await bench.reaches(id, 'released');
    expect((await bench.stored('release', deliveryKeys.file(id, sha256('n\n120\n')))).toString()).toBe('n\n120\n');
  }, 60_000);

  test.each([
    ['changed', 'outbox-file-changed', () => bench.putIntoOutbox({ path: 'moved.csv', bytes: 'n\n999\n' }, 9_000)],
    ['is gone', 'outbox-file-missing', () => bench.clearOutbox()],
  ])('is returned when a file %s between submission and sealing', async (_what, code, change) => {
    const id = await bench.exportDraft([{ path: 'moved.csv', bytes: 'n\n120\n' }]);
    await bench.stopWorker();
    await bench.people.transfers.run(id, 'submit', {}, bench.people.lead.call);
    await change();
    await bench.startWorker();
    expect((await bench.reaches(id, 'returned')).reason).toMatchObject({ code, text: 'moved.csv' });
    await bench.people.transfers.run(id, 'withdraw', {}, bench.people.lead.call);
  }, 60_000);
});

describe('case 14: the test virus', () => {
  test.each(['import', 'export'] as const)('in an %s reaches no reviewer and is destroyed by a security officer', async (direction) => {
    const files = [{ path: 'table.csv', bytes: 'n\n120\n' }, { path: 'odd.csv', bytes: `n\n${EICAR}\n` }];
    const id = await (direction === 'import' ? bench.submitImport(files) : bench.submitExport(files));
    expect((await bench.reaches(id, 'quarantined')).reason).toMatchObject({ code: 'infected', text: expect.stringContaining('Eicar') });
    await expect(bench.people.transfers.view(id, bench.people.stewards[0]?.call.actor ?? bench.people.lead.call.actor)).rejects.toThrow('not-found');
    await bench.people.transfers.run(id, 'purge', { reason: 'the test virus, as expected' }, bench.people.security.call);
    await bench.reaches(id, 'blocked');
    await bench.settled();
    expect(await bench.zones(id)).toEqual(EMPTY);
  }, 60_000);
});

describe('everything together', () => {
  test('every row is what its events fold to, and every audit chain holds', async () => {
    await bench.settled();
    const { folded, stored } = await foldedAndStored(bench.dataSource);
    expect(folded).toEqual(stored);
    expect((await verifyChains(bench.dataSource.manager)).broken).toEqual([]);
  }, 60_000);

  test('I1: whatever lies where it counts as released is in the manifest of a ticket', async () => {
    for (const { state } of await bench.dataSource.query<{ state: { id: string; direction: string; ticket: unknown; manifest: { files: { sha256: string }[] } | null } }[]>('SELECT state FROM transfer')) {
      const { 'workspace-in': imports, release } = await bench.zones(state.id);
      for (const [zone, keys] of [['workspace-in', imports], ['release', release]] as const) {
        for (const key of keys) {
          const { sha256: found } = await hashStream(await bench.vault().open(zone, key));
          expect(state.ticket).not.toBeNull();
          expect(state.manifest?.files.map((file) => file.sha256)).toContain(found);
        }
      }
    }
  }, 60_000);

  test('the worker tells the overview that it lives', async () => {
    await until(async () => (await bench.dataSource.query("SELECT detail FROM worker_beat WHERE name = 'airlock-worker' AND (detail->>'ok')::boolean")).length === 1);
  }, 60_000);
});
