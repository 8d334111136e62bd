import type { JSX } from 'react';
import { useText } from '../../lib/text.js';
import { useNow } from './use-now.js';
import classes from './desktop.module.css';

const MARKS = 24;

/** Name, project and time over the whole picture, so that a photograph of the screen tells where it came from. Never in the way. */
export function Watermark({ name, number }: { name: string; number: string }): JSX.Element {
  const { dateTime } = useText();
  const now = useNow(60_000);
  const mark = `${name} · ${number} · ${dateTime(new Date(now).toISOString())}`;
  return <div className={classes.watermark} aria-hidden="true">{Array.from({ length: MARKS }, (_, index) => <span key={index} className={classes.mark} data-mark={mark} />)}</div>;
}
