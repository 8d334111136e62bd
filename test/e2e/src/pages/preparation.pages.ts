import type { TrainingModule } from '@suimon/domain';
import type { Desk } from '../browser.js';
import type { Journey } from '../journey.js';

type Question = TrainingModule['quiz'][number];

async function answer(desk: Desk, quiz: readonly Question[], choiceOf: (question: Question) => number): Promise<void> {
  for (const [index, question] of quiz.entries()) {
    const choice = question.choices[choiceOf(question)];
    if (!choice) throw new Error(`${question.id} has no such choice`);
    const name = desk.t('people:training.question', { number: index + 1, question: desk.words.local(question.question) });
    await desk.tick(desk.page.getByRole('radiogroup', { name }).getByRole('radio', { name: desk.words.local(choice), exact: true }));
  }
  await desk.press(desk.button(desk.t('people:training.handIn')));
}

/** R057, R060: reads one module chapter by chapter, fails its quiz once, then passes it. */
async function takeModule(desk: Desk, { id, title, chapters, quiz }: TrainingModule): Promise<void> {
  await desk.press(desk.link(desk.words.local(title)));
  await desk.see(desk.page.getByRole('heading', { level: 1, name: desk.words.local(title) }));
  for (const [index, { heading }] of chapters.entries()) {
    await desk.see(desk.page.getByRole('heading', { level: 2, name: desk.words.local(heading) }));
    if (index === 0) await desk.look(`training-${id}`);
    await desk.press(desk.link(desk.t(index < chapters.length - 1 ? 'people:training.next' : 'people:training.toQuiz')));
  }
  await desk.refused(async () => {
    await answer(desk, quiz, ({ answer: right, choices }) => (right + 1) % choices.length);
    await desk.see(desk.link(desk.t('people:training.readAgain')));
  });
  await desk.look(`quiz-${id}-failed`);
  await answer(desk, quiz, ({ answer: right }) => right);
  await desk.sees(desk.t('people:training.passed'));
  await desk.press(desk.link(desk.t('people:training.goOn')));
  await desk.see(desk.heading(desk.t('people:preparation.title')));
}

/** Training, pledge and rules of use, one after the other, from the inbox that asks for them. */
export async function prepareForUse(desk: Desk, { policy }: Journey): Promise<void> {
  await desk.goTo('/inbox');
  await desk.see(...(['complete-training', 'sign-pledge', 'agree-rules'] as const).map((kind) => desk.link(desk.t(`people:tasks.${kind}`))));
  await desk.look('inbox-first', 'key');
  await desk.press(desk.link(desk.t('people:tasks.complete-training')).first());
  await desk.goTo('/preparation');
  await desk.look('preparation', 'key');
  for (const module of policy.training) await takeModule(desk, module);
  for (const { id, title } of policy.agreements.filter((text) => text.id !== 'project-terms')) {
    await desk.press(desk.link(desk.words.local(title)));
    await desk.tick(desk.page.getByRole('checkbox', { name: desk.t('people:agreement.haveRead') }));
    await desk.look(id);
    await desk.press(desk.button(desk.t(`people:agreement.sign.${id}`)));
    await desk.sees(desk.t('people:agreement.signed'));
    await desk.goTo('/preparation');
  }
  await desk.sees(desk.t('people:preparation.allDone'));
}
