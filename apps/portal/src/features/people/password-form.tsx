import { endpoints } from '@suimon/contracts';
import type { FormEvent, JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { PlainButton } from '../../ui/plain-button.js';
import { PlainField } from '../../ui/plain-field.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { errorLines } from './error-lines.js';
import classes from './people.module.css';

/** First factor. */
export function PasswordForm(): JSX.Element {
  const { t } = useTranslation('people');
  const signIn = useCommand(endpoints.people.signIn);
  const [typed, setTyped] = useState({ login: '', password: '' });
  const [shown, setShown] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const missing = { login: typed.login.trim() === '' && t('signIn.loginMissing'), password: typed.password === '' && t('signIn.passwordMissing') };
  const errors = attempt === 0 ? [] : errorLines(missing);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (errorLines(missing).length === 0) signIn.mutate({ body: { login: typed.login.trim(), password: typed.password } });
  };
  const errorOf = (fieldId: string): string | undefined => errors.find((error) => error.fieldId === fieldId)?.message;
  return (
    <form className="sui-stack" style={{ '--gap': '1.25rem' }} onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} attempt={attempt} />
      {signIn.error && <ProblemNotice error={signIn.error} workIsSafe={t('signIn.noAccess')} />}
      <PlainField id="login" label={t('signIn.login')} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={100} value={typed.login} onChange={(event) => setTyped({ ...typed, login: event.currentTarget.value })} error={errorOf('login')} />
      <PlainField type={shown ? 'text' : 'password'} id="password" label={t('signIn.password')} autoComplete="current-password" maxLength={1000} value={typed.password} onChange={(event) => setTyped({ ...typed, password: event.currentTarget.value })} error={errorOf('password')} />
      <label className={classes.show}><input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />{t('signIn.showPassword')}</label>
      <div><PlainButton type="submit" busy={signIn.isPending}>{t('signIn.next')}</PlainButton></div>
    </form>
  );
}
