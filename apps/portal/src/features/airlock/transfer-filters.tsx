import { NativeSelect } from '@mantine/core';
import { DIRECTIONS, TRANSFER_STATUSES, endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.js';
import { useRead } from '../../lib/queries.js';
import classes from './airlock.module.css';

/** Direction, state and project of the list; each stands in the address. */
export function TransferFilters({ state }: { state: ListState }): JSX.Element {
  const { t } = useTranslation(['airlock', 'status']);
  const { data } = useRead(endpoints.projects.list, {});
  const all = { value: '', label: t('filters.all') };
  const select = (name: string, options: { value: string; label: string }[]): JSX.Element => (
    <NativeSelect label={t(`filters.${name}`)} data={[all, ...options]} value={state.filter(name)} onChange={(event) => state.set({ [name]: event.currentTarget.value })} />
  );
  return (
    <search className={classes.filters}>
      {select('direction', DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) })))}
      {select('status', TRANSFER_STATUSES.map((value) => ({ value, label: t(`status:transfer.${value}`) })))}
      {select('project', (data?.items ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })))}
      {state.anyFilter && <button type="button" className="sui-link-button" onClick={state.clear}>{t('filters.clear')}</button>}
    </search>
  );
}
