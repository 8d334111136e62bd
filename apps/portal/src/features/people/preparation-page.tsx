import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.js';
import { RequireSession } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonList } from '../../ui/skeletons.js';
import { PreparationEntry } from './preparation-entry.js';
import { signable } from './signable.js';
import classes from './people.module.css';

function Preparation(): JSX.Element {
  const { t } = useTranslation('people');
  const { local, date, dateTime } = useText();
  const { data, error, refetch } = useRead(endpoints.people.preparation, {});
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonList rows={3} />;
  const agreements = data.agreements.filter(signable);
  const left = data.training.filter(({ passed }) => !passed?.current).length + agreements.filter(({ signedAt }) => signedAt === null).length;
  return (
    <>
      {left === 0 ? <Notice tone="done" title={t('preparation.allDone')}><p>{t('preparation.allDoneText')}</p></Notice> : <p><strong>{t('preparation.left', { count: left })}</strong></p>}
      <section aria-labelledby="training" className="sui-stack" style={{ '--gap': '0.5rem' }}>
        <h2 id="training">{t('preparation.training')}</h2>
        <ul className={classes.tasks}>{data.training.map((module) => (
          <li key={module.id}><PreparationEntry to={`/preparation/training/${module.id}`} title={local(module.title)} state={module.passed?.current ? 'done' : module.passed ? 'lapsed' : 'open'}
            note={module.passed ? t(module.passed.current ? 'preparation.passedUntil' : 'preparation.lapsedOn', { at: dateTime(module.passed.at), until: date(module.passed.validUntil) }) : t('preparation.size', { chapters: module.chapters.length, questions: module.quiz.length })} /></li>
        ))}</ul>
      </section>
      <section aria-labelledby="agreements" className="sui-stack" style={{ '--gap': '0.5rem' }}>
        <h2 id="agreements">{t('preparation.agreements')}</h2>
        <ul className={classes.tasks}>{agreements.map((text) => (
          <li key={text.id}><PreparationEntry to={`/preparation/agreements/${text.id}`} title={local(text.title)} state={text.signedAt ? 'done' : 'open'} note={text.signedAt ? t('preparation.signedAt', { at: dateTime(text.signedAt), version: text.version }) : t('preparation.notSigned', { version: text.version })} /></li>
        ))}</ul>
      </section>
      <p className="sui-quiet">{t('preparation.termsNote')}</p>
    </>
  );
}

/** 研修と誓約: what must be learned and promised before use, and what of it is done. */
export function Component(): JSX.Element {
  const { t } = useTranslation('people');
  return <RequireSession><div className="sui-stack" style={{ '--gap': '2rem' }}><PageHeader title={t('preparation.title')} lead={t('preparation.lead')} /><Preparation /></div></RequireSession>;
}
