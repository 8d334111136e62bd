import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { useBasket } from '../catalogue/basket.js';

/** The way to a new application: on to the basket if something is in it, else to the catalogue. */
export function NewApplication(): JSX.Element {
  const { t } = useTranslation('applications');
  const { number } = useText();
  const { slugs } = useBasket();
  return slugs.length > 0
    ? <Button component={Link} to="/basket">{t('new.fromBasket', { count: slugs.length, number: number(slugs.length) })}</Button>
    : <Button component={Link} to="/">{t('new.fromCatalogue')}</Button>;
}
