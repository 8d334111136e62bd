import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { PlainButton } from '../../ui/plain-button.js';
import { SkeletonText } from '../../ui/skeletons.js';
import { DatasetMarks } from './dataset-marks.js';
import classes from './catalogue.module.css';

/** One dataset of the basket. One that is no longer offered says so and can still be taken out. */
export function BasketEntry({ slug, onRemove }: { slug: string; onRemove: () => void }): JSX.Element {
  const { t } = useTranslation('catalogue');
  const { local, number } = useText();
  const { data: dataset, error } = useRead(endpoints.catalogue.dataset, { params: { slug } });
  const title = dataset ? local(dataset.title) : slug;
  return (
    <article className={classes.entry}>
      <h2 className={classes.entryTitle}><Link to={`/datasets/${slug}`}>{title}</Link></h2>
      {dataset ? <><DatasetMarks dataset={dataset} /><p className="sui-quiet">{[local(dataset.provider), t('size.items', { number: number(dataset.items.length) }), t('versionOf', { version: dataset.version })].join(t('factSeparator'))}</p></>
        : error ? <p>{t('basket.notReadable')}</p> : <SkeletonText lines={2} />}
      {dataset?.status === 'withdrawn' && <p><strong>{t('withdrawn.title')}</strong></p>}
      <div><PlainButton look="outline" onClick={onRemove} aria-label={t('basket.removeOf', { title })}>{t('basket.remove')}</PlainButton></div>
    </article>
  );
}
