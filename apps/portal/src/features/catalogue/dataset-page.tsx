import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { codeOf } from '../../lib/problem-error.js';
import { useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { NotFoundPage } from '../../routes/not-found-page.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonPage } from '../../ui/skeletons.js';
import { BasketButton } from './basket-button.js';
import { DataDictionary } from './data-dictionary.js';
import { DatasetCitation } from './dataset-citation.js';
import { DatasetConditions } from './dataset-conditions.js';
import { DatasetCoverage } from './dataset-coverage.js';
import { DatasetMarks } from './dataset-marks.js';
import classes from './dataset.module.css';

const SECTIONS = ['conditions', 'coverage', 'items', 'citation', 'apply'] as const;

/** One dataset: what it holds, under which conditions, how to cite it and how to apply. */
export function Component(): JSX.Element {
  const { t } = useTranslation('catalogue');
  const { local } = useText();
  const { slug = '' } = useParams();
  const { data: dataset, error, refetch } = useRead(endpoints.catalogue.dataset, { params: { slug } });
  if (!dataset && (codeOf(error) === 'dataset-unknown' || codeOf(error) === 'not-found')) return <NotFoundPage />;
  if (!dataset) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />;
  const title = local(dataset.title);
  const offered = dataset.status === 'published';
  return (
    <div className="sui-stack" style={{ '--gap': '2.5rem' }}>
      <PageHeader title={title} lead={local(dataset.summary)} back={{ to: '/', label: t('title') }}><DatasetMarks dataset={dataset} /></PageHeader>
      {!offered && <Notice tone="closed" title={t('withdrawn.title')}><p>{t('withdrawn.text')}</p></Notice>}
      {offered && <BasketButton slug={slug} title={title} />}
      <nav aria-label={t('onThisPage')} className={classes.contents}><ul>{SECTIONS.map((id) => <li key={id}><a href={`#${id}`}>{t(`sections.${id}`)}</a></li>)}</ul></nav>
      <DatasetConditions dataset={dataset} />
      <DatasetCoverage dataset={dataset} />
      <DataDictionary dataset={dataset} />
      <DatasetCitation dataset={dataset} />
      <section id="apply" aria-labelledby="apply-title" className="sui-stack" style={{ '--gap': '0.75rem' }}>
        <h2 id="apply-title">{t('sections.apply')}</h2>
        <ol className={classes.steps}>{(['choose', 'write', 'review', 'prepare', 'visit'] as const).map((step) => <li key={step}>{t(`apply.${step}`)}</li>)}</ol>
        {offered && <BasketButton slug={slug} title={title} />}
      </section>
    </div>
  );
}
