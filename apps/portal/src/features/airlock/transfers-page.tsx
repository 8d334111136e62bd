import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useListState } from '../../lib/list-state.js';
import { useRead } from '../../lib/queries.js';
import { RequireSession } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonTable } from '../../ui/skeletons.js';
import { StartTransfer } from './start-transfer.js';
import { TransferFilters } from './transfer-filters.js';
import { transferQuery } from './transfer-query.js';
import { TransferTable } from './transfer-table.js';
import classes from './airlock.module.css';

function Transfers(): JSX.Element {
  const { t } = useTranslation('airlock');
  const state = useListState();
  const { data, error, refetch } = useRead(endpoints.airlock.list, { query: transferQuery(state) }, { keepPrevious: true });
  const empty = state.anyFilter
    ? <EmptyState title={t('list.noneTitle')}><button type="button" className="sui-link-button" onClick={state.clear}>{t('filters.clear')}</button></EmptyState>
    : <EmptyState title={t('list.emptyTitle')}><p>{t('list.emptyText')}</p><Link to="/projects" className={classes.target}>{t('list.toProjects')}</Link></EmptyState>;
  return (
    <div className="sui-stack" style={{ '--gap': '2rem' }}>
      <PageHeader title={t('list.title')} lead={<><p>{t('list.lead')}</p><p><Link to="/help/airlock">{t('list.help')}</Link></p></>} />
      <StartTransfer />
      <TransferFilters state={state} />
      {data ? <TransferTable page={data} state={state} caption={t('list.caption')} empty={empty} /> : error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonTable />}
    </div>
  );
}

/** Imports and exports of the projects one sees. */
export const Component = (): JSX.Element => <RequireSession><Transfers /></RequireSession>;
