import { Radio } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { Preparation } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { codeOf } from '../../lib/problem-error.js';
import { useCommand } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { CommandButton } from '../../ui/command-button.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { Notice } from '../../ui/notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { QuizResult } from './quiz-result.js';
import classes from './people.module.css';

interface Props { readonly module: Preparation['training'][number]; readonly commands: Preparation['commands'] }

/** The questions of a module. The server marks them: right answers never reach the browser. */
export function Quiz({ module, commands }: Props): JSX.Element {
  const { t } = useTranslation('people');
  const { local, denial } = useText();
  const [answers, setAnswers] = useState<Readonly<Record<string, number>>>({});
  const [attempt, setAttempt] = useState(0);
  const passTraining = useCommand(endpoints.people.passTraining);
  const errors = attempt === 0 ? [] : module.quiz.flatMap(({ id }, index) => (answers[id] === undefined ? [{ fieldId: `question-${id}`, message: t('training.notAnswered', { number: index + 1 }) }] : []));
  const handIn = (): void => {
    setAttempt(attempt + 1);
    if (module.quiz.every(({ id }) => answers[id] !== undefined)) passTraining.mutate({ params: { moduleId: module.id }, body: { answers } });
  };
  if (passTraining.isSuccess && module.passed) return <QuizResult passed={module.passed} questions={module.quiz.length} />;
  const failed = codeOf(passTraining.error) === 'quiz-not-passed' ? denial('quiz-not-passed', passTraining.error?.problem.params) : null;
  return (
    <form className="sui-stack" style={{ '--gap': '2rem' }} onSubmit={(event) => { event.preventDefault(); handIn(); }} noValidate>
      <h2>{t('training.quiz')}</h2>
      <ErrorSummary errors={errors} attempt={attempt} />
      {failed ? <Notice tone="waits" title={failed.says} live><p>{failed.next}</p><p><Link to="?part=1">{t('training.readAgain')}</Link></p></Notice> : passTraining.error && <ProblemNotice error={passTraining.error} workIsSafe={t('training.answersKept')} />}
      {module.quiz.map(({ id, question, choices }, index) => (
        <Radio.Group key={id} id={`question-${id}`} className={classes.question} label={t('training.question', { number: index + 1, question: local(question) })} value={answers[id] === undefined ? '' : String(answers[id])}
          onChange={(value) => setAnswers({ ...answers, [id]: Number(value) })} error={attempt > 0 && answers[id] === undefined ? t('training.chooseOne') : undefined}>
          {choices.map((choice, at) => <Radio key={choice.en} value={String(at)} label={local(choice)} />)}
        </Radio.Group>
      ))}
      <CommandButton commands={commands} name="passTraining" onRun={handIn} pending={passTraining.isPending}>{t('training.handIn')}</CommandButton>
    </form>
  );
}
