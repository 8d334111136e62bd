import { Button } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useListState } from '../../lib/list-state.js';
import type { ListState } from '../../lib/list-state.js';
import { useRead } from '../../lib/queries.js';
import { RequireRole } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pager } from '../../ui/pager.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonList } from '../../ui/skeletons.js';
import { AuditFilters } from './audit-filters.js';
import { AuditLog } from './audit-log.js';
import { auditQuery } from './audit-query.js';
import { ExportPanel } from './export-panel.js';
import { FollowNotice } from './follow-notice.js';
import { useEventTeller } from './use-event-teller.js';
import type { Names } from './use-names.js';
import { useNames } from './use-names.js';
import { VerifyButton, VerifyReport } from './verify-panel.js';
import classes from './audit.module.css';

function Results({ state, names }: { state: ListState; names: Names }): JSX.Element {
  const { t } = useTranslation(['audit', 'ui']);
  const { number } = useText();
  const query = auditQuery(state);
  const { data, error, refetch, isFetching, isPlaceholderData } = useRead(endpoints.audit.log, { query }, { keepPrevious: true });
  const tell = useEventTeller(names);
  if (error && (!data || isPlaceholderData)) return <ProblemNotice error={error} onRetry={() => void refetch()} workIsSafe={t('failedSafe')} />;
  if (!data) return <SkeletonList rows={12} rowHeight={48} />;
  if (data.items.length === 0) {
    return <EmptyState title={state.page > 1 ? t('empty.page') : state.anyFilter ? t('empty.filter') : t('empty.log')}>{state.page > 1 ? <Link to={state.linkTo({ page: 1 })} className={classes.target}>{t('empty.first')}</Link> : state.anyFilter && <button type="button" className="sui-link-button" onClick={state.clear}>{t('ui:list.clear')}</button>}</EmptyState>;
  }
  return (
    <>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} workIsSafe={t('failedSafe')} />}
      <div className={classes.resultsBar}>
        <p role="status"><strong>{t('ui:list.count', { count: data.total, number: number(data.total) })}</strong></p>
        <ExportPanel query={query} shown={data.items} total={data.total} pageSize={data.pageSize} tell={tell} names={names}>
          <Button variant="default" loading={isFetching} onClick={() => void refetch()}>{t('refresh')}</Button>
        </ExportPanel>
      </div>
      <AuditLog entries={data.items} state={state} tell={tell} names={names} isOld={isPlaceholderData} />
      <Pager state={state} total={data.total} pageSize={data.pageSize} />
    </>
  );
}

function AuditPage(): JSX.Element {
  const { t } = useTranslation('audit');
  const state = useListState();
  const names = useNames();
  return (
    <div className="sui-stack" style={{ '--gap': '2rem' }}>
      <PageHeader title={t('title')} lead={t('lead')} actions={<VerifyButton />} />
      <VerifyReport names={names} />
      <AuditFilters state={state} />
      <FollowNotice state={state} names={names} />
      <Results state={state} names={names} />
    </div>
  );
}

/** Who did what, when and why, in one log that nobody can change. */
export const Component = (): JSX.Element => <RequireRole roles={['auditor', 'security']}><AuditPage /></RequireRole>;
