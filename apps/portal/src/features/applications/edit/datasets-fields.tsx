import { Button } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { useBasket } from '../../catalogue/basket.js';
import { DatasetChoice } from './dataset-choice.js';
import type { Draft } from './use-draft.js';
import classes from './edit.module.css';

/** The datasets asked for, each with its columns, and those of the basket that may join them. */
export function DatasetsFields({ draft, errorOf }: { draft: Draft; errorOf: (fieldId: string) => string | undefined }): JSX.Element {
  const { t } = useTranslation('applications');
  const basket = useBasket();
  const { datasets } = draft.proposal;
  const waiting = basket.slugs.filter((slug) => datasets.every((dataset) => dataset.slug !== slug));
  const error = errorOf('add-datasets');
  return (
    <>
      {datasets.map((dataset) => <DatasetChoice key={dataset.slug} dataset={dataset} draft={draft} error={errorOf(`dataset-${dataset.slug}`)} />)}
      <section id="add-datasets" className={`sui-stack ${classes.box}`} style={{ '--gap': '0.75rem' }} aria-labelledby="add-datasets-title">
        <h2 id="add-datasets-title" className={classes.boxTitle}>{datasets.length === 0 ? t('datasets.addFirst') : t('datasets.addMore')}</h2>
        {error && <p className={classes.error}>{error}</p>}
        {waiting.length > 0 && <><p>{t('datasets.fromBasket')}</p><ul className={classes.plain}>{waiting.map((slug) => <BasketLine key={slug} slug={slug} draft={draft} onAdded={() => basket.remove(slug)} />)}</ul></>}
        <p>{t('datasets.howToAdd')}</p>
        <div><Button component={Link} to="/" variant="default">{t('datasets.toCatalogue')}</Button></div>
      </section>
    </>
  );
}

function BasketLine({ slug, draft, onAdded }: { slug: string; draft: Draft; onAdded: () => void }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local } = useText();
  const { data: dataset } = useRead(endpoints.catalogue.dataset, { params: { slug } });
  const title = dataset ? local(dataset.title) : slug;
  const add = (version: string): void => { draft.edit({ datasets: { [slug]: { slug, version, items: [] } } }); onAdded(); };
  return (
    <li className={classes.line}>
      <Link to={`/datasets/${slug}`}>{title}</Link>
      {dataset?.status === 'withdrawn' ? <span>{t('datasets.withdrawn')}</span> : <Button variant="default" disabled={!dataset} aria-label={t('datasets.addOf', { title })} onClick={() => { if (dataset) add(dataset.version); }}>{t('datasets.add')}</Button>}
    </li>
  );
}
