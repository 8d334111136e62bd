import { endpoints } from '@suimon/contracts';
import type { ApplicationView, ProposalShape } from '@suimon/contracts';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import classes from './applications.module.css';

interface Props { readonly view: ApplicationView; readonly dataset: ProposalShape['datasets'][number]; readonly paper: boolean; readonly lacking: ReactNode }
const FEW = 12;

/** A dataset of the application and the columns asked for, by table. Without the catalogue the bare names stand. */
export function DatasetColumns({ view, dataset, paper, lacking }: Props): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, number } = useText();
  const { data } = useRead(endpoints.catalogue.dataset, { params: { slug: dataset.slug } });
  const listed = view.datasets.find(({ slug }) => slug === dataset.slug);
  const title = data ? local(data.title) : listed ? local(listed.title) : dataset.slug;
  const tables = [...new Set(dataset.items.map((name) => name.split('.')[0] ?? ''))];
  const tableName = (name: string): string => { const table = data?.tables.find((entry) => entry.name === name); return table ? t('datasets.table', { label: local(table.label), name }) : name; };
  const labelOf = (name: string): string | null => { const item = data?.items.find((entry) => `${entry.table}.${entry.name}` === name); return item ? local(item.label) : null; };
  const count = data ? t('datasets.chosen', { chosen: number(dataset.items.length), all: number(data.items.length) }) : t('datasets.chosenOnly', { chosen: number(dataset.items.length) });
  const lists = tables.map((table) => (
    <div key={table}>
      <p className={classes.tableName}>{tableName(table)}</p>
      <ul className={classes.columnNames}>{dataset.items.filter((name) => name.startsWith(`${table}.`)).map((name) => { const label = labelOf(name); return <li key={name}>{label && <>{label} </>}<code>{name.slice(table.length + 1)}</code></li>; })}</ul>
    </div>
  ));
  return (
    <div className={classes.dataset}>
      <h4>{paper ? title : <Link to={`/datasets/${dataset.slug}`}>{title}</Link>}</h4>
      <p className="sui-quiet">{t('datasets.version', { version: dataset.version })}</p>
      {data?.status === 'withdrawn' && <p><strong>{t('datasets.withdrawn')}</strong></p>}
      {dataset.items.length === 0 ? <p>{count} {lacking}</p> : paper ? <><p>{count}</p>{lists}</> : <details className={classes.details} open={dataset.items.length <= FEW || undefined}><summary>{count}</summary>{lists}</details>}
    </div>
  );
}
