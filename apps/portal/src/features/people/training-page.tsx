import { endpoints } from '@suimon/contracts';
import type { Preparation } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useRead } from '../../lib/queries.js';
import { RequireSession } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { NotFoundPage } from '../../routes/not-found-page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonPage } from '../../ui/skeletons.js';
import { ChapterReader } from './chapter-reader.js';
import { Quiz } from './quiz.js';

type Module = Preparation['training'][number];

function Training({ module, commands }: { module: Module; commands: Preparation['commands'] }): JSX.Element {
  const { t } = useTranslation('people');
  const { local, dateTime, date } = useText();
  const [params] = useSearchParams();
  const atQuiz = params.get('part') === 'quiz';
  return (
    <div className="sui-stack" style={{ '--gap': '2rem' }}>
      <PageHeader title={local(module.title)} back={{ to: '/preparation', label: t('preparation.title') }}
        lead={module.passed?.current ? t('training.passedAlready', { at: dateTime(module.passed.at), until: date(module.passed.validUntil) }) : t('training.lead', { passMark: module.passMark, questions: module.quiz.length })} />
      {atQuiz ? <Quiz module={module} commands={commands} /> : <ChapterReader chapters={module.chapters} part={Number(params.get('part') ?? 1)} />}
    </div>
  );
}

function TrainingOf({ moduleId }: { moduleId: string }): JSX.Element {
  const { data, error, refetch } = useRead(endpoints.people.preparation, {});
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />;
  const module = data.training.find(({ id }) => id === moduleId);
  return module ? <Training module={module} commands={data.commands} /> : <NotFoundPage />;
}

/** One training module: chapter by chapter, then the quiz. The place stands in the address. */
export function Component(): JSX.Element {
  const { moduleId = '' } = useParams();
  return <RequireSession><TrainingOf moduleId={moduleId} /></RequireSession>;
}
