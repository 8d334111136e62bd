import { Button, TextInput } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
import type { FormEvent, JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useKept } from './use-kept.js';

/** 契約: its number and date. Recording it opens the project. */
export function ContractForm({ view }: { view: ApplicationView }): JSX.Element {
  const { t } = useTranslation('applications');
  const record = useCommand(endpoints.applications.recordContract);
  const [number, setNumber, forgetNumber] = useKept(`${view.id}.contract-number`);
  const [signedOn, setSignedOn, forgetDate] = useKept(`${view.id}.contract-date`);
  const [attempt, setAttempt] = useState(0);
  const missingNumber = number.trim() === '' ? t('contract.numberMissing') : undefined;
  const missingDate = signedOn === '' ? t('contract.dateMissing') : undefined;
  const errors = [...(missingNumber ? [{ fieldId: 'contract-number', message: missingNumber }] : []), ...(missingDate ? [{ fieldId: 'contract-date', message: missingDate }] : [])];
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (errors.length > 0) return;
    try {
      await record.mutateAsync({ params: { id: view.id }, body: { number: number.trim(), signedOn }, ifMatch: view.version });
      forgetNumber();
      forgetDate();
    } catch { /* shown below, and what was typed is kept */ }
  };
  return (
    <form className="sui-stack" style={{ '--gap': '1rem' }} onSubmit={(event) => void run(event)} noValidate>
      <p>{t('contract.text')}</p>
      <ErrorSummary attempt={attempt} errors={attempt > 0 ? errors : []} />
      <TextInput id="contract-number" label={t('contract.number')} description={t('contract.numberHelp')} value={number} maxLength={80} required withAsterisk={false} error={attempt > 0 ? missingNumber : undefined} onChange={(event) => setNumber(event.currentTarget.value)} />
      <TextInput id="contract-date" type="date" label={t('contract.date')} value={signedOn} required withAsterisk={false} error={attempt > 0 ? missingDate : undefined} onChange={(event) => setSignedOn(event.currentTarget.value)} />
      {record.error && <ProblemNotice error={record.error} workIsSafe={t('kept')} />}
      <div><Button type="submit" loading={record.isPending}>{t('contract.action')}</Button></div>
    </form>
  );
}
