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
import { ProjectFilters } from './project-filters.js';
import { ProjectTable } from './project-table.js';
import classes from './projects.module.css';

function Projects(): JSX.Element {
  const { t } = useTranslation('projects');
  const state = useListState();
  const { data, error, refetch } = useRead(endpoints.projects.list, {});
  const body = !data ? (error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonTable />)
    : data.items.length === 0 ? <EmptyState title={t('list.emptyTitle')}><p>{t('list.emptyText')}</p><Link to="/" className={classes.target}>{t('list.toCatalogue')}</Link></EmptyState>
    : <><ProjectFilters state={state} /><ProjectTable state={state} projects={data.items} /></>;
  return <div className="sui-stack" style={{ '--gap': '2rem' }}><PageHeader title={t('list.title')} lead={t('list.lead')} />{body}</div>;
}

/** The projects a person may see. */
export const Component = (): JSX.Element => <RequireSession><Projects /></RequireSession>;
