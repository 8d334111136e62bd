import type { Journey } from '../journey.js';

/** A member reads the terms to the end and accepts them. */
export async function join(journey: Journey, login: string): Promise<void> {
  const { story, policy } = journey;
  const terms = policy.agreements.find(({ id }) => id === 'project-terms');
  if (!terms) throw new Error('there are no terms of a project');
  const desk = await journey.openTask(login, 'join-project', story.title);
  const named = login === story.lead ? 'lead' : 'member';
  await desk.see(desk.page.getByRole('heading', { level: 1, name: story.title }));
  await desk.look(`project-join-${named}`);
  await desk.tick(desk.page.getByRole('checkbox', { name: desk.t('projects:join.accept', { title: desk.words.local(terms.title), version: terms.version }) }));
  await desk.press(desk.button(desk.t('projects:join.action')));
  await desk.see(desk.heading(desk.t('workspaces:mine.title')));
  journey.projectNumber = /SUI-\d+/.exec(await desk.page.getByRole('main').innerText())?.[0] ?? journey.projectNumber;
  await desk.look(`project-${named}`, named === 'lead' ? 'key' : 'plain');
}
