import { expect } from '@jest/globals';
import type { Desk } from '../browser.js';
import type { Journey } from '../journey.js';
import { status, untilStatus } from './airlock.pages.js';

/** From the queue, which lists it, to the reviewer's desk. */
async function openReview(journey: Journey, login: string, id: string): Promise<Desk> {
  const desk = await journey.at(login);
  await desk.goTo('/reviews');
  await desk.press(desk.page.locator(`a[href="/reviews/${id}"]`));
  await desk.see(desk.page.getByRole('navigation', { name: desk.t('airlock:review.files') }));
  await desk.settled();
  return desk;
}
const handIn = async (desk: Desk): Promise<void> => {
  await desk.press(desk.button(desk.t('airlock:handIn.action')));
  await desk.confirm(desk.t('airlock:handIn.action'));
};

/** R102: the only reviewer of an import asks for a change, and it goes back with the reason. */
export async function refuseImport(journey: Journey): Promise<void> {
  const { story, importId } = journey;
  const desk = await openReview(journey, 'steward-a', importId);
  await desk.write(desk.page.getByLabel(desk.t('airlock:vote.comment')), story.refusal);
  await desk.press(desk.button(desk.t('airlock:vote.changes')));
  await desk.sees(desk.t('airlock:vote.mine.changes'));
  await handIn(desk);
  await untilStatus(desk, 'consolidating');
  await desk.look('review-import-decision');
  await desk.press(desk.button(desk.t('airlock:decide.sendBack.action')));
  await desk.confirm(desk.t('airlock:decide.sendBack.action'), story.refusal);
  await untilStatus(desk, 'returned');
}
export async function approveImport(journey: Journey): Promise<void> {
  const desk = await openReview(journey, 'steward-a', journey.importId);
  await desk.press(desk.button(desk.t('airlock:vote.approve')));
  await desk.sees(desk.t('airlock:vote.mine.approve'));
  await handIn(desk);
  await approve(desk);
}
async function approve(desk: Desk): Promise<void> {
  await untilStatus(desk, 'consolidating');
  await desk.press(desk.button(desk.t('airlock:decide.approve.action')));
  await desk.confirm(desk.t('airlock:decide.approve.action'));
  await desk.see(desk.page.getByText(desk.t('airlock:cooling.title')).or(status(desk, 'releasing')).or(status(desk, 'released')));
}

/** The first steward reads each preview and votes with the pointer. */
export async function reviewExport(journey: Journey): Promise<void> {
  const { outputs, exportId, story } = journey;
  const desk = await openReview(journey, 'steward-a', exportId);
  await desk.see(desk.page.getByText(story.exportReason));
  for (const [name, bytes] of outputs) {
    await desk.press(desk.page.getByRole('navigation', { name: desk.t('airlock:review.files') }).getByRole('link', { name }));
    const preview = desk.page.getByRole('region', { name, exact: true });
    const [, first = ''] = bytes.toString().split('\n');
    for (const cell of first.split(',')) await desk.see(preview.getByRole('cell', { name: cell.replaceAll('"', ''), exact: true }));
    if (name === [...outputs.keys()][0]) await desk.look('review-export', 'key');
    await desk.write(desk.page.getByLabel(desk.t('airlock:vote.comment')), story.judgement);
    await desk.press(desk.button(desk.t('airlock:vote.approve')));
    await desk.see(desk.page.getByText(desk.t('airlock:review.progress', { done: [...outputs.keys()].indexOf(name) + 1, all: outputs.size })));
  }
  await handIn(desk);
  await desk.sees(desk.t('airlock:phase.handedIn'));
  await desk.look('review-handed-in');
}
/** The second steward works with the keys alone, sees nothing of the first before handing in, and then approves. */
export async function reviewExportByKeys(journey: Journey): Promise<void> {
  const { outputs, exportId, story } = journey;
  const desk = await openReview(journey, 'steward-b', exportId);
  const { keyboard } = desk.page;
  expect(await desk.page.getByText(story.judgement).count()).toBe(0);
  await desk.heading(desk.t('airlock:review.title.export', { number: journey.projectNumber })).focus();
  await keyboard.press('?');
  await desk.see(desk.page.getByRole('dialog', { name: desk.t('airlock:keys.title') }));
  await desk.look('review-keys');
  await keyboard.press('Escape');
  await desk.gone(desk.page.getByRole('dialog'));
  for (const [index] of [...outputs].entries()) {
    await keyboard.press('a');
    await desk.see(desk.page.getByText(desk.t('airlock:review.progress', { done: index + 1, all: outputs.size })));
  }
  await keyboard.press('r');
  await keyboard.press('Enter');
  await desk.see(desk.page.getByRole('dialog', { name: desk.t('airlock:handIn.confirm') }));
  await keyboard.press('Tab');
  await desk.confirm(desk.t('airlock:handIn.action'));
  await untilStatus(desk, 'consolidating');
  await desk.sees(story.judgement);
  await desk.look('review-consolidating', 'key');
  await approve(desk);
  await desk.look('review-cooling-off');
}
/** Case 14: what is quarantined is in no steward's queue, and its page does not exist for them. */
export async function findNoMalware(journey: Journey, id: string): Promise<void> {
  for (const login of ['steward-a', 'steward-b']) {
    const desk = await journey.at(login);
    await desk.goTo('/reviews');
    if (login === 'steward-a') await desk.look('reviews');
    expect(await desk.page.locator(`a[href="/reviews/${id}"]`).count()).toBe(0);
    await desk.findNothingAt(`/reviews/${id}`);
  }
}
