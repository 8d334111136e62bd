import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { signedIn, useMe } from '../../lib/session.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonPage } from '../../ui/skeletons.js';
import { CodeForm } from './code-form.js';
import { PasswordForm } from './password-form.js';
import classes from './people.module.css';

/** Only a place within the portal: an address from outside must not lead away after signing in. */
const placeWithin = (next: string | null): string => (next !== null && /^\/(?![/\\])/.test(next) ? next : '/inbox');

/** Password, then one-time code; then back to the page that was wanted. */
export function Component(): JSX.Element {
  const { t } = useTranslation('people');
  const [params] = useSearchParams();
  const { data: me, error, refetch } = useMe();
  if (!me) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />;
  if (signedIn(me)) return <Navigate to={placeWithin(params.get('next'))} replace />;
  const atCode = me.person !== null;
  return (
    <div className={`sui-stack ${classes.narrow}`}>
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      <h2>{t(atCode ? 'signIn.stepCode' : 'signIn.stepPassword')}</h2>
      {atCode ? <CodeForm /> : <PasswordForm />}
      <p className="sui-quiet">{t('signIn.help')}</p>
    </div>
  );
}
