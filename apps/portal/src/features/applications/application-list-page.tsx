import { NativeSelect } from '@mantine/core';
import { APPLICATION_STATUSES, endpoints } from '@suimon/contracts';
import type { ApplicationSummary, Role } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useListState } from '../../lib/list-state.js';
import { useRead } from '../../lib/queries.js';
import { holdsRole, RequireRole, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { DataList } from '../../ui/data-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonTable } from '../../ui/skeletons.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useIsMyTurn } from '../../ui/turn-line.js';
import { NewApplication } from './new-application.js';
import classes from './applications.module.css';

const ROLES: readonly Role[] = ['researcher', 'secretary', 'committee', 'chair', 'auditor'];

/** Every application the reader may see, with its state and whose turn it is. */
export function Component(): JSX.Element {
  return <RequireRole roles={ROLES}><ApplicationList /></RequireRole>;
}

function ApplicationList(): JSX.Element {
  const { t } = useTranslation(['applications', 'status', 'ui']);
  const { local, dateTime, number } = useText();
  const { data: me } = useMe();
  const state = useListState();
  const status = APPLICATION_STATUSES.find((name) => name === state.filter('status'));
  const { data, error, refetch } = useRead(endpoints.applications.list, { query: { status, page: state.page } }, { keepPrevious: true });
  const role = ROLES.find((name) => holdsRole(me, name)) ?? 'auditor';
  const applies = role === 'researcher';
  const empty = status
    ? <EmptyState title={t('list.noneWith', { status: t(`status:application.${status}`) })}><button type="button" className="sui-link-button" onClick={state.clear}>{t('list.showAll')}</button></EmptyState>
    : <EmptyState title={t(`list.empty.${role}.title`)}><p>{t(`list.empty.${role}.text`)}</p>{applies && <NewApplication />}</EmptyState>;
  return (
    <div className="sui-stack">
      <PageHeader title={t('title')} lead={t(`list.lead.${role}`)} actions={applies && data && data.total > 0 && <NewApplication />} />
      <NativeSelect className={classes.filter} label={t('list.status')} value={status ?? ''} onChange={(event) => state.set({ status: event.currentTarget.value })}
        data={[{ value: '', label: t('ui:list.all') }, ...APPLICATION_STATUSES.map((name) => ({ value: name, label: t(`status:application.${name}`) }))]} />
      {!data ? (error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonTable />) : (
        <DataList caption={t('title')} rows={data.items} rowKey={({ id }) => id} state={state} server={{ total: data.total, pageSize: data.pageSize }} empty={empty} columns={[
          { id: 'title', header: t('field.title'), cell: (row) => <><Link to={`/applications/${row.id}`}>{row.title || t('untitled')}</Link>{row.datasets.length > 0 && <span className={`sui-quiet ${classes.below}`}>{row.datasets.map(({ title }) => local(title)).join(t('listComma'))}</span>}</> },
          { id: 'status', header: t('list.status'), cell: (row) => <RowStatus row={row} /> },
          { id: 'applicant', header: t('list.applicant'), cell: (row) => <>{local(row.applicant.displayName)}<span className={`sui-quiet ${classes.below}`}>{local(row.applicant.organisation)}</span></> },
          { id: 'turn', header: t('list.turn'), cell: (row) => <RowTurn row={row} /> },
          { id: 'round', header: t('list.round'), cell: (row) => (row.round > 0 ? t('list.roundOf', { round: number(row.round) }) : t('list.notSubmitted')) },
          { id: 'updated', header: t('list.updated'), cell: (row) => <time dateTime={row.updatedAt}>{dateTime(row.updatedAt)}</time> },
        ]} />
      )}
    </div>
  );
}

function RowStatus({ row }: { row: ApplicationSummary }): JSX.Element {
  return <StatusBadge kind="application" status={row.status} waitsOnYou={useIsMyTurn(row.turn, row.applicant)} />;
}

function RowTurn({ row }: { row: ApplicationSummary }): JSX.Element | null {
  const { t } = useTranslation(['applications', 'ui', 'shell']);
  const { local, ago } = useText();
  const { turn } = row;
  const mine = useIsMyTurn(turn, row.applicant);
  if (!turn) return <span className="sui-quiet">{t('list.nobody')}</span>;
  const who = mine ? t('ui:turn.you') : turn.who === 'system' ? t('ui:turn.system') : turn.who.startsWith('role:') ? t(`shell:roles.${turn.who.slice('role:'.length)}`) : local(row.applicant.displayName);
  return <>{mine ? <strong>{who}</strong> : who}<span className={`sui-quiet ${classes.below}`}>{t('list.since', { ago: ago(turn.since) })}</span></>;
}
