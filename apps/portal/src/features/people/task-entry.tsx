import type { InboxTask } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { Badge } from '../../ui/status-badge.js';
import classes from './people.module.css';

/** One thing to do: the sentence is the link, then what it is about, since when, until when. */
export function TaskEntry({ task }: { task: InboxTask }): JSX.Element {
  const { t } = useTranslation('people');
  const { dateTime, ago } = useText();
  // Read once: a list that reorders its own words while being read helps nobody.
  const [now] = useState(() => Date.now());
  const overdue = task.dueAt !== null && new Date(task.dueAt).getTime() < now;
  // A failed workspace is titled by its reason code; its own page says the reason in words.
  const about = task.kind === 'workspace-failed' ? '' : task.title;
  return (
    <article className={classes.task}>
      <h2 className={classes.taskTitle}><Link to={task.href}>{t(`tasks.${task.kind}`)}</Link></h2>
      {about && <p>{about}{task.project && <span className="sui-quiet"> {t('inbox.project', { project: task.project })}</span>}</p>}
      <p className={`sui-row ${classes.times}`}>
        {task.dueAt && (overdue ? <Badge tone="blocked">{t('inbox.overdue', { at: dateTime(task.dueAt) })}</Badge> : <Badge tone="waits">{t('inbox.due', { at: dateTime(task.dueAt) })}</Badge>)}
        <span className="sui-quiet">{t('inbox.since', { at: dateTime(task.since), ago: ago(task.since, now) })}</span>
      </p>
    </article>
  );
}
