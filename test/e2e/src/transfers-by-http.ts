import { endpoints } from '@suimon/contracts';
import type { TransferView } from '@suimon/contracts';
import type { Visitor } from '@suimon/testing/harness/visitor';
import type { DemoProject } from './project-by-http.js';
import { until } from './product.js';

const { airlock } = endpoints;
const REASON = 'We need this table for our paper and for the discussion with the co-authors outside; it holds counts of groups of at least ten people only.';
const declared = { reason: REASON, provenance: 'Made by our own group.', licence: 'CC0-1.0', ownCheck: { product: 'ClamAV', definitionsDate: '2026-03-01', scanDate: '2026-03-01', clean: true }, notAlreadyInside: true };

export async function statusOf(visitor: Visitor, id: string): Promise<TransferView['status']> { return (await visitor.call(airlock.one, { params: { id } })).status; }
export const untilStatus = (visitor: Visitor, id: string, status: TransferView['status'], timeoutMs?: number): Promise<void> => until(`the transfer is ${status}`, async () => {
  const now = await statusOf(visitor, id);
  if (now !== status) throw new Error(`it is ${now}`);
  return true;
}, timeoutMs);

/** An import, declared and submitted. */
export async function submittedImport({ projectId, lead }: DemoProject, name: string, bytes: string): Promise<string> {
  const { id } = await lead.call(airlock.create, { params: { id: projectId }, body: { direction: 'import' } });
  await lead.call(airlock.upload, { params: { id }, query: { path: name }, bytes });
  await lead.call(airlock.describe, { params: { id }, body: { form: declared } });
  await lead.call(airlock.submit, { params: { id }, body: {} });
  return id;
}
/** The export draft that appears by itself for what lies in the outbox, completed and submitted. */
export async function submittedExport({ projectId, lead }: DemoProject, path: string): Promise<string> {
  let id = '';
  await until(`${path} appears as an export draft`, async () => {
    const drafts = (await lead.call(airlock.list, { query: { projectId, direction: 'export', status: 'draft' } })).items;
    for (const draft of drafts) if ((await lead.call(airlock.one, { params: { id: draft.id } })).files.some((file) => file.path === path)) id = draft.id;
    return id !== '';
  });
  const view = await lead.call(airlock.one, { params: { id } });
  const { person } = await lead.call(endpoints.people.me);
  await lead.call(airlock.describe, { params: { id }, body: { form: { reason: REASON, teamNumber: person?.teamNumber ?? '', researcherId: person?.researcherId ?? '', projectNumber: view.projectNumber } } });
  for (const file of view.files) await lead.call(airlock.describeFile, { params: { id, fileId: file.id }, body: { role: 'output', use: 'publication', note: '' } });
  await lead.call(airlock.submit, { params: { id }, body: {} });
  return id;
}
/** One steward's review of every file, all approved. */
export async function review(steward: Visitor, id: string): Promise<void> {
  const view = await steward.call(airlock.one, { params: { id } });
  for (const file of view.files) await steward.call(airlock.vote, { params: { id }, body: { fileId: file.id, sha256: file.sha256 ?? '', vote: 'approve', comment: '' } });
  await steward.call(airlock.submitReview, { params: { id }, body: {} });
}
export const approve = async (steward: Visitor, id: string): Promise<void> => { await steward.call(airlock.approve, { params: { id }, body: {} }); };
export async function download(lead: Visitor, id: string): Promise<string> {
  const view = await lead.call(airlock.one, { params: { id } });
  return new TextDecoder().decode(await lead.call(airlock.download, { params: { id, fileId: view.files[0]?.id ?? '' }, body: {} }));
}
