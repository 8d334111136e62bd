import { Button, TextInput } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { requiredErrors } from './required-errors.js';

/** What a Japanese keyboard may type (full-width digits, spaces) still is the six digits. */
const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

/** Second factor. */
export function CodeForm(): JSX.Element {
  const { t } = useTranslation('people');
  const secondFactor = useCommand(endpoints.people.secondFactor);
  const signOut = useCommand(endpoints.people.signOut);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { code: '' }, shouldFocusError: false });
  const errors = requiredErrors(formState.errors, { code: t('signIn.codeMissing') });
  const submit = handleSubmit(({ code }) => secondFactor.mutate({ body: { code: digitsOf(code) } }));
  return (
    <form className="sui-stack" style={{ '--gap': '1.25rem' }} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary errors={errors} attempt={formState.submitCount} />
      {secondFactor.error && <ProblemNotice error={secondFactor.error} workIsSafe={t('signIn.noAccess')} />}
      <TextInput id="code" label={t('signIn.code')} description={t('signIn.codeHelp')} autoComplete="one-time-code" inputMode="numeric" maxLength={12} autoFocus error={formState.errors.code && t('signIn.codeMissing')} {...register('code', { validate: (code) => /^\d{6}$/.test(digitsOf(code)) })} />
      <div className="sui-row">
        <Button type="submit" loading={secondFactor.isPending}>{t('signIn.finish')}</Button>
        <Button variant="default" onClick={() => signOut.mutate({})}>{t('signIn.startAgain')}</Button>
      </div>
    </form>
  );
}
