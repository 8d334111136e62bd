import { NativeSelect } from '@mantine/core';
import { DIRECTIONS, endpoints } from '@suimon/contracts';
import type { ResponseOf } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListState } from '../../lib/list-state.js';
import { useListState } from '../../lib/list-state.js';
import { useRead } from '../../lib/queries.js';
import { RequireRole } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pager } from '../../ui/pager.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonList } from '../../ui/skeletons.js';
import { PageSection } from '../projects/page-section.js';
import { QUEUE_GROUPS, groupOf } from './review-queue.js';
import { ReviewQueueEntry } from './review-queue-entry.js';
import classes from './airlock.module.css';

function Queue({ page, state }: { page: ResponseOf<typeof endpoints.airlock.list>; state: ListState }): JSX.Element {
  const { t } = useTranslation('airlock');
  const [now] = useState(() => Date.now());
  if (page.total === 0) return <EmptyState title={t('queue.emptyTitle')}><p>{t('queue.emptyText')}</p></EmptyState>;
  return (
    <div className="sui-stack" style={{ '--gap': '2rem' }}>
      <p role="status" className="sui-quiet">{t('queue.count', { count: page.total })}</p>
      {QUEUE_GROUPS.map((group) => {
        const entries = page.items.filter((transfer) => groupOf(transfer, now) === group);
        return entries.length > 0 && <PageSection key={group} id={`queue-${group}`} title={t(`queue.group.${group}`)}><ul className={classes.rows}>{entries.map((transfer) => <ReviewQueueEntry key={transfer.id} transfer={transfer} />)}</ul></PageSection>;
      })}
      <Pager state={state} total={page.total} pageSize={page.pageSize} />
    </div>
  );
}

function Reviews(): JSX.Element {
  const { t } = useTranslation('airlock');
  const state = useListState();
  const direction = DIRECTIONS.find((value) => value === state.filter('direction'));
  const { data, error, refetch } = useRead(endpoints.airlock.list, { query: { queue: 'review', sort: 'oldest', page: state.page, direction } }, { keepPrevious: true });
  return (
    <div className="sui-stack" style={{ '--gap': '2rem' }}>
      <PageHeader title={t('queue.title')} lead={t('queue.lead')} />
      <search className={classes.filters}>
        <NativeSelect label={t('filters.direction')} data={[{ value: '', label: t('filters.all') }, ...DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }))]} value={state.filter('direction')} onChange={(event) => state.set({ direction: event.currentTarget.value })} />
        <Link to="/transfers" className={classes.target}>{t('queue.toAll')}</Link>
      </search>
      {data ? <Queue page={data} state={state} /> : error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonList />}
    </div>
  );
}

/** What waits for a data steward, oldest first. */
export const Component = (): JSX.Element => <RequireRole roles={['steward']}><Reviews /></RequireRole>;
