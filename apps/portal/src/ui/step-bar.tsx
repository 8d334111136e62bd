import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './step-bar.module.css';

export interface Step { readonly id: string; readonly label: string; readonly state: 'done' | 'now' | 'later' | 'failed'; /** E.g. a time or a reason. */ readonly note?: string }

/** The real steps of long work and a bar that counts them. Changes are read out politely. */
export function StepBar({ label, steps }: { label: string; steps: readonly Step[] }): JSX.Element {
  const { t } = useTranslation('ui');
  const done = steps.filter(({ state }) => state === 'done').length;
  const now = steps.find(({ state }) => state === 'now' || state === 'failed');
  return (
    <div className={classes.box}>
      <progress className={classes.bar} aria-label={label} max={steps.length} value={done}>{done}/{steps.length}</progress>
      <p role="status" className="sui-hidden">{now ? t('steps.at', { step: now.label, done, all: steps.length }) : t('steps.allDone')}</p>
      <ol className={classes.steps}>
        {steps.map(({ id, label: name, state, note }) => (
          <li key={id} className={classes.step} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
            <span className={classes.name}>{name}</span><span className="sui-quiet">{t(`steps.${state}`)}{note && ` · ${note}`}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
