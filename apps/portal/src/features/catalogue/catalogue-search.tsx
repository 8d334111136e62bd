import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.js';
import { PlainButton } from '../../ui/plain-button.js';
import { PlainField } from '../../ui/plain-field.js';
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
        <PlainField id="catalogue-q" className={classes.searchText} type="search" maxLength={200} label={t('search.label')} help={t('search.help')} value={text} onChange={(event) => setTyped({ from: state.q, text: event.currentTarget.value })} />
        <PlainButton type="submit">{t('search.action')}</PlainButton>
      </form>
    </search>
  );
}
