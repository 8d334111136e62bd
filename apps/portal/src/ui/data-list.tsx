import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../lib/list-state.js';
import { useText } from '../lib/text.js';
import { EmptyState } from './empty-state.js';
import { Pager } from './pager.js';
import classes from './data-list.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. In a list paged by the server any value will do: the server sorts. */
  readonly sortBy?: (row: Row) => string | number;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
}
interface Props<Row> {
  /** What the table lists; read by screen readers, hidden from sight when the page already says it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly state: ListState;
  /** Given when the server pages and sorts: rows are then one page of this many. */
  readonly server?: { readonly total: number; readonly pageSize: number };
  readonly empty: ReactNode;
  readonly pageSize?: number;
}

/** A table whose sorting and page stand in the address; on a phone each row becomes a card. The first column names the row. */
export function DataList<Row>({ caption, columns, rows, rowKey, state, server, empty, pageSize = 25 }: Props<Row>): JSX.Element {
  const { t } = useTranslation('ui');
  const { number, language } = useText();
  const total = server?.total ?? rows.length;
  if (total === 0) return <>{typeof empty === 'string' ? <EmptyState title={empty} /> : empty}</>;
  const sortId = state.sort.replace(/^-/, '');
  const descending = state.sort.startsWith('-');
  const sortBy = columns.find((column) => column.id === sortId)?.sortBy;
  const compare = (a: string | number, b: string | number): number => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), language));
  const sorted = server || !sortBy ? rows : [...rows].sort((a, b) => compare(sortBy(a), sortBy(b)) * (descending ? -1 : 1));
  const size = server?.pageSize ?? pageSize;
  const page = Math.min(state.page, Math.max(1, Math.ceil(total / size)));
  const shown = server ? sorted : sorted.slice((page - 1) * size, page * size);
  return (
    <div className={classes.box}>
      <p className="sui-quiet" role="status">{t('list.count', { count: total, number: number(total) })}</p>
      <table className={classes.table} role="table">
        <caption className="sui-hidden">{caption}</caption>
        <thead role="rowgroup"><tr role="row">{columns.map((column) => {
          const isSorted = sortId === column.id;
          return (
            <th key={column.id} scope="col" role="columnheader" data-numeric={column.numeric ?? false} {...(isSorted ? { 'aria-sort': descending ? 'descending' as const : 'ascending' as const } : {})}>
              {column.sortBy ? <button type="button" className={classes.sort} onClick={() => state.set({ sort: isSorted && !descending ? `-${column.id}` : column.id })}>{column.header}<span aria-hidden="true">{isSorted ? (descending ? ' ▼' : ' ▲') : ' ↕'}</span></button> : column.header}
            </th>
          );
        })}</tr></thead>
        <tbody role="rowgroup">{shown.map((row) => (
          <tr key={rowKey(row)} role="row">{columns.map((column, index) => (index === 0
            ? <th key={column.id} scope="row" role="rowheader">{column.cell(row)}</th>
            : <td key={column.id} role="cell" data-label={column.header} data-numeric={column.numeric ?? false}>{column.cell(row)}</td>))}</tr>
        ))}</tbody>
      </table>
      <Pager state={state} total={total} pageSize={size} />
    </div>
  );
}
