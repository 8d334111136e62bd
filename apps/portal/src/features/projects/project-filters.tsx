import { Button, NativeSelect, TextInput } from '@mantine/core';
import { PROJECT_STATUSES } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.js';
import classes from './projects.module.css';

/** Narrows the list by words and by state; both stand in the address. */
export function ProjectFilters({ state }: { state: ListState }): JSX.Element {
  const { t } = useTranslation(['projects', 'status']);
  const [typed, setTyped] = useState({ from: state.q, text: state.q });
  const text = typed.from === state.q ? typed.text : state.q;
  const statuses = [{ value: '', label: t('list.anyStatus') }, ...PROJECT_STATUSES.map((status) => ({ value: status, label: t(`status:project.${status}`) }))];
  return (
    <search>
      <form className={classes.filters} onSubmit={(event) => { event.preventDefault(); state.set({ q: text.trim() }); }}>
        <TextInput className={classes.grow} type="search" maxLength={200} label={t('list.search')} value={text} onChange={(event) => setTyped({ from: state.q, text: event.currentTarget.value })} />
        <Button type="submit" variant="default">{t('list.searchAction')}</Button>
        <NativeSelect label={t('list.status')} data={statuses} value={state.filter('status')} onChange={(event) => state.set({ status: event.currentTarget.value })} />
        {state.anyFilter && <button type="button" className="sui-link-button" onClick={() => { setTyped({ from: '', text: '' }); state.clear(); }}>{t('list.clear')}</button>}
      </form>
    </search>
  );
}
