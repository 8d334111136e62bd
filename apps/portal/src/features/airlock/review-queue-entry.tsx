import type { TransferSummary } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { StatusBadge } from '../../ui/status-badge.js';
import classes from './airlock.module.css';

/** One waiting request: which project, whose, how much, since when. */
export function ReviewQueueEntry({ transfer }: { transfer: TransferSummary }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { local, bytes, dateTime, ago } = useText();
  const { id, direction, projectNumber, projectTitle, status, requester, fileCount, totalBytes, round, turn, updatedAt } = transfer;
  const since = turn?.since ?? updatedAt;
  return (
    <li className={classes.row}>
      <h3><Link to={`/reviews/${id}`}>{t(`page.title.${direction}`, { number: projectNumber })}</Link></h3>
      <p>{projectTitle}</p>
      <div className="sui-row" style={{ '--gap': '0.25rem 1rem' }}>
        <StatusBadge kind="transfer" status={status} />
        <span>{t('queue.waiting', { ago: ago(since) })}</span>
        <span className="sui-quiet">{t('queue.since', { at: dateTime(since) })}</span>
        {turn?.until && <span>{t('queue.due', { at: dateTime(turn.until) })}</span>}
      </div>
      <p className="sui-quiet">{t('queue.facts', { name: local(requester.displayName), organisation: local(requester.organisation), files: t('queue.files', { count: fileCount }), size: bytes(totalBytes) })}{round > 1 && ` · ${t('page.round', { count: round })}`}</p>
    </li>
  );
}
