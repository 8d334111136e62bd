import { mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Transfer } from '@suimon/domain';
import { RecordQueries } from '@suimon/persistence';
import { AirlockBench, until } from '@suimon/testing/harness/airlock-bench';

let bench: AirlockBench;
beforeAll(async () => { bench = await AirlockBench.start(); }, 300_000);
beforeEach(async () => { await bench.clearOutbox(); await until(async () => (await drafts()).every(({ files }) => files.length === 0)); });
afterAll(async () => { await bench?.stop(); }, 60_000);

const drafts = async (): Promise<readonly Transfer[]> => (await bench.dataSource.query<{ state: Transfer }[]>("SELECT state FROM transfer WHERE direction = 'export' AND status = 'draft'")).map((row) => row.state);
const paths = async (): Promise<readonly string[]> => (await drafts()).flatMap(({ files }) => files.map(({ path }) => path)).sort();
const refused = (): Promise<readonly { path: string; reason: string }[]> => new RecordQueries(bench.dataSource).refusedOutboxFiles(bench.people.projectId, bench.people.lead.id);

describe('what lies in an outbox', () => {
  test('is in a draft a few seconds later, and gone from it when it is gone', async () => {
    await bench.putIntoOutbox({ path: 'a.csv', bytes: 'a\n' });
    await bench.putIntoOutbox({ path: 'deep/er/b.csv', bytes: 'b\n' });
    await until(async () => (await paths()).join() === 'a.csv,deep/er/b.csv');
    await rm(join(bench.outboxFolder, 'a.csv'));
    await until(async () => (await paths()).join() === 'deep/er/b.csv');
  }, 30_000);

  test('is not taken while it is written', async () => {
    await bench.putIntoOutbox({ path: 'busy.csv', bytes: 'a\n' }, 0);
    await pause(1_000);
    expect(await paths()).toEqual([]);
    await until(async () => (await paths()).join() === 'busy.csv', 5_000);
  }, 30_000);

  test('keeps its description while it is written again', async () => {
    const id = await bench.exportDraft([{ path: 'kept.csv', bytes: 'one\n' }]);
    const before = (await bench.transfer(id)).files[0];
    const stop = Date.now() + 3_000;
    while (Date.now() < stop) {
      await writeFile(join(bench.outboxFolder, 'kept.csv'), 'two two\n');
      await pause(200);
      expect((await bench.transfer(id)).files).toHaveLength(1);
    }
    await until(async () => (await bench.transfer(id)).files[0]?.sizeBytes === 8);
    expect((await bench.transfer(id)).files[0]).toMatchObject({ id: before?.id, use: 'publication', note: 'A table.' });
  }, 30_000);

  test('is refused with a reason when it is no plain file, once', async () => {
    await bench.putIntoOutbox({ path: 'plain.csv', bytes: 'a\n' });
    await symlink('/etc/passwd', join(bench.outboxFolder, 'link.csv'));
    await bench.putIntoOutbox({ path: 'odd\u202Ename.csv', bytes: 'a\n' });
    await until(async () => (await refused()).length === 2);
    expect((await refused()).map(({ reason }) => reason).sort()).toEqual(['name-not-allowed', 'symlink']);
    await until(async () => (await paths()).join() === 'plain.csv');
    await bench.clearOutbox();
    await until(async () => (await refused()).length === 0);
  }, 30_000);

  test('is taken although another outbox cannot be read', async () => {
    const broken = join(bench.config.workspaces.rootDir, 'people', bench.people.projectId, '0broken');
    await mkdir(broken, { recursive: true });
    await symlink('/etc', join(broken, 'outbox'));
    const stranger = join(bench.config.workspaces.rootDir, 'people', '00000000-0000-4000-8000-000000000000', 'nobody', 'outbox');
    await mkdir(stranger, { recursive: true });
    await writeFile(join(stranger, 'a.csv'), 'a\n');
    await utimes(join(stranger, 'a.csv'), 1, 1);
    await bench.putIntoOutbox({ path: 'still.csv', bytes: 'a\n' });
    await until(async () => (await paths()).join() === 'still.csv');
    await rm(broken, { recursive: true });
  }, 30_000);

  test('is noticed again when it was changed after an earlier request, and not when it was not', async () => {
    const id = await bench.submitExport([{ path: 'twice.csv', bytes: 'one\n' }]);
    await bench.reaches(id, 'in_review');
    await pause(1_500);
    expect(await paths()).toEqual([]);
    await bench.putIntoOutbox({ path: 'twice.csv', bytes: 'two\n' }, 5_000);
    await until(async () => (await paths()).join() === 'twice.csv');
    expect((await drafts())[0]?.id).not.toBe(id);
  }, 30_000);
});
