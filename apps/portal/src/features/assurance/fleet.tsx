import { NativeSelect } from '@mantine/core';
import { WORKSPACE_STATUSES, endpoints } from '@suimon/contracts';
import type { WorkspaceView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.js';
import { useListState } from '../../lib/list-state.js';
import { useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { DataList } from '../../ui/data-list.js';
import type { Column } from '../../ui/data-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SearchField } from '../../ui/search-field.js';
import { SkeletonTable } from '../../ui/skeletons.js';
import { FleetState } from './fleet-state.js';
import { StopWorkspace } from './stop-workspace.js';
import classes from './assurance.module.css';

/** What wants a hand stands first, what rests last. */
const URGENCY: readonly WorkspaceView['status'][] = ['failed', 'starting', 'stopping', 'ready', 'stopped'];
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const matches = ({ projectNumber, person, id }: WorkspaceView, words: string): boolean =>
  plain([projectNumber, person.displayName.ja, person.displayName.en, person.organisation.ja, person.organisation.en, id].join(' ')).includes(plain(words));

/** Every workspace with its state, why, and what helps. Never what is inside. */
export function Fleet({ total }: { total: number | undefined }): JSX.Element {
  const { t } = useTranslation('assurance');
  const { number } = useText();
  const state = useListState();
  const { data, error, refetch } = useRead(endpoints.workspaces.list, {});
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} workIsSafe={t('failedSafe')} /> : <SkeletonTable rows={6} />;
  if (data.items.length === 0) return <EmptyState title={t('fleet.empty')}><p>{t('fleet.emptyText')}</p></EmptyState>;
  const status = state.filter('status');
  const rows = data.items.filter((workspace) => (status === '' || workspace.status === status) && matches(workspace, state.q))
    .sort((a, b) => URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status) || b.updatedAt.localeCompare(a.updatedAt));
  return (
    <>
      <FleetFilters state={state} items={data.items} />
      {total !== undefined && total > data.items.length && <p className="sui-quiet">{t('fleet.cut', { shown: number(data.items.length), all: number(total) })}</p>}
      <FleetTable rows={rows} state={state} />
    </>
  );
}

function FleetFilters({ state, items }: { state: ListState; items: readonly WorkspaceView[] }): JSX.Element {
  const { t } = useTranslation(['assurance', 'status', 'ui']);
  const { number } = useText();
  const label = (status: WorkspaceView['status']): string => t('fleet.statusWithCount', { status: t(`status:workspace.${status}`), number: number(items.filter((item) => item.status === status).length) });
  return (
    <search className={classes.filters}>
      <SearchField state={state} label={t('fleet.search')} className={classes.grow ?? ''} />
      <NativeSelect label={t('fleet.status')} data={[{ value: '', label: t('fleet.anyStatus', { number: number(items.length) }) }, ...WORKSPACE_STATUSES.map((status) => ({ value: status, label: label(status) }))]} value={state.filter('status')} onChange={(event) => state.set({ status: event.currentTarget.value })} />
      {state.anyFilter && <button type="button" className="sui-link-button" onClick={state.clear}>{t('ui:list.clear')}</button>}
    </search>
  );
}

function FleetTable({ rows, state }: { rows: readonly WorkspaceView[]; state: ListState }): JSX.Element {
  const { t } = useTranslation(['assurance', 'ui']);
  const { local, dateTime } = useText();
  const columns: Column<WorkspaceView>[] = [
    { id: 'project', header: t('fleet.project'), sortBy: ({ projectNumber }) => projectNumber, cell: ({ projectNumber }) => projectNumber },
    { id: 'person', header: t('fleet.person'), sortBy: ({ person }) => local(person.displayName), cell: ({ person }) => <>{local(person.displayName)}<br /><span className="sui-quiet">{local(person.organisation)}</span></> },
    { id: 'status', header: t('fleet.stateAndRemedy'), sortBy: ({ status }) => URGENCY.indexOf(status), cell: (workspace) => <FleetState workspace={workspace} /> },
    { id: 'since', header: t('fleet.since'), sortBy: ({ updatedAt }) => updatedAt, cell: ({ updatedAt }) => <time dateTime={updatedAt}>{dateTime(updatedAt)}</time> },
    ...(rows.some(({ commands }) => commands.stop === null) ? [{ id: 'stop', header: t('fleet.act'), cell: (workspace: WorkspaceView) => <StopWorkspace workspace={workspace} /> }] : []),
  ];
  return <div className={classes.list}><DataList caption={t('fleet.title')} columns={columns} rows={rows} rowKey={({ id }) => id} state={state} empty={<EmptyState title={t('fleet.none')}><button type="button" className="sui-link-button" onClick={state.clear}>{t('ui:list.clear')}</button></EmptyState>} /></div>;
}
