import type { Role } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../ui/page-header.js';

/** A screen for other roles: says which, and who can help. */
export function ForbiddenPage({ roles }: { roles: readonly Role[] }): JSX.Element {
  const { t } = useTranslation('shell');
  return (
    <div className="sui-stack">
      <PageHeader title={t('forbidden.title')} lead={t('forbidden.lead', { roles: roles.map((role) => t(`roles.${role}`)).join(t('listComma')) })} />
      <p>{t('forbidden.help')}</p>
      <p><Link to="/inbox">{t('toInbox')}</Link></p>
    </div>
  );
}
