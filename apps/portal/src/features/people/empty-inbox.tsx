import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { holdsRole, useMe } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';

/** Nothing waits: says what one could do next in one's role. */
export function EmptyInbox(): JSX.Element {
  const { t } = useTranslation('people');
  const { data: me } = useMe();
  const next = holdsRole(me, 'researcher') && !me?.preparationDone ? 'prepare' : holdsRole(me, 'researcher') ? 'apply' : holdsRole(me, 'steward') ? 'review' : holdsRole(me, 'secretary', 'committee', 'chair') ? 'applications' : holdsRole(me, 'operator') ? 'operations' : holdsRole(me, 'security', 'auditor') ? 'audit' : 'apply';
  const hrefs = { prepare: '/preparation', apply: '/', review: '/reviews', applications: '/applications', operations: '/operations', audit: '/audit' } as const;
  return <EmptyState title={t('inbox.empty')}><p>{t(`inbox.next.${next}.text`)}</p><Link to={hrefs[next]}>{t(`inbox.next.${next}.link`)}</Link></EmptyState>;
}
