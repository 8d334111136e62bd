import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.js';
import { RequireSession } from '../../lib/session.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonList } from '../../ui/skeletons.js';
import { EmptyInbox } from './empty-inbox.js';
import { TaskEntry } from './task-entry.js';
import classes from './people.module.css';

function Inbox(): JSX.Element {
  const { t } = useTranslation('people');
  const { data, error, refetch } = useRead(endpoints.people.inbox, {});
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonList rows={4} />;
  if (data.tasks.length === 0) return <EmptyInbox />;
  // What is due first stands first; what has no date follows in the order it came.
  const tasks = [...data.tasks].sort((a, b) => (a.dueAt ?? '9999').localeCompare(b.dueAt ?? '9999') || a.since.localeCompare(b.since));
  return (
    <>
      <p role="status"><strong>{t('inbox.count', { count: tasks.length })}</strong></p>
      <ol className={classes.tasks}>{tasks.map((task) => <li key={task.id}><TaskEntry task={task} /></li>)}</ol>
    </>
  );
}

/** What waits on the signed-in person, in one list. */
export function Component(): JSX.Element {
  const { t } = useTranslation('people');
  return <RequireSession><div className="sui-stack"><PageHeader title={t('inbox.title')} lead={t('inbox.lead')} /><Inbox /></div></RequireSession>;
}
