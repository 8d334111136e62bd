import type { Desk } from '../browser.js';
import type { Journey } from '../journey.js';
import { dayFromNow } from '../story.js';

/** The secretary takes the application up; the first round goes back, the second goes to the committee. */
export async function screenAndReturn(journey: Journey): Promise<void> {
  const { story } = journey;
  const desk = await journey.openTask('secretary-a', 'screen-application', story.title);
  await desk.press(desk.button(desk.t('applications:screening.start')));
  await desk.sees(desk.t('applications:screening.checks'));
  await desk.look('screening', 'key');
  await desk.press(desk.page.getByText(desk.t('applications:sendBack.title'), { exact: true }));
  await desk.write(desk.field(desk.t('applications:sendBack.comment')), story.returnComment);
  await desk.press(desk.button(desk.t('applications:sendBack.action')));
  await desk.see(desk.page.getByText(desk.t('status:application.returned'), { exact: true }));
}
export async function openToCommittee(journey: Journey): Promise<void> {
  const { story } = journey;
  const desk = await journey.openTask('secretary-a', 'screen-application', story.title);
  await desk.press(desk.button(desk.t('applications:screening.start')));
  const changes = desk.page.getByRole('region', { name: desk.t('applications:changes.title') });
  await desk.see(changes.getByText(story.correctedPlan.slice(0, 20)));
  await desk.look('screening-second-round');
  await desk.press(desk.button(desk.t('applications:screening.open')));
  await desk.confirm(desk.t('applications:screening.open'));
  await desk.see(desk.page.getByText(desk.t('status:application.in_committee'), { exact: true }));
}

async function declareInterest(desk: Desk, conflicted: boolean, note = ''): Promise<void> {
  await desk.tick(desk.page.getByRole('radio', { name: desk.t(`applications:interest.${conflicted ? 'yes' : 'no'}`), exact: true }));
  if (note !== '') await desk.write(desk.field(desk.t('applications:interest.note')), note);
  await desk.press(desk.button(desk.t('applications:interest.action')));
}
/** R015: a member with a conflict says so and takes no further part. */
export async function stepAside(journey: Journey): Promise<void> {
  const desk = await journey.openTask('committee-b', 'declare-interest', journey.story.title);
  await declareInterest(desk, true, journey.story.conflict);
  await desk.sees(desk.t('applications:review.conflicted'));
  await desk.look('review-conflicted');
}

/** Interest, every review item, then the vote. */
export async function judgeAndVote(journey: Journey, login: string): Promise<void> {
  const { story, policy } = journey;
  const desk = await journey.openTask(login, 'declare-interest', story.title);
  const named = login === 'chair-a' ? 'chair' : 'member';
  await declareInterest(desk, false);
  for (const item of policy.committee.items) {
    const name = desk.words.local(item.label);
    await desk.tick(desk.page.getByRole('radiogroup', { name }).getByRole('radio', { name: desk.t('applications:result.fit'), exact: true }));
    const saving = desk.button(desk.t('applications:item.saveOf', { item: name }));
    await desk.press(saving);
    await desk.see(desk.page.locator('form').filter({ has: saving }).getByText(desk.t('applications:item.saved')));
  }
  await desk.look(`review-${named}-judged`, named === 'member' ? 'key' : 'plain');
  const yes = desk.t('applications:vote.yes');
  await desk.tick(desk.page.getByRole('radiogroup', { name: desk.t('applications:vote.label') }).getByRole('radio', { name: yes, exact: true }));
  await desk.write(desk.field(desk.t('applications:vote.rationale')), story.judgement);
  await desk.press(desk.button(desk.t('applications:vote.action')));
  await desk.confirm(desk.t('applications:vote.confirmAction', { vote: yes }));
  await desk.sees(desk.t('applications:review.voted', { vote: yes }));
  await desk.look(`review-${named}-voted`);
}

/** R019: the chair records what the votes say, with conditions and an end. */
export async function decide(journey: Journey): Promise<void> {
  const { story, applicationId } = journey;
  const desk = await journey.at('chair-a');
  await desk.goTo(`/applications/${applicationId}`);
  await desk.sees(desk.t('applications:decide.follows.approved'));
  await desk.write(desk.field(desk.t('applications:decide.reason')), story.judgement);
  await desk.write(desk.field(desk.t('applications:decide.conditions')), story.conditions);
  await desk.write(desk.field(desk.t('applications:decide.start')), dayFromNow(-1));
  await desk.write(desk.field(desk.t('applications:decide.end')), dayFromNow(300));
  await desk.look('decision-form');
  await desk.press(desk.button(desk.t('applications:decide.action.approved')));
  await desk.confirm(desk.t('applications:decide.action.approved'));
  await desk.see(desk.heading(desk.t('applications:decision.title')));
}

/** R012: with the contract the project opens by itself, while the page is being looked at. */
export async function recordContract(journey: Journey): Promise<void> {
  const desk = await journey.openTask('secretary-a', 'record-contract', journey.story.title);
  await desk.write(desk.field(desk.t('applications:contract.number')), `C-2026-${journey.language}`);
  await desk.write(desk.field(desk.t('applications:contract.date')), dayFromNow(0));
  await desk.look('contract');
  await desk.press(desk.button(desk.t('applications:contract.action')));
  await desk.see(desk.page.getByText(desk.t('status:application.opened'), { exact: true }));
  const project = desk.link(desk.t('applications:decision.toProject'));
  await desk.see(project);
  journey.projectId = (await project.getAttribute('href'))?.split('/').at(-1) ?? '';
  await desk.look('decision-letter', 'key');
}
