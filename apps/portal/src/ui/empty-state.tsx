import type { JSX, ReactNode } from 'react';
import classes from './empty-state.module.css';

/** Nothing is here: says why, and what to do next. */
export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }): JSX.Element => (
  <div className={classes.empty}><p className={classes.title}>{title}</p>{children}</div>
);
