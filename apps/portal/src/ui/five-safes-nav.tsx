import { FIVE_SAFES } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import classes from './five-safes-nav.module.css';

export type Safe = (typeof FIVE_SAFES)[number];
interface Props { /** Address of a section. */ readonly hrefOf: (safe: Safe) => string; /** Whether it is complete; null where that has no meaning. */ readonly stateOf: (safe: Safe) => 'done' | 'open' | null; readonly labelOf?: (safe: Safe) => string }

/** The Five Safes as a task list: each section with its state, in the framework's order. */
export function FiveSafesNav({ hrefOf, stateOf, labelOf }: Props): JSX.Element {
  const { t } = useTranslation('ui');
  return (
    <nav aria-label={t('safes.title')}>
      <ol className={classes.list}>
        {FIVE_SAFES.map((safe) => {
          const state = stateOf(safe);
          return <li key={safe}><NavLink to={hrefOf(safe)} className={classes.link}><span>{labelOf?.(safe) ?? t(`safes.${safe}`)}</span>{state && <span className={classes.state} data-state={state}>{t(`safes.${state}`)}</span>}</NavLink></li>;
        })}
      </ol>
    </nav>
  );
}
