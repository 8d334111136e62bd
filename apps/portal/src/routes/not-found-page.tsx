import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../ui/page-header.js';

/** Says nothing about whether something exists that the reader may not see. */
export function NotFoundPage(): JSX.Element {
  const { t } = useTranslation('shell');
  return <div className="sui-stack"><PageHeader title={t('notFound.title')} lead={t('notFound.lead')} /><p><Link to="/">{t('toCatalogue')}</Link></p></div>;
}
