import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { Notice } from '../../ui/notice.js';
import classes from './applications.module.css';

/** What was asked for when the application was sent back: the newest in full while it waits on the applicant, earlier ones folded. */
export function ReturnNotes({ view }: { view: ApplicationView }): JSX.Element | null {
  const { t } = useTranslation('applications');
  const { number } = useText();
  const latest = view.returns.at(-1);
  if (!latest) return null;
  const waiting = view.status === 'returned';
  const folded = view.returns.filter((entry) => !waiting || entry !== latest).reverse();
  return (
    <section className="sui-stack" style={{ '--gap': '0.5rem' }} aria-label={t('returns.title')}>
      {waiting && <Notice tone="waits" title={t('returns.latest')}><Note entry={latest} /></Notice>}
      {folded.length > 0 && <details className={classes.details}><summary>{t('returns.earlier', { count: folded.length, number: number(folded.length) })}</summary><ul className={classes.notes}>{folded.map((entry) => <li key={entry.at}><Note entry={entry} /></li>)}</ul></details>}
    </section>
  );
}

function Note({ entry }: { entry: ApplicationView['returns'][number] }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, dateTime, number } = useText();
  return <><p className={classes.comment}>{entry.comment}</p><p className="sui-quiet">{t('returns.by', { round: number(entry.round), name: local(entry.by.displayName), at: dateTime(entry.at) })}</p></>;
}
