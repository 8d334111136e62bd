import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { KeyValue } from '../../ui/key-value.js';
import { Badge } from '../../ui/status-badge.js';
import type { Overview } from './overview.js';

const MINUTE = 60;
const HOUR = 3600;

/** Work that waits for the worker: how much, how late, how old. */
export function QueueState({ jobs }: { jobs: Overview['jobs'] }): JSX.Element {
  const { t } = useTranslation('assurance');
  const { number } = useText();
  const { waiting, overdue, oldestSeconds } = jobs;
  const age = (seconds: number): string => (seconds < MINUTE ? t('queue.seconds', { count: seconds, number: number(seconds) }) : seconds < HOUR ? t('queue.minutes', { count: Math.floor(seconds / MINUTE), number: number(Math.floor(seconds / MINUTE)) }) : t('queue.hours', { count: Math.floor(seconds / HOUR), number: number(Math.floor(seconds / HOUR)) }));
  return (
    <KeyValue pairs={[
      { label: t('queue.state'), value: <Badge tone={overdue > 0 ? 'blocked' : waiting > 0 ? 'moving' : 'done'}>{overdue > 0 ? t('queue.late') : waiting > 0 ? t('queue.moving') : t('queue.idle')}</Badge> },
      { label: t('queue.waiting'), value: t('queue.jobs', { count: waiting, number: number(waiting) }) },
      { label: t('queue.overdue'), value: t('queue.jobs', { count: overdue, number: number(overdue) }) },
      { label: t('queue.oldest'), value: oldestSeconds === null ? t('queue.none') : age(oldestSeconds) },
      { label: t('queue.next'), value: overdue > 0 ? t('queue.remedy') : null },
    ]} />
  );
}
