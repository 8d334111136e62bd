import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlainButton } from '../../ui/plain-button.js';
import { useBasket } from './basket.js';

/** Sets a dataset aside for an application, or takes it out again. */
export function BasketButton({ slug, title }: { slug: string; title: string }): JSX.Element {
  const { t } = useTranslation('catalogue');
  const basket = useBasket();
  const chosen = basket.has(slug);
  return (
    <div className="sui-row sui-no-print">
      <PlainButton look="outline" aria-label={chosen ? t('basket.removeOf', { title }) : t('basket.addOf', { title })} onClick={() => (chosen ? basket.remove(slug) : basket.add(slug))}>{chosen ? t('basket.remove') : t('basket.add')}</PlainButton>
      <span role="status">{chosen && <>✓ {t('basket.chosen')} <Link to="/basket">{t('basket.toBasket')}</Link></>}</span>
    </div>
  );
}
