import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { useBasket } from './basket.js';
import { BasketApply } from './basket-apply.js';
import { BasketEntry } from './basket-entry.js';
import classes from './catalogue.module.css';

/** Datasets set aside, and the way from there to an application. */
export function Component(): JSX.Element {
  const { t } = useTranslation('catalogue');
  const { slugs, remove } = useBasket();
  return (
    <div className="sui-stack" style={{ '--gap': '2rem' }}>
      <PageHeader title={t('basket.title')} lead={t('basket.lead')} back={{ to: '/', label: t('title') }} />
      {slugs.length === 0
        ? <EmptyState title={t('basket.emptyTitle')}><p>{t('basket.emptyText')}</p><Link to="/">{t('basket.toCatalogue')}</Link></EmptyState>
        : <><ul className={classes.entries}>{slugs.map((slug) => <li key={slug}><BasketEntry slug={slug} onRemove={() => remove(slug)} /></li>)}</ul><BasketApply slugs={slugs} /></>}
    </div>
  );
}
