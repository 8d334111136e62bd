import { NativeSelect } from '@mantine/core';
import { ROLES } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.js';
import { SearchField } from '../../ui/search-field.js';
import classes from './assurance.module.css';

/** Narrows the accounts by words, role, standing and identity level. */
export function AccountFilters({ state }: { state: ListState }): JSX.Element {
  const { t } = useTranslation(['assurance', 'shell', 'ui']);
  const all = { value: '', label: t('ui:list.all') };
  const select = (name: string, label: string, data: readonly { value: string; label: string }[]): JSX.Element => <NativeSelect label={label} data={[all, ...data]} value={state.filter(name)} onChange={(event) => state.set({ [name]: event.currentTarget.value })} />;
  return (
    <search className={classes.filters}>
      <SearchField state={state} label={t('accounts.search')} className={classes.grow ?? ''} />
      {select('role', t('accounts.role'), ROLES.map((role) => ({ value: role, label: t(`shell:roles.${role}`) })))}
      {select('status', t('accounts.standing'), ['active', 'suspended'].map((status) => ({ value: status, label: t(`accounts.status.${status}`) })))}
      {select('ial', t('accounts.ial'), [{ value: '2', label: t('accounts.ialProofed') }, { value: '1', label: t('accounts.ialBelow') }])}
      {state.anyFilter && <button type="button" className="sui-link-button" onClick={state.clear}>{t('ui:list.clear')}</button>}
    </search>
  );
}
