import type { DatasetView } from '@suimon/contracts';
import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { urlOf } from '../../lib/endpoint-url.js';
import { useListState } from '../../lib/list-state.js';
import { useText } from '../../lib/text.js';
import { DataList } from '../../ui/data-list.js';
import { PlainSelect } from '../../ui/plain-field.js';
import { SearchField } from '../../ui/search-field.js';
import { CodeList } from './code-list.js';
import classes from './dataset.module.css';

type Item = DatasetView['items'][number];
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
/** Everything of a column that a word may meet: names, labels in both languages, unit, codes. */
const wordsOf = (item: Item): string => folded([item.table, item.name, item.label.ja, item.label.en, item.unit, item.codeSystem, item.notes?.ja, item.notes?.en, ...(item.codes ?? []).flatMap((code) => [code.value, code.label.ja, code.label.en])].join(' '));

/** The data dictionary: search within columns, by table, with code lists and a CSV. */
export function DataDictionary({ dataset }: { dataset: DatasetView }): JSX.Element {
  const { t } = useTranslation('catalogue');
  const { local } = useText();
  const state = useListState('items');
  const table = state.filter('table');
  const words = folded(state.q).split(/\s+/).filter((word) => word !== '');
  const rows = dataset.items.filter((item) => (table === '' || item.table === table) && words.every((word) => wordsOf(item).includes(word)));
  return (
    <section id="items" aria-labelledby="items-title" className="sui-stack" style={{ '--gap': '1rem' }}>
      <h2 id="items-title">{t('sections.items')}</h2>
      <div className={classes.filters}>
        <SearchField state={state} label={t('dictionary.search')} className={classes.filterText} />
        {dataset.tables.length > 1 && <PlainSelect label={t('dictionary.table')} value={table} onChange={(event) => state.set({ table: event.currentTarget.value })}
          options={[{ value: '', label: t('dictionary.allTables') }, ...dataset.tables.map(({ name, label }) => ({ value: name, label: `${local(label)}${t('bracket', { text: name })}` }))]} />}
        <a className={classes.csv} href={urlOf(endpoints.catalogue.itemsCsv, { params: { slug: dataset.slug } })} download={`${dataset.slug}-items.csv`}>{t('dictionary.csv')}</a>
      </div>
      <DataList caption={t('sections.items')} rows={rows} state={state} rowKey={(item) => `${item.table}.${item.name}`} empty={t('dictionary.none')} pageSize={50} columns={[
        { id: 'name', header: t('dictionary.name'), sortBy: (item) => item.name, cell: (item) => <><code className={classes.code}>{item.table}.{item.name}</code></> },
        { id: 'label', header: t('dictionary.label'), sortBy: (item) => local(item.label), cell: (item) => <>{local(item.label)}{item.notes && <span className={`sui-quiet ${classes.note}`}>{local(item.notes)}</span>}</> },
        { id: 'type', header: t('dictionary.type'), sortBy: (item) => item.type, cell: (item) => t(`types.${item.type}`) },
        { id: 'unit', header: t('dictionary.unit'), cell: (item) => item.unit && <code className={classes.code}>{item.unit}</code> },
        { id: 'codes', header: t('dictionary.codes'), sortBy: (item) => item.codeSystem ?? '', cell: (item) => <CodeList item={item} /> },
      ]} />
    </section>
  );
}
