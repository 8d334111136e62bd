import { expect } from '@jest/globals';
import type { Journey } from '../journey.js';
import { untilStatus } from './airlock.pages.js';

/** The security officer finds what is quarantined in the inbox, looks at the verdict and has it destroyed. */
export async function purgeMalware(journey: Journey, id: string): Promise<void> {
  const desk = await journey.at('security-a');
  await desk.goTo('/inbox');
  await desk.press(desk.link(desk.t('people:tasks.quarantined-transfer')).first());
  await desk.page.waitForURL(`**/transfers/${id}`);
  await desk.see(desk.page.getByText(desk.t('airlock:scan.verdict.infected')));
  await desk.look('quarantine', 'key');
  await desk.press(desk.button(desk.t('airlock:acts.purge.action')));
  await desk.confirm(desk.t('airlock:acts.purge.action'), journey.story.judgement);
  await untilStatus(desk, 'blocked');
}

/** Reads the log, narrows it to one person's acts on requests, and has the whole of it verified. */
export async function audit(journey: Journey): Promise<void> {
  const desk = await journey.at('auditor-a');
  await desk.goTo('/audit');
  await desk.look('audit', 'key');
  await desk.field(desk.t('audit:filter.kind')).selectOption({ label: desk.t('events:kind.transfer') });
  await desk.field(desk.t('audit:filter.type')).selectOption({ label: desk.t('events:name.transfer.approved') });
  await desk.press(desk.button(desk.t('audit:filter.apply')));
  await desk.gone(desk.page.getByText(desk.t('events:event.transfer.submitted', { who: journey.nameOf(journey.story.lead) })));
  await desk.see(desk.page.getByText(desk.like('events:event.transfer.approved', { who: journey.nameOf('steward-b') })));
  await desk.look('audit-filtered');
  await desk.press(desk.page.locator(`a[href*="${journey.exportId}"]`).first());
  await desk.sees(desk.like('audit:following.record'));
  await desk.look('audit-record');
  await desk.press(desk.button(desk.t('audit:verify.action')).or(desk.button(desk.t('audit:verify.again'))));
  await desk.sees(desk.t('audit:verify.whole'));
  await desk.look('audit-verified');
}

/** R052: the operator runs the fleet and sees nothing of what is worked on. */
export async function operate(journey: Journey): Promise<void> {
  const desk = await journey.at('operator-a');
  await desk.goTo('/operations');
  const fleet = desk.page.getByRole('table', { name: desk.t('assurance:fleet.title') });
  await desk.see(fleet.getByText(journey.projectNumber), fleet.getByText(journey.nameOf(journey.story.lead)));
  const all = await desk.page.getByRole('main').innerText();
  for (const name of [...journey.outputs.keys(), journey.story.title]) expect(all).not.toContain(name);
  await desk.look('operations', 'key');
  for (const path of [`/transfers/${journey.exportId}`, `/projects/${journey.projectId}`, `/applications/${journey.applicationId}`]) await desk.findNothingAt(path);
  await desk.goTo('/accounts');
  await desk.look('accounts');
}
