import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/status-badge.js';
import type { Tone } from '../../ui/status-badge.js';
import classes from './assurance.module.css';

export type BlockId = 'logs' | 'measures' | 'emergency' | 'signIn' | 'communication';
interface Props {
  readonly id: BlockId;
  readonly state: { readonly tone: Tone; readonly says: string };
  /** Live facts, each a sentence. */
  readonly facts: readonly string[];
  /** What is open and where it is dealt with. */
  readonly open?: readonly { readonly to: string; readonly text: string }[];
  readonly links: readonly { readonly to: string; readonly text: string }[];
  readonly children?: ReactNode;
}
const isHere = (to: string): boolean => to.startsWith('#');
const Way = ({ to, children }: { to: string; children: ReactNode }): JSX.Element => (isHere(to) ? <a href={to}>{children}</a> : <Link to={to}>{children}</Link>);

/** One block: its state, what holds now, what is open, what this page does not show, and the way to the detail. */
export function Block({ id, state, facts, open = [], links, children }: Props): JSX.Element {
  const { t } = useTranslation('assurance');
  return (
    <section className={classes.block} aria-labelledby={`block-${id}`}>
      <div className={classes.rowHead}><h3 id={`block-${id}`}>{t(`block.${id}.title`)}</h3><Badge tone={state.tone}>{state.says}</Badge></div>
      <div className={classes.blockBody}>
        <ul className={classes.facts}>{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>
        {open.length > 0 && <div><h4>{t('block.open')}</h4><ul className={classes.ways}>{open.map(({ to, text }) => <li key={text}><Way to={to}>{text}</Way></li>)}</ul></div>}
        {children}
        <p className="sui-quiet">{t(`block.${id}.notShown`)}</p>
        <ul className={classes.ways} aria-label={t('block.detail')}>{links.map(({ to, text }) => <li key={text}><Way to={to}>{text}</Way></li>)}</ul>
      </div>
    </section>
  );
}
