import type { Preparation } from '@suimon/contracts';
import type { Policy, Standing } from '@suimon/domain';

/** Training without its answers, and the texts with what this person has signed. */
export function presentPreparation(standing: Standing, policy: Policy, commands: Preparation['commands']): Preparation {
  return {
    training: policy.training.map((module) => {
      const passed = standing.trainings.find((training) => training.moduleId === module.id);
      const { id, version, title, passMark, validityDays } = module;
      return {
        id, version, title, passMark, validityDays, chapters: module.chapters.map((chapter) => ({ ...chapter })),
        quiz: module.quiz.map((question) => ({ id: question.id, question: question.question, choices: [...question.choices] })),
        passed: passed ? { at: passed.passedAt, validUntil: passed.validUntil, score: passed.score, current: passed.version === version } : null,
      };
    }),
    agreements: policy.agreements.filter((text) => text.id !== 'project-terms').map((text) => ({
      ...text, chapters: text.chapters.map((chapter) => ({ ...chapter })),
      signedAt: standing.agreements.find((signed) => signed.id === text.id && signed.version === text.version)?.signedAt ?? null,
    })),
    commands,
  };
}
