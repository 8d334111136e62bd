import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/status-badge.js';
import type { Tone } from '../../ui/status-badge.js';
import classes from './people.module.css';

const TONES: Readonly<Record<'done' | 'open' | 'lapsed', Tone>> = { done: 'done', open: 'waits', lapsed: 'waits' };

/** One module or text with its state. */
export function PreparationEntry({ to, title, state, note }: { to: string; title: string; state: 'done' | 'open' | 'lapsed'; note: string }): JSX.Element {
  const { t } = useTranslation('people');
  return (
    <article className={classes.task}>
      <div className={`sui-row ${classes.spread}`}><h3 className={classes.taskTitle}><Link to={to}>{title}</Link></h3><Badge tone={TONES[state]}>{t(`preparation.state.${state}`)}</Badge></div>
      <p className="sui-quiet">{note}</p>
    </article>
  );
}
