import type { TransferSummary } from '@suimon/contracts';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListState } from '../../lib/list-state.js';
import { useText } from '../../lib/text.js';
import type { Column } from '../../ui/data-list.js';
import { DataList } from '../../ui/data-list.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useTransferWaitsOnMe } from './transfer-turn.js';
import classes from './airlock.module.css';

function Status({ transfer }: { transfer: TransferSummary }): JSX.Element {
  const mine = useTransferWaitsOnMe(transfer);
  return <StatusBadge kind="transfer" status={transfer.status} waitsOnYou={mine} />;
}

interface Props { readonly page: { readonly total: number; readonly pageSize: number; readonly items: readonly TransferSummary[] }; readonly state: ListState; readonly empty: ReactNode; readonly caption: string; /** Leave the project out where the page is the project's own. */ readonly ofOneProject?: boolean }

/** Airlock requests, paged and sorted by the server: `sort=updated` in the address asks for the oldest first. */
export function TransferTable({ page, state, empty, caption, ofOneProject = false }: Props): JSX.Element {
  const { t } = useTranslation('airlock');
  const { local, date, dateTime, bytes } = useText();
  const columns: Column<TransferSummary>[] = [
    { id: 'request', header: t('columns.request'), cell: ({ id, direction, requester, createdAt }) => <><Link to={`/transfers/${id}`}>{t(`direction.${direction}`)}</Link><br /><span className={`sui-quiet ${classes.sub}`}>{t('columns.by', { name: local(requester.displayName), at: date(createdAt) })}</span></> },
    { id: 'status', header: t('columns.status'), cell: (transfer) => <Status transfer={transfer} /> },
    ...(ofOneProject ? [] : [{ id: 'project', header: t('columns.project'), cell: ({ projectId, projectNumber, projectTitle }: TransferSummary) => <><Link to={`/projects/${projectId}`}>{projectNumber}</Link><br /><span className="sui-quiet">{projectTitle}</span></> }]),
    { id: 'files', header: t('columns.files'), numeric: true, cell: ({ fileCount, totalBytes }) => <><span className={classes.nowrap}>{t('queue.files', { count: fileCount })}</span><br /><span className={`sui-quiet ${classes.nowrap}`}>{bytes(totalBytes)}</span></> },
    { id: 'updated', header: t('columns.updated'), sortBy: ({ updatedAt }) => updatedAt, cell: ({ updatedAt }) => dateTime(updatedAt) },
  ];
  return <DataList caption={caption} columns={columns} rows={page.items} rowKey={({ id }) => id} state={state} server={{ total: page.total, pageSize: page.pageSize }} empty={empty} />;
}
