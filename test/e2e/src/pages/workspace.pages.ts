import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Desk } from '../browser.js';
import { DesktopKeys } from '../desktop-keys.js';
import type { Journey } from '../journey.js';
import { until } from '../product.js';

/** R077: a member who has not prepared sees every condition that is open, each with its remedy, and cannot start. */
export async function meetClosedGate(journey: Journey): Promise<void> {
  const desk = await journey.at(journey.story.member);
  await desk.goTo(`/projects/${journey.projectId}/launch`);
  await desk.sees(desk.t('workspaces:gate.missing', { count: 3 }));
  for (const id of ['training', 'pledge', 'rules-of-use'] as const) {
    const row = desk.page.getByRole('listitem').filter({ hasText: desk.t(`workspaces:gate.condition.${id}`) });
    await desk.see(row.getByText(desk.t('workspaces:gate.unmet')), row.getByRole('link', { name: desk.t(`workspaces:gate.remedy.${id}`) }));
  }
  expect(await desk.button(desk.t('workspaces:form.start')).getAttribute('aria-disabled')).toBe('true');
  await desk.look('gate-closed', 'key');
}

/** The lead meets every condition, declares the place and follows the real steps of the start. */
export async function startWorkspace(journey: Journey): Promise<void> {
  const desk = await journey.at(journey.story.lead);
  await desk.goTo(`/projects/${journey.projectId}`);
  await desk.press(desk.link(desk.t('workspaces:mine.start')));
  await desk.see(desk.page.getByText(desk.like('workspaces:gate.all', { count: 13 })));
  await desk.look('gate-open', 'key');
  await desk.tick(desk.page.getByRole('checkbox', { name: desk.t('workspaces:form.placeDeclare') }));
  await desk.press(desk.button(desk.t('workspaces:form.start')));
  await desk.see(desk.heading(desk.t('workspaces:starting.title')), desk.page.getByText(desk.t('workspaces:step.isolating')));
  await desk.look('workspace-starting');
  await desk.page.getByText(desk.t('workspaces:ready.title')).waitFor({ timeout: 90_000 });
  await desk.look('workspace-ready');
}

async function openDesktop(desk: Desk, projectId: string): Promise<DesktopKeys> {
  await desk.goTo(`/projects/${projectId}/launch`);
  await desk.press(desk.link(desk.t('workspaces:ready.open')));
  await desk.see(desk.page.getByText(desk.t('workspaces:bar.phase.connected'), { exact: true }));
  const keys = new DesktopKeys(desk.page, desk.page.getByRole('application', { name: desk.like('workspaces:desktop.canvas') }));
  await until('the desktop shows a picture', async () => (await keys.colours()) > 30, 30_000);
  return keys;
}
/** The picture stands still, so that what is typed next meets a window that is there. */
async function calm(keys: DesktopKeys): Promise<void> {
  let before = await keys.picture();
  await until('the desktop is calm', async () => {
    await new Promise((resolve) => { setTimeout(resolve, 700); });
    const now = await keys.picture();
    const same = now === before;
    before = now;
    return same;
  }, 20_000);
}

const folderOf = ({ product, projectId, leadId }: Journey) => ({
  outbox: (name: string): string => join(product.place.workspacesDir, 'people', projectId, leadId, 'outbox', name),
  share: (name: string): string => join(product.place.workspacesDir, 'projects', projectId, 'share', name),
});
const written = (what: string, path: string): Promise<void> => until(what, async () => (await readFile(path, 'utf8')).endsWith('\n'), 60_000);

/** What the lead computes: counts with pandas, means with R, and a look around for any way out. */
function commandsOf({ language, product }: Journey): readonly string[] {
  const { port } = new URL(product.url);
  const [counts, means] = [`/outbox/counts-${language}.csv`, `/outbox/means-${language}.csv`];
  return [
    'ls -d /data/*/* | tee /project/listing.txt; head -qn1 /data/*/*.csv > /project/columns.txt',
    `python3 -c "import pandas as pd, glob; d = pd.read_csv(glob.glob('/data/*/*.csv')[0]); d.groupby('sex').size().reset_index(name='n').to_csv('${counts}', index=False)"`,
    `Rscript -e "d <- read.csv(Sys.glob('/data/*/*.csv')[1]); write.csv(aggregate(time ~ sex, d, mean), '${means}', row.names=FALSE)"`,
    // A listener of one's own shows that the probe would find the others: addresses outside, the portal and the database of this host.
    'python3 -m http.server 8765 >/dev/null 2>&1 & sleep 2',
    `for a in 127.0.0.1/8765 127.0.0.1/${port} ::1/${port} 127.0.0.1/5432 1.1.1.1/443 example.org/443; do (exec 3<>/dev/tcp/$a) 2>/dev/null && echo $a; done > /project/reached.txt; kill %1`,
    'cut -d: -f1 /proc/net/dev | tail -n +3 | xargs > /project/interfaces.txt; touch /data/x 2>&1 | tee /project/ro.txt',
  ];
}

/** R074: works in the desktop by keyboard alone; everything is told by the files that come out of it. */
export async function workInDesktop(journey: Journey): Promise<void> {
  const { language, story, outputs } = journey;
  const desk = await journey.at(story.lead);
  const { outbox, share } = folderOf(journey);
  const keys = await openDesktop(desk, journey.projectId);
  await calm(keys);
  await desk.look('desktop', 'key');
  await keys.point(0.5, 0.45);
  for (const command of commandsOf(journey)) await keys.line(command);
  const names = [`counts-${language}.csv`, `means-${language}.csv`];
  for (const name of names) {
    await written(`${name} is written`, outbox(name));
    outputs.set(name, await readFile(outbox(name)));
  }
  await written('the data are shown as read-only', share('ro.txt'));
  await calm(keys);
  await desk.look('desktop-used');
  expect(outputs.get(names[0] ?? '')?.toString()).toMatch(/^sex,n\n\w+,\d{2,}\n\w+,\d{2,}\n$/);
  expect(outputs.get(names[1] ?? '')?.toString()).toMatch(/^"sex","time"\n/);
  // The approved columns and no other, in the order of the source (R054).
  expect((await readFile(share('columns.txt'), 'utf8')).trim().split(',')).toEqual(journey.dataset.items.map(({ name }) => name).filter((name) => story.dataset.asked.includes(name)));
  expect(await readFile(share('listing.txt'), 'utf8')).toContain(`/data/${story.dataset.slug}`);
  expect(await readFile(share('ro.txt'), 'utf8')).toContain('Read-only file system');
  expect(await readFile(share('reached.txt'), 'utf8')).toBe('127.0.0.1/8765\n');
  expect(await readFile(share('interfaces.txt'), 'utf8')).toBe('lo\n');
}

/** What was imported lies inside, read-only. */
export async function seeImport(journey: Journey, text: string): Promise<void> {
  const desk = await journey.at(journey.story.lead);
  const { share } = folderOf(journey);
  const keys = await openDesktop(desk, journey.projectId);
  await calm(keys);
  await keys.point(0.5, 0.45);
  await keys.line(`cp /imports/${journey.importId}/*.csv /project/seen.csv; touch /imports/${journey.importId}/x 2>/project/imports-ro.txt`);
  await written('the import is not writable', share('imports-ro.txt'));
  expect(await readFile(share('seen.csv'), 'utf8')).toBe(text);
  await desk.goTo(`/projects/${journey.projectId}`);
}
