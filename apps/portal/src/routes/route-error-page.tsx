import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { PageHeader } from '../ui/page-header.js';
import { PlainButton } from '../ui/plain-button.js';

/** A screen that could not be shown: most often a new version was installed while the page was open. */
export function RouteErrorPage(): JSX.Element {
  const { t } = useTranslation('shell');
  const error = useRouteError();
  console.error(error);
  return <div className="sui-stack"><PageHeader title={t('failed.title')} lead={t('failed.lead')} /><div><PlainButton onClick={() => window.location.reload()}>{t('failed.reload')}</PlainButton></div></div>;
}
