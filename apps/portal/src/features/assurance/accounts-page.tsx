import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useListState } from '../../lib/list-state.js';
import { useRead } from '../../lib/queries.js';
import { RequireRole } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonTable } from '../../ui/skeletons.js';
import { AccountFilters } from './account-filters.js';
import { AccountTable } from './account-table.js';
import { narrowed } from './account-list.js';
import { SaveAccounts } from './save-accounts.js';

function Accounts(): JSX.Element {
  const { t } = useTranslation('assurance');
  const state = useListState();
  const { data, error, refetch } = useRead(endpoints.people.accounts, {});
  const rows = data ? narrowed(data.accounts, state) : [];
  return (
    <div className="sui-stack">
      <PageHeader title={t('accounts.title')} lead={t('accounts.lead')} />
      {data && error && <ProblemNotice error={error} workIsSafe={t('failedSafe')} onRetry={() => void refetch()} />}
      {!data ? (error ? <ProblemNotice error={error} workIsSafe={t('failedSafe')} onRetry={() => void refetch()} /> : <SkeletonTable rows={10} />)
        : data.accounts.length === 0 ? <EmptyState title={t('accounts.empty')} />
        : <><AccountFilters state={state} /><AccountTable rows={rows} state={state} />{rows.length > 0 && <SaveAccounts rows={rows} />}</>}
    </div>
  );
}

/** Whose accounts there are, in which roles and standing. */
export const Component = (): JSX.Element => <RequireRole roles={['operator', 'security', 'auditor']}><Accounts /></RequireRole>;
