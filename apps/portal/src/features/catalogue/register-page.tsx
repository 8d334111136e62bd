import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useListState } from '../../lib/list-state.js';
import { useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { DataList } from '../../ui/data-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SearchField } from '../../ui/search-field.js';
import { SkeletonTable } from '../../ui/skeletons.js';
import classes from './dataset.module.css';

/** Which projects were approved, whose they are and which data they use: open to everyone. */
export function Component(): JSX.Element {
  const { t } = useTranslation('catalogue');
  const { local, date } = useText();
  const state = useListState();
  const { data, error, refetch } = useRead(endpoints.catalogue.register, {});
  const words = state.q.normalize('NFKC').toLowerCase();
  const projects = (data?.projects ?? []).filter(({ number, title, organisation, datasets }) => [number, title, organisation.ja, organisation.en, ...datasets.flatMap((dataset) => [dataset.title.ja, dataset.title.en])].join(' ').normalize('NFKC').toLowerCase().includes(words));
  return (
    <div className="sui-stack">
      <PageHeader title={t('register.title')} lead={t('register.lead')} />
      {!data ? (error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonTable />) : data.projects.length === 0 ? <EmptyState title={t('register.empty')}><Link to="/">{t('basket.toCatalogue')}</Link></EmptyState> : (
        <>
          <div className={classes.filters}><SearchField state={state} label={t('register.search')} className={classes.filterText} /></div>
          <DataList caption={t('register.title')} rows={projects} state={state} rowKey={({ number }) => number} empty={t('register.none')} columns={[
            { id: 'title', header: t('register.project'), sortBy: ({ title }) => title, cell: ({ title, number }) => <>{title}<br /><span className="sui-quiet">{number}</span></> },
            { id: 'organisation', header: t('register.organisation'), sortBy: ({ organisation }) => local(organisation), cell: ({ organisation }) => local(organisation) },
            { id: 'period', header: t('register.period'), sortBy: ({ startsOn }) => startsOn, cell: ({ startsOn, endsOn }) => t('period', { from: date(startsOn), to: date(endsOn) }) },
            { id: 'datasets', header: t('register.datasets'), cell: ({ datasets }) => <ul className={classes.plain}>{datasets.map(({ slug, title }) => <li key={slug}><Link to={`/datasets/${slug}`}>{local(title)}</Link></li>)}</ul> },
          ]} />
        </>
      )}
    </div>
  );
}
