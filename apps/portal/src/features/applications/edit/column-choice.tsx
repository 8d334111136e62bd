import { Checkbox } from '@mantine/core';
import type { DatasetView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../lib/text.js';
import classes from './edit.module.css';

interface Props {
  readonly table: DatasetView['tables'][number];
  /** The columns of the table that the search words met. */
  readonly items: readonly DatasetView['items'][number][];
  readonly filtered: boolean;
  readonly chosen: readonly string[];
  readonly onChoose: (items: readonly string[]) => void;
}

/** The columns of one table, to choose one by one or all at once. */
export function ColumnChoice({ table, items, filtered, chosen, onChoose }: Props): JSX.Element | null {
  const { t } = useTranslation('applications');
  const { local, number } = useText();
  if (items.length === 0) return null;
  const names = items.map((item) => `${item.table}.${item.name}`);
  const count = { count: names.length, number: number(names.length), table: local(table.label) };
  const toggle = (name: string): void => onChoose(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  return (
    <fieldset className={classes.group}>
      <legend>{t('datasets.table', { label: local(table.label), name: table.name })}</legend>
      <div className="sui-row" style={{ '--gap': '0 1.5rem' }}>
        <button type="button" className="sui-link-button" aria-label={t(filtered ? 'datasets.allShownOf' : 'datasets.allOf', count)} onClick={() => onChoose([...chosen, ...names])}>{t(filtered ? 'datasets.allShown' : 'datasets.all', count)}</button>
        <button type="button" className="sui-link-button" aria-label={t(filtered ? 'datasets.noneShownOf' : 'datasets.noneOf', count)} onClick={() => onChoose(chosen.filter((name) => !names.includes(name)))}>{t(filtered ? 'datasets.noneShown' : 'datasets.none', count)}</button>
      </div>
      <ul className={classes.columnList}>
        {items.map((item) => {
          const name = `${item.table}.${item.name}`;
          return <li key={name}><Checkbox checked={chosen.includes(name)} onChange={() => toggle(name)} label={<>{local(item.label)} <code className={classes.code}>{item.name}</code>{item.notes && <span className={`sui-quiet ${classes.note}`}>{local(item.notes)}</span>}</>} /></li>;
        })}
      </ul>
    </fieldset>
  );
}
