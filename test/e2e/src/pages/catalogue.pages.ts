import { expect } from '@jest/globals';
import type { Desk } from '../browser.js';
import type { DatasetDocument, Journey } from '../journey.js';

async function search(desk: Desk, words: string): Promise<void> {
  await desk.write(desk.page.getByRole('searchbox', { name: desk.t('catalogue:search.label') }), words);
  await desk.press(desk.button(desk.t('catalogue:search.action')));
  await desk.page.waitForURL((url) => url.searchParams.get('q') === words);
}

/** R001-R003: by a word of one's own language, then by the name of a column, which the result names. */
export async function findDataset(desk: Desk, { dataset, story }: Journey): Promise<void> {
  const found = desk.link(dataset.title[desk.language]);
  await desk.goTo('/');
  await desk.look('catalogue', 'key');
  await search(desk, story.dataset.word);
  await desk.see(found);
  await search(desk, story.dataset.column);
  await desk.see(found, desk.page.getByText(desk.t('catalogue:matched')), desk.page.getByText(`${dataset.tables[0]?.name}.${story.dataset.column}`, { exact: true }));
  await desk.look('catalogue-found');
  await desk.press(found);
  await desk.see(desk.page.getByRole('heading', { level: 1, name: dataset.title[desk.language] }));
}

/** R004: dictionary, conditions, steward, kind of database and of provider, all on one page. */
export async function readDataset(desk: Desk, journey: Journey): Promise<void> {
  const { language } = desk;
  const { dataset, story } = journey;
  await desk.look('dataset', 'key');
  await desk.sees(dataset.conditions[language]);
  for (const { label } of dataset.duo) await desk.sees(label[language]);
  await desk.see(desk.page.getByText(journey.nameOf(dataset.steward)), ...kindsOf(desk, dataset));
  const dictionary = desk.page.getByRole('table', { name: desk.t('catalogue:sections.items') });
  expect(await dictionary.getByRole('row').count()).toBe(dataset.items.length + 1);
  await desk.write(desk.page.getByRole('searchbox', { name: desk.t('catalogue:dictionary.search') }), story.dataset.column);
  await desk.see(dictionary.getByText(new RegExp(`\\.${story.dataset.column.replace('.', '\\.')}$`)));
  await desk.gone(dictionary.getByText(new RegExp('\\.age$')));
}
const kindsOf = (desk: Desk, { dbKind, providerKind }: DatasetDocument) => [desk.page.getByText(desk.t(`catalogue:dbKind.${dbKind}`)), desk.page.getByText(desk.t(`catalogue:providerKind.${providerKind}`))];

/** Into the basket and on to signing in; the basket waits meanwhile. */
export async function chooseDataset(desk: Desk, { dataset }: Journey): Promise<void> {
  const title = dataset.title[desk.language];
  await desk.press(desk.button(desk.t('catalogue:basket.addOf', { title })).first());
  await desk.press(desk.link(desk.t('catalogue:basket.toBasket')).first());
  await desk.see(desk.heading(desk.t('catalogue:basket.title')), desk.link(title));
  await desk.look('basket');
}
/** Pages that anybody may read. */
export async function lookAround(desk: Desk): Promise<void> {
  await desk.goTo('/register');
  await desk.look('register');
  await desk.goTo('/help/airlock');
  await desk.look('airlock-guide');
  await desk.findNothingAt('/no-such-page');
  await desk.look('not-found');
}
