import { endpoints } from '@suimon/contracts';
import type { AuditEntry } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../lib/queries.js';
import { useText } from '../lib/text.js';
import { EmptyState } from './empty-state.js';
import { ProblemNotice } from './problem-notice.js';
import { SkeletonText } from './skeletons.js';
import classes from './timeline.module.css';

/** What happened, in the reader's words; an event without a sentence is shown by its own name. */
export function useEventSentence(): (type: string) => string {
  const { t, i18n } = useTranslation('timeline');
  return (type) => (i18n.exists(`timeline:${type}`) ? t(type) : type);
}

/** Entries of the audit log as a list, newest first. */
export function TimelineEntries({ entries }: { entries: readonly AuditEntry[] }): JSX.Element {
  const { local, dateTime } = useText();
  const { t } = useTranslation('timeline');
  const sentence = useEventSentence();
  return (
    <ol className={classes.list}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.entry}>
          <p><strong>{sentence(entry.type)}</strong></p>
          <p className="sui-quiet">{t('by', { who: local(entry.actor.displayName) })} · <time dateTime={entry.at}>{dateTime(entry.at)}</time></p>
          {entry.reason && <p className={classes.reason}>{t('reason', { reason: entry.reason })}</p>}
        </li>
      ))}
    </ol>
  );
}

/** The timeline of one record: who did what, when and why. */
export function Timeline({ kind, id }: { kind: 'application' | 'project' | 'workspace' | 'transfer'; id: string }): JSX.Element {
  const { t } = useTranslation('timeline');
  const { data, error, refetch } = useRead(endpoints.audit.timeline, { params: { kind, id } });
  return (
    <section className="sui-stack" style={{ '--gap': '0.75rem' }} aria-labelledby={`timeline-${id}`}>
      <h2 id={`timeline-${id}`}>{t('title')}</h2>
      {data ? (data.items.length === 0 ? <EmptyState title={t('empty')} /> : <TimelineEntries entries={[...data.items].sort((a, b) => b.at.localeCompare(a.at))} />)
        : error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonText />}
    </section>
  );
}
