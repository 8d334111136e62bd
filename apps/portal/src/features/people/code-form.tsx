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

/** What a Japanese keyboard may type (full-width digits, spaces) still is the six digits. */
const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

/** Second factor. */
export function CodeForm(): JSX.Element {
  const { t } = useTranslation('people');
  const secondFactor = useCommand(endpoints.people.secondFactor);
  const signOut = useCommand(endpoints.people.signOut);
  const [typed, setTyped] = useState('');
  const [attempt, setAttempt] = useState(0);
  const code = digitsOf(typed);
  const missing = { code: !/^\d{6}$/.test(code) && t('signIn.codeMissing') };
  const errors = attempt === 0 ? [] : errorLines(missing);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (errorLines(missing).length === 0) secondFactor.mutate({ body: { code } });
  };
  return (
    <form className="sui-stack" style={{ '--gap': '1.25rem' }} onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} attempt={attempt} />
      {secondFactor.error && <ProblemNotice error={secondFactor.error} workIsSafe={t('signIn.noAccess')} />}
      <PlainField id="code" label={t('signIn.code')} help={t('signIn.codeHelp')} autoComplete="one-time-code" inputMode="numeric" maxLength={12} autoFocus value={typed} onChange={(event) => setTyped(event.currentTarget.value)} error={errors[0]?.message} />
      <div className="sui-row">
        <PlainButton type="submit" busy={secondFactor.isPending}>{t('signIn.finish')}</PlainButton>
        <PlainButton look="outline" onClick={() => signOut.mutate({})}>{t('signIn.startAgain')}</PlainButton>
      </div>
    </form>
  );
}
