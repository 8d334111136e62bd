import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { saveAsFile, toCsv } from '../audit/csv.js';
import type { Account } from './account-list.js';

/** The list of accounts as CSV, for a periodic check of who holds what (R047, R048). */
export function SaveAccounts({ rows }: { rows: readonly Account[] }): JSX.Element {
  const { t } = useTranslation('assurance');
  const { local, number } = useText();
  const save = (): void => {
    const header = ['id', 'login', 'name', 'organisation', 'roles', 'ial', 'status'];
    saveAsFile(`suimon-accounts-${new Date().toISOString().slice(0, 10)}.csv`, toCsv([header, ...rows.map((row) => [row.id, row.login, local(row.displayName), local(row.organisation), row.roles.join(' '), String(row.ial), row.status])]));
  };
  return <div><Button variant="default" onClick={save}>{t('accounts.save', { count: rows.length, number: number(rows.length) })}</Button></div>;
}
