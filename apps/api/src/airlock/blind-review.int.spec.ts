import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '@suimon/contracts';
import type { TransferView } from '@suimon/contracts';
import { REQUIRED_SCANNERS } from '@suimon/domain';
import { PostgresUnitOfWork } from '@suimon/persistence';
import { randomIds, systemClock } from '@suimon/platform';
import { manifestHash } from '@suimon/storage';
import { Enclave } from '@suimon/testing/harness/enclave';
import { openProject } from '@suimon/testing/harness/people-of-a-project';
import type { OpenedProject } from '@suimon/testing/harness/people-of-a-project';
import { CommandRunner, TransferCommands } from '@suimon/use-cases';

const { airlock, audit } = endpoints;
let enclave: Enclave; let project: OpenedProject; let other: OpenedProject; let commands: TransferCommands;
const system = (id: 'courier' | 'sealer' | 'scanner') => ({ actor: { kind: 'system', id }, origin: { requestId: 'test', ip: null, sessionRef: null } }) as const;
const strip = async (response: Response): Promise<unknown> => ({ ...(await response.json() as Record<string, unknown>), requestId: '' });

/** An export in review, brought there by the commands of the jobs; its bytes play no part here. */
async function inReview(): Promise<string> {
  const bytes = 'group,n\na,12\n';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = `t-${randomIds.next()}.csv`;
  const id = (await commands.noticeOutbox(project.projectId, project.leadAccount.id, [{ path, sizeBytes: bytes.length, modifiedAtMs: 1 }], system('courier'))) ?? '';
  const draft = await project.lead.call(airlock.one, { params: { id } });
  await project.lead.call(airlock.describe, { params: { id }, body: { form: { teamNumber: project.leadAccount.teamNumber, researcherId: project.leadAccount.researcherId, projectNumber: project.number, reason: 'A table for our paper, with counts of groups of at least ten people in each cell. It is needed outside.' } } });
  for (const file of draft.files) await project.lead.call(airlock.describeFile, { params: { id, fileId: file.id }, body: { role: 'output', use: 'publication', note: '' } });
  await project.lead.call(airlock.submit, { params: { id }, body: {} });
  const files = draft.files.map((file) => ({ fileId: file.id, path: file.path, role: 'output' as const, sizeBytes: bytes.length, sha256 }));
  await commands.run(id, 'sealed', { round: draft.round + 1, manifest: { hash: manifestHash(files), files } }, system('sealer'));
  await commands.run(id, 'scanned', { round: draft.round + 1, manifestHash: manifestHash(files), verdicts: files.flatMap((file) => REQUIRED_SCANNERS.map((scanner) => ({ fileId: file.fileId, sha256, scanner, verdict: 'clean' as const, reason: '', engine: 'test', signatures: 'test', signaturesAt: null, bytesSeen: bytes.length }))) }, system('scanner'));
  return id;
}
const review = async (steward: OpenedProject['lead'], id: string, vote: 'approve' | 'changes' = 'approve'): Promise<TransferView> => {
  const view = await steward.call(airlock.one, { params: { id } });
  for (const file of view.files) await steward.call(airlock.vote, { params: { id }, body: { fileId: file.id, sha256: file.sha256 ?? '', vote, comment: vote === 'changes' ? 'Please round these counts.' : '' } });
  return steward.call(airlock.submitReview, { params: { id }, body: {} });
};

beforeAll(async () => {
  enclave = await Enclave.start();
  project = await openProject(enclave, 'a');
  other = await openProject(enclave, 'b');
  const unitOfWork = new PostgresUnitOfWork(enclave.dataSource);
  commands = new TransferCommands(new CommandRunner(unitOfWork, systemClock), unitOfWork, systemClock, randomIds, enclave.policy);
}, 120_000);
afterAll(() => enclave.stop());

describe('review of an export', () => {
  test('I12: until both reviews are in, nothing that a reviewer is told changes when the other votes', async () => {
    const id = await inReview();
    const [first, second] = project.stewards;
    const told = async (): Promise<unknown[]> => [
      await second.call(airlock.one, { params: { id } }), await second.call(airlock.list, { query: { queue: 'review' } }), await second.call(endpoints.people.inbox), await second.call(audit.timeline, { params: { kind: 'transfer', id } }),
    ];
    const before = await told();
    await review(first, id, 'changes');
    expect(await told()).toEqual(before);
    const after = await review(second, id);
    expect(after.status).toBe('consolidating');
    expect(after.files[0]?.votes.map((vote) => vote.vote).sort()).toEqual(['approve', 'changes']);
  });
  test('case 24: a file that one reviewer did not approve is named when the release is refused', async () => {
    const id = (await project.stewards[0].call(airlock.list, { query: { status: 'consolidating' } })).items[0]?.id ?? '';
    expect(await project.stewards[0].refusal(airlock.approve, { params: { id }, body: {} })).toBe('approvals-missing');
    expect((await project.stewards[0].call(airlock.sendBack, { params: { id }, body: { reason: 'Please round the counts as the comment says.' } })).status).toBe('returned');
    expect((await project.lead.call(airlock.one, { params: { id } })).reason?.text).toContain('round the counts');
  });
  test('case 20: the requester, and whoever is of the project, reviews nothing of it', async () => {
    const id = await inReview();
    const view = await project.lead.call(airlock.one, { params: { id } });
    expect(view.commands.vote).toBe('not-permitted');
    expect(await project.lead.refusal(airlock.submitReview, { params: { id }, body: {} })).toBe('not-permitted');
    expect(await project.lead.refusal(airlock.preview, { params: { id, fileId: view.files[0]?.id ?? '' } })).toBe('not-permitted');
  });
  test('case 31: two stewards hand in at once, and each review counts once', async () => {
    const id = (await project.stewards[0].call(airlock.list, { query: { queue: 'review', status: 'in_review' } })).items[0]?.id ?? '';
    const results = await Promise.allSettled([review(project.stewards[0], id), review(project.stewards[1], id), review(project.stewards[0], id)]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(2);
    expect((await project.stewards[0].call(airlock.one, { params: { id } })).reviewsIn).toBe(2);
  });
  test('case 19: an approval by mistake is undone within the cooling-off time, and nothing was delivered', async () => {
    const id = (await project.stewards[0].call(airlock.list, { query: { status: 'consolidating' } })).items[0]?.id ?? '';
    expect((await project.stewards[0].call(airlock.approve, { params: { id }, body: {} })).status).toBe('approved');
    expect((await project.stewards[1].call(airlock.undo, { params: { id }, body: {} })).status).toBe('consolidating');
  });
  test("I10: a transfer of another project differs in nothing from one that does not exist", async () => {
    const id = (await project.lead.call(airlock.list)).items[0]?.id ?? '';
    const theirs = await other.lead.send(airlock.one, { params: { id } });
    const none = await other.lead.send(airlock.one, { params: { id: randomIds.next() } });
    expect([theirs.status, await strip(theirs)]).toEqual([none.status, await strip(none)]);
    expect((await other.lead.call(airlock.list)).total).toBe(0);
    expect((await project.operator.send(airlock.one, { params: { id } })).status).toBe(404);
  });
});

describe('files of an import', () => {
  const create = async (): Promise<string> => (await project.lead.call(airlock.create, { params: { id: project.projectId }, body: { direction: 'import' } })).id;
  const upload = (id: string, path: string, bytes: string): Promise<string> => project.lead.refusal(airlock.upload, { params: { id }, query: { path }, bytes });

  test('case 3: a file can be uploaded at once, case 4: and a draft without one stays a draft', async () => {
    const id = await create();
    expect(await project.lead.refusal(airlock.submit, { params: { id }, body: {} })).toBe('no-output-file');
    const view = await project.lead.call(airlock.upload, { params: { id }, query: { path: 'codes.csv' }, bytes: 'a,b\n1,2\n' });
    expect(view.files[0]?.sha256).toBe(createHash('sha256').update('a,b\n1,2\n').digest('hex'));
    expect(view.status).toBe('draft');
  });
  test.each([['../up.csv', 'file-name-not-accepted'], ['a\u202Evsc.csv', 'file-name-not-accepted'], ['con.csv', 'file-name-not-accepted'], ['run.exe', 'file-type-not-allowed'], ['empty.csv', 'file-too-large']])('case 32: %j is refused with a reason', async (path, code) => {
    expect(await upload(await create(), path, path === 'empty.csv' ? '' : 'x')).toBe(code);
  });
  test('the same name twice is refused, also in another case', async () => {
    const id = await create();
    await project.lead.call(airlock.upload, { params: { id }, query: { path: 'a.csv' }, bytes: 'x' });
    expect(await upload(id, 'A.csv', 'y')).toBe('file-name-taken');
  });
  test('one of another project cannot add to it', async () => {
    expect(await other.lead.refusal(airlock.upload, { params: { id: await create() }, query: { path: 'a.csv' }, bytes: 'x' })).toBe('not-found');
  });
  test('exports are not uploaded', async () => {
    const { id } = await project.lead.call(airlock.create, { params: { id: project.projectId }, body: { direction: 'export' } });
    expect(await upload(id, 'a.csv', 'x')).toBe('export-files-come-from-outbox');
  });
});
