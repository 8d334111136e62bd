import type { DatasetSummary } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { BasketButton } from './basket-button.js';
import { DatasetMarks } from './dataset-marks.js';
import classes from './catalogue.module.css';

/** Columns named in a result; the dataset page shows the rest. */
const SHOWN_MATCHES = 4;

/** One dataset in the list: what it is, whose, how large, and which columns the search met. */
export function DatasetEntry({ dataset }: { dataset: DatasetSummary }): JSX.Element {
  const { t } = useTranslation('catalogue');
  const { local, number, date } = useText();
  const more = dataset.matchedItems.length - SHOWN_MATCHES;
  return (
    <article className={classes.entry}>
      <h2 className={classes.entryTitle}><Link to={`/datasets/${dataset.slug}`}>{local(dataset.title)}</Link></h2>
      <DatasetMarks dataset={dataset} />
      <p>{local(dataset.summary)}</p>
      <p className="sui-quiet">
        {[local(dataset.provider), t('size.people', { number: number(dataset.people) }), t('size.rows', { number: number(dataset.rows) }), t('size.items', { number: number(dataset.itemCount) }),
          ...(dataset.period ? [t('period', { from: date(dataset.period.from), to: date(dataset.period.to) })] : [])].join(t('factSeparator'))}
      </p>
      {dataset.matchedItems.length > 0 && (
        <p className={classes.matched}>
          <strong>{t('matched')}</strong>
          {dataset.matchedItems.slice(0, SHOWN_MATCHES).map((item) => <span key={`${item.table}.${item.name}`} className={classes.match}><code>{item.table}.{item.name}</code> {local(item.label)}</span>)}
          {more > 0 && <span>{t('matchedMore', { number: number(more) })}</span>}
        </p>
      )}
      <BasketButton slug={dataset.slug} title={local(dataset.title)} />
    </article>
  );
}
