import type { JSX, ReactNode } from 'react';
import classes from './key-value.module.css';

export interface Pair { readonly label: string; /** A pair without a value is left out. */ readonly value: ReactNode }

/** Names and values. Empty ones are not shown: no row of dashes. */
export const KeyValue = ({ pairs }: { pairs: readonly Pair[] }): JSX.Element => (
  <dl className={classes.list}>
    {pairs.filter(({ value }) => value !== null && value !== undefined && value !== '').map(({ label, value }) => (
      <div key={label} className={classes.pair}><dt>{label}</dt><dd>{value}</dd></div>
    ))}
  </dl>
);
