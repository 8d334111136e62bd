import type { FormField } from '@suimon/domain';
import { expect } from '@jest/globals';
import type { Desk } from '../browser.js';
import type { Journey } from '../journey.js';
import { answerTo, dayFromNow } from '../story.js';

/** R018: title, way of use and period; what was typed is there again after a reload without anything being pressed. */
async function fillBasics(desk: Desk, { story, applicationId }: Journey): Promise<void> {
  await desk.goTo(`/applications/${applicationId}/edit/basics`);
  await desk.write(desk.field(desk.t('applications:field.title')), story.title);
  await saved(desk);
  await desk.page.reload();
  await desk.settled();
  expect(await desk.field(desk.t('applications:field.title')).inputValue()).toBe(story.title);
  await desk.tick(desk.page.getByRole('radio', { name: desk.t('applications:useClass.desktop') }));
  await desk.write(desk.field(desk.t('applications:basics.from')), dayFromNow(-1));
  await desk.write(desk.field(desk.t('applications:basics.to')), dayFromNow(365));
  await desk.look('application-outline');
  await goOn(desk);
}
const saved = async (desk: Desk): Promise<void> => desk.see(desk.page.getByText(desk.like('applications:save.saved')));
const goOn = async (desk: Desk): Promise<void> => {
  const before = new URL(desk.page.url()).pathname;
  await desk.press(desk.button(desk.t('applications:edit.next')));
  await desk.page.waitForURL((url) => url.pathname !== before);
  await desk.settled();
};

/** R010: only the columns that are needed, one by one. */
async function chooseColumns(desk: Desk, { story, dataset }: Journey): Promise<void> {
  const box = desk.page.getByRole('region', { name: dataset.title[desk.language] });
  for (const name of story.dataset.asked) {
    const item = dataset.items.find((candidate) => candidate.name === name);
    if (!item) throw new Error(`the dataset has no column ${name}`);
    await desk.tick(box.getByRole('checkbox', { name: new RegExp(`^${item.label[desk.language].replace(/[()（）]/g, '.')} ${name.replace('.', '\\.')}`) }));
  }
  await desk.see(box.getByText(desk.t('applications:datasets.chosen', { chosen: story.dataset.asked.length, all: dataset.items.length })));
  await desk.look('application-columns');
  await goOn(desk);
}

async function nameMember(desk: Desk, journey: Journey): Promise<void> {
  const name = journey.nameOf(journey.story.member);
  await desk.write(desk.page.getByRole('searchbox', { name: desk.t('applications:members.search') }), name);
  await desk.press(desk.button(desk.t('applications:members.addOf', { name })));
  await desk.see(desk.button(desk.t('applications:members.removeOf', { name })));
  await desk.look('application-members');
  await goOn(desk);
}

async function answer(desk: Desk, field: FormField, journey: Journey): Promise<void> {
  const label = desk.words.local(field.label);
  const name = field.required ? label : desk.t('applications:edit.optional', { label });
  if (field.kind === 'choice') {
    await desk.tick(desk.page.getByRole('radiogroup', { name }).getByRole('radio', { name: desk.words.local(field.choices?.[0]?.label ?? { ja: '', en: '' }), exact: true }));
    return;
  }
  await desk.write(desk.page.getByLabel(name, { exact: true }), field.kind === 'date' ? dayFromNow(300) : field.kind === 'number' ? '2' : answerTo(field, journey.story));
}

/** R011: the five sections after the Five Safes; a word typed survives a reload. */
async function fillFiveSafes(desk: Desk, journey: Journey): Promise<void> {
  for (const { id, label, fields } of journey.policy.form.sections) {
    await desk.see(desk.heading(desk.t('applications:edit.safeTitle', { label: desk.words.local(label) })));
    for (const field of fields) await answer(desk, field, journey);
    if (id === 'projects') {
      await saved(desk);
      await desk.page.reload();
      await desk.settled();
      const [first] = fields;
      if (first) expect(await desk.field(desk.words.local(first.label)).inputValue()).toBe(answerTo(first, journey.story));
    }
    await desk.look(`application-${id}`, id === 'projects' ? 'key' : 'plain');
    await goOn(desk);
  }
}

/** Basket to draft; the draft's address is the journey's application from then on. */
export async function startApplication(desk: Desk, journey: Journey): Promise<void> {
  await desk.goTo('/basket');
  await desk.press(desk.button(desk.t('catalogue:basket.apply')));
  await desk.page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
  journey.applicationId = new URL(desk.page.url()).pathname.split('/').at(-1) ?? '';
  await desk.look('application-draft', 'key');
}
export async function writeApplication(desk: Desk, journey: Journey): Promise<void> {
  await fillBasics(desk, journey);
  await chooseColumns(desk, journey);
  await nameMember(desk, journey);
  await fillFiveSafes(desk, journey);
  await desk.look('application-check');
}
/** R011: the form on paper holds every answer. */
export async function printForm(desk: Desk, { applicationId, story }: Journey): Promise<void> {
  await desk.press(desk.link(desk.t('applications:print.open')).first());
  const sheet = desk.page.getByRole('article', { name: desk.t('applications:print.form') });
  await desk.see(sheet.getByText(story.title), sheet.getByText(story.sentence));
  await desk.look('application-print');
  const pdf = await desk.page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await desk.goTo(`/applications/${applicationId}`);
}
export async function submitApplication(desk: Desk, { applicationId }: Journey, again = false): Promise<void> {
  await desk.goTo(`/applications/${applicationId}/edit/check`);
  await desk.press(desk.button(desk.t(again ? 'applications:submit.again' : 'applications:submit.action')));
  await desk.confirm(desk.t('applications:submit.action'));
  await desk.see(desk.heading(desk.t('applications:work.nextTitle')), desk.page.getByText(desk.t('status:application.submitted'), { exact: true }));
  await desk.look(again ? 'application-submitted-again' : 'application-submitted');
}

/** R014: reads what is asked for, changes it, sees what is different and submits again. */
export async function correctApplication(journey: Journey): Promise<void> {
  const { story, policy, applicationId } = journey;
  const desk = await journey.openTask(story.lead, 'application-returned', story.title);
  await desk.see(desk.page.getByText(desk.t('applications:returns.latest')), desk.page.getByText(story.returnComment));
  await desk.look('application-returned', 'key');
  const plan = policy.form.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'publication-plan');
  if (!plan) throw new Error('the form has no plan for publication');
  await desk.goTo(`/applications/${applicationId}/edit/outputs`);
  await desk.write(desk.field(desk.words.local(plan.label)), story.correctedPlan);
  await saved(desk);
  await desk.goTo(`/applications/${applicationId}`);
  const changes = desk.page.getByRole('region', { name: desk.t('applications:changes.title') });
  await desk.see(changes.getByRole('heading', { name: desk.words.local(plan.label) }), changes.getByText(story.correctedPlan.slice(0, 20)));
  await desk.look('application-changes');
  await submitApplication(desk, journey, true);
}
