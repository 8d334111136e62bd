import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.js';
import classes from './catalogue.module.css';

/** Searches when asked to, so results do not move under the reader's hands. */
export function CatalogueSearch({ state }: { state: ListState }): JSX.Element {
  const { t } = useTranslation('catalogue');
  // The words typed belong to the search they started from: going back in history brings the earlier words back.
  const [typed, setTyped] = useState({ from: state.q, text: state.q });
  const text = typed.from === state.q ? typed.text : state.q;
  return (
    <search>
      <form className={classes.search} onSubmit={(event) => { event.preventDefault(); state.set({ q: text.trim() }); }}>
        <div className={classes.searchText}>
          <label htmlFor="catalogue-q">{t('search.label')}</label>
          <p id="catalogue-q-help" className="sui-quiet">{t('search.help')}</p>
          <input id="catalogue-q" type="search" maxLength={200} aria-describedby="catalogue-q-help" value={text} onChange={(event) => setTyped({ from: state.q, text: event.currentTarget.value })} />
        </div>
        <Button type="submit">{t('search.action')}</Button>
      </form>
    </search>
  );
}
