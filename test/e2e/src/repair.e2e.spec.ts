import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '@suimon/contracts';
import { Product, until } from './product.js';
import type { PartName } from './product.js';
import { projectByHttp } from './project-by-http.js';
import type { DemoProject } from './project-by-http.js';
import { approve, download, review, statusOf, submittedExport, submittedImport, untilStatus } from './transfers-by-http.js';

let product: Product;
let project: DemoProject;
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST', '-FILE!$H+H*'].join('');
const outbox = (name: string): string => join(product.place.workspacesDir, 'people', project.projectId, project.leadId, 'outbox', name);

beforeAll(async () => {
  product = await Product.start();
  project = await projectByHttp(product);
  const { id } = await project.lead.call(endpoints.workspaces.start, { params: { id: project.projectId }, body: { profileId: 'standard', placeDeclared: true } });
  await until('the workspace is ready', async () => (await project.lead.call(endpoints.workspaces.one, { params: { id } })).status === 'ready', 120_000);
}, 400_000);
afterAll(() => product.stop(), 120_000);

describe('the airlock on the whole product', () => {
  test('case 1: an import goes from upload to the workspace, case 2: and leaves nothing in staging or quarantine', async () => {
    const id = await submittedImport(project, 'codes.csv', 'code,label\n1,one\n');
    await untilStatus(project.lead, id, 'in_review');
    await review(project.stewards[0], id);
    await approve(project.stewards[0], id);
    await untilStatus(project.lead, id, 'released');
    expect(await readFile(join(product.place.workspacesDir, 'projects', project.projectId, 'imports', id, 'codes.csv'), 'utf8')).toBe('code,label\n1,one\n');
  }, 120_000);

  test('case 18: an export needs two different stewards; the requester then downloads the very bytes', async () => {
    await writeFile(outbox('table.csv'), 'group,n\na,120\nb,240\n');
    const id = await submittedExport(project, 'table.csv');
    await untilStatus(project.lead, id, 'in_review');
    expect(await project.stewards[0].call(endpoints.airlock.preview, { params: { id, fileId: (await project.stewards[0].call(endpoints.airlock.one, { params: { id } })).files[0]?.id ?? '' } })).toMatchObject({ kind: 'table', header: ['group', 'n'], rowCount: 2 });
    await review(project.stewards[0], id);
    expect(await project.stewards[0].refusal(endpoints.airlock.approve, { params: { id }, body: {} })).toBe('not-in-this-state');
    expect(await project.stewards[0].refusal(endpoints.airlock.submitReview, { params: { id }, body: {} })).toBe('already-reviewed');
    await review(project.stewards[1], id);
    await approve(project.stewards[1], id);
    await untilStatus(project.lead, id, 'released');
    expect(await download(project.lead, id)).toBe('group,n\na,120\nb,240\n');
  }, 120_000);

  test('case 14: EICAR is blocked in both directions and never reaches a reviewer', async () => {
    const imported = await submittedImport(project, 'bad.txt', EICAR);
    await untilStatus(project.lead, imported, 'quarantined');
    await writeFile(outbox('bad.csv'), EICAR);
    const exported = await submittedExport(project, 'bad.csv');
    await untilStatus(project.lead, exported, 'quarantined');
    for (const id of [imported, exported]) expect(await project.stewards[0].refusal(endpoints.airlock.one, { params: { id } })).toBe('not-found');
    for (const id of [imported, exported]) expect((await project.security.call(endpoints.airlock.purge, { params: { id }, body: { reason: 'Test signature found.' } })).status).toBe('blocked');
  }, 120_000);
});

describe('any crash is repaired without a person', () => {
  /** Each is ended while a transfer is sealed and scanned, and again while it is released; both must reach their right end. */
  test.each<PartName>(['worker', 'api', 's3', 'clamd', 'postgres'])('%s killed at submit and at release', async (name) => {
    const id = await submittedImport(project, `${name}.csv`, `part,id\n${name},${randomUUID()}\n`);
    product.kill(name);
    await product.runs(name);
    await untilStatus(project.lead, id, 'in_review', 120_000);
    await review(project.stewards[0], id);
    await approve(project.stewards[0], id);
    product.kill(name);
    await product.runs(name);
    await untilStatus(project.lead, id, 'released', 120_000);
    expect(await readFile(join(product.place.workspacesDir, 'projects', project.projectId, 'imports', id, `${name}.csv`), 'utf8')).toContain(`part,id\n${name}`);
  }, 300_000);

  test('the queue wiped with its tables at submit and at release', async () => {
    await product.wipeQueue();
    const id = await submittedImport(project, 'wiped.csv', 'a,b\n1,2\n');
    await product.wipeQueue();
    await untilStatus(project.lead, id, 'in_review', 120_000);
    await review(project.stewards[0], id);
    await approve(project.stewards[0], id);
    await product.wipeQueue();
    await untilStatus(project.lead, id, 'released', 120_000);
  }, 300_000);

  test('the workspace controller killed: the desktop lives on and is still under control', async () => {
    const [before] = (await project.lead.call(endpoints.workspaces.list)).items;
    product.kill('workspaces');
    await product.runs('workspaces');
    const id = before?.id ?? '';
    expect((await project.lead.call(endpoints.workspaces.one, { params: { id } })).status).toBe('ready');
    await project.lead.call(endpoints.workspaces.stop, { params: { id }, body: { reason: 'done' } });
    await until('it stops', async () => (await project.lead.call(endpoints.workspaces.one, { params: { id } })).status === 'stopped');
  }, 120_000);

  test('afterwards nothing is lost, the audit verifies, and no job is left', async () => {
    const auditor = await product.signedIn('auditor-a');
    expect((await auditor.call(endpoints.audit.verify)).ok).toBe(true);
    await until('no job is left', async () => (await auditor.call(endpoints.audit.overview)).jobs.waiting === 0);
    const open = (await project.lead.call(endpoints.airlock.list, { query: { projectId: project.projectId } })).items.filter((item) => ['sealing', 'scanning', 'approved', 'releasing'].includes(item.status));
    expect(open).toEqual([]);
    expect(await statusOf(project.lead, (await project.lead.call(endpoints.airlock.list, { query: { projectId: project.projectId } })).items[0]?.id ?? '')).toBe('released');
  }, 60_000);
});
