import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Desk } from '../browser.js';
import type { Journey } from '../journey.js';
import { until } from '../product.js';
import { dayFromNow } from '../story.js';

const SLOW_MS = 60_000;
export const status = (desk: Desk, name: string) => desk.page.getByText(desk.t(`status:transfer.${name}`), { exact: true });
export const untilStatus = (desk: Desk, name: string): Promise<void> => status(desk, name).first().waitFor({ timeout: SLOW_MS });
const idOf = (desk: Desk): string => new URL(desk.page.url()).pathname.split('/').at(-1) ?? '';

async function putFile(desk: Desk, name: string, text: string): Promise<void> {
  const choosing = desk.page.waitForEvent('filechooser');
  await desk.press(desk.button(desk.t('airlock:upload.choose')));
  await (await choosing).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await desk.see(desk.heading(name));
}
/** R098-R102: own virus check, provenance, licence, reason. */
async function declare(desk: Desk, { story }: Journey): Promise<void> {
  const { page } = desk;
  await desk.write(page.getByLabel(desk.t('airlock:form.product')), 'ClamAV 1.4.3');
  await desk.write(page.getByLabel(desk.t('airlock:form.definitionsDate')), dayFromNow(0));
  await desk.write(page.getByLabel(desk.t('airlock:form.scanDate')), dayFromNow(0));
  await desk.tick(page.getByLabel(desk.t('airlock:form.clean')));
  await desk.write(page.getByLabel(desk.t('airlock:form.provenance')), story.sentence);
  await desk.write(page.getByLabel(desk.t('airlock:form.licence')), 'CC BY 4.0');
  await desk.tick(page.getByLabel(desk.t('airlock:form.notAlreadyInside')));
  await desk.write(page.getByLabel(desk.t('airlock:form.import.reason')), story.importReason);
}
async function submit(desk: Desk): Promise<void> {
  await desk.see(desk.page.getByText(desk.t('airlock:submit.complete')));
  await desk.press(desk.button(desk.t('airlock:submit.action')));
  await desk.confirm(desk.t('airlock:submit.action'));
}

async function beginImport(journey: Journey): Promise<Desk> {
  const desk = await journey.at(journey.story.lead);
  await desk.goTo(`/projects/${journey.projectId}`);
  await desk.press(desk.link(desk.t('airlock:start.import')));
  await desk.see(desk.heading(desk.t('airlock:newImport.title')));
  return desk;
}
async function createDraft(desk: Desk): Promise<string> {
  await desk.press(desk.button(desk.t('airlock:newImport.action')));
  await desk.page.waitForURL(/\/transfers\/[0-9a-f-]{36}$/);
  return idOf(desk);
}

export async function submitImport(journey: Journey, name: string, text: string): Promise<void> {
  const desk = await beginImport(journey);
  await desk.look('import-new');
  journey.importId = await createDraft(desk);
  await desk.look('import-draft-empty');
  await putFile(desk, name, text);
  await declare(desk, journey);
  await desk.see(desk.page.getByText(desk.t('airlock:save.saved')));
  await desk.look('import-draft', 'key');
  await submit(desk);
  await untilStatus(desk, 'in_review');
  await desk.look('import-in-review');
}
/** The request has come back: reads why, puts the corrected file in the place of the first and submits again. */
export async function correctImport(journey: Journey, name: string, text: string): Promise<void> {
  const desk = await journey.at(journey.story.lead);
  await desk.goTo('/inbox');
  await desk.press(desk.link(desk.t('people:tasks.transfer-returned')).first());
  await desk.see(desk.page.getByText(desk.t('airlock:outcome.returned.title')), desk.page.getByText(journey.story.refusal));
  expect(idOf(desk)).toBe(journey.importId);
  await desk.look('import-returned', 'key');
  await desk.press(desk.page.getByRole('button', { name: desk.t('airlock:draft.remove') }).first());
  await desk.see(desk.page.getByText(desk.t('airlock:draft.import.noFiles')));
  await putFile(desk, name, text);
  await submit(desk);
  await untilStatus(desk, 'in_review');
}
/** Case 1: what was approved lies in the workspace, byte for byte. */
export async function findImport(journey: Journey, name: string, text: string): Promise<void> {
  const { product, projectId, importId } = journey;
  const desk = await journey.at(journey.story.lead);
  await desk.goTo(`/transfers/${importId}`);
  await untilStatus(desk, 'released');
  await desk.see(desk.page.getByText(`/imports/${importId}/${name}`));
  await desk.look('import-released');
  expect(await readFile(join(product.place.workspacesDir, 'projects', projectId, 'imports', importId, name), 'utf8')).toBe(text);
}
/** Case 14: malware ends in quarantine; its requester is told, and can do nothing more. */
export async function importMalware(journey: Journey, name: string, text: string): Promise<string> {
  const desk = await beginImport(journey);
  const id = await createDraft(desk);
  await putFile(desk, name, text);
  await declare(desk, journey);
  await submit(desk);
  await untilStatus(desk, 'quarantined');
  await desk.look('import-quarantined', 'key');
  return id;
}

/** The draft that the outbox has made by itself, with the five fields of R109-R113. */
export async function submitExport(journey: Journey): Promise<void> {
  const { story, outputs, projectNumber } = journey;
  const desk = await journey.at(story.lead);
  await desk.goTo('/inbox');
  await desk.page.getByRole('link', { name: desk.t('people:tasks.describe-export') }).first().waitFor({ timeout: SLOW_MS });
  await desk.look('inbox-export');
  await desk.press(desk.link(desk.t('people:tasks.describe-export')).first());
  await desk.see(desk.page.getByRole('heading', { level: 1, name: desk.t('airlock:page.title.export', { number: projectNumber }) }));
  journey.exportId = idOf(desk);
  for (const name of outputs.keys()) {
    const file = desk.page.getByRole('listitem').filter({ has: desk.heading(name) });
    await desk.tick(file.getByRole('radio', { name: desk.t('airlock:use.publication') }));
    await desk.write(file.getByLabel(desk.t('airlock:draft.note')), story.sentence);
  }
  const team = desk.page.getByLabel(desk.t('airlock:form.teamNumber'));
  await until('the known fields are filled in', async () => (await team.inputValue()) !== '');
  expect(await desk.page.getByLabel(desk.t('airlock:form.projectNumber')).inputValue()).toBe(projectNumber);
  expect(await desk.page.getByLabel(desk.t('airlock:form.researcherId')).inputValue()).toMatch(/^RID-/);
  await desk.write(desk.page.getByLabel(desk.t('airlock:form.export.reason')), story.exportReason);
  await desk.see(desk.page.getByText(desk.t('airlock:save.saved')));
  await desk.look('export-draft', 'key');
  await submit(desk);
  await untilStatus(desk, 'in_review');
  await desk.look('export-in-review');
}
/** Nobody is offered to approve their own: no vote, no decision, and no reviewer's desk. */
export async function findNoSelfApproval(journey: Journey): Promise<void> {
  const desk = await journey.at(journey.story.lead);
  await desk.goTo(`/transfers/${journey.exportId}`);
  for (const act of ['vote.approve', 'decide.approve.action', 'handIn.action', 'decide.reject.action'] as const) expect(await desk.button(desk.t(`airlock:${act}`)).count()).toBe(0);
  await desk.goTo(`/reviews/${journey.exportId}`);
  await desk.see(desk.heading(desk.t('shell:forbidden.title')));
  await desk.look('forbidden');
}
/** R109: the requester downloads every file; the bytes are those of the workspace. */
export async function downloadExport(journey: Journey): Promise<void> {
  const desk = await journey.at(journey.story.lead);
  await desk.goTo(`/transfers/${journey.exportId}`);
  await untilStatus(desk, 'released');
  await desk.sees(desk.like('airlock:released.until'));
  for (const [name, bytes] of journey.outputs) {
    const row = desk.page.getByRole('listitem').filter({ has: desk.heading(name) });
    const arriving = desk.page.waitForEvent('download');
    await desk.press(row.getByRole('button', { name: desk.t('airlock:released.download') }));
    const download = await arriving;
    expect(download.suggestedFilename()).toBe(name);
    expect((await readFile(await download.path())).equals(bytes)).toBe(true);
    await desk.see(row.getByText(desk.t('airlock:released.saved')));
  }
  await desk.look('export-downloaded', 'key');
  await desk.goTo('/transfers');
  await desk.look('transfers');
}
