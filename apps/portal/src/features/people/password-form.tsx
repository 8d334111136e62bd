import { Button, PasswordInput, TextInput } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { requiredErrors } from './required-errors.js';

/** First factor. */
export function PasswordForm(): JSX.Element {
  const { t } = useTranslation('people');
  const signIn = useCommand(endpoints.people.signIn);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { login: '', password: '' }, shouldFocusError: false });
  const errors = requiredErrors(formState.errors, { login: t('signIn.loginMissing'), password: t('signIn.passwordMissing') });
  const submit = handleSubmit((body) => signIn.mutate({ body }));
  return (
    <form className="sui-stack" style={{ '--gap': '1.25rem' }} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary errors={errors} attempt={formState.submitCount} />
      {signIn.error && <ProblemNotice error={signIn.error} workIsSafe={t('signIn.noAccess')} />}
      <TextInput id="login" label={t('signIn.login')} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={100} error={formState.errors.login && t('signIn.loginMissing')} {...register('login', { required: true })} />
      <PasswordInput id="password" label={t('signIn.password')} autoComplete="current-password" maxLength={1000} error={formState.errors.password && t('signIn.passwordMissing')} visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }} {...register('password', { required: true })} />
      <div><Button type="submit" loading={signIn.isPending}>{t('signIn.next')}</Button></div>
    </form>
  );
}
