import type { JSX, ReactNode } from 'react';
import type { Tone } from './status-badge.js';
import classes from './notice.module.css';

interface Props { readonly tone: Tone; readonly title: string; readonly children?: ReactNode; /** Read out when it appears. */ readonly live?: boolean }

/** A message in the flow of the page: a coloured edge, a bold sentence, details. */
export const Notice = ({ tone, title, children, live = false }: Props): JSX.Element => (
  <div className={classes.notice} data-tone={tone} role={live ? (tone === 'blocked' ? 'alert' : 'status') : undefined}>
    <p className={classes.title}>{title}</p>
    {children}
  </div>
);
