import { endpoints } from '@suimon/contracts';
import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { CommandButton } from '../../../ui/command-button.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { useNow } from '../../workspaces/use-now.js';
import classes from './review.module.css';

/** The time in which an approval can still be undone, counted down. */
export function CoolingOff({ transfer }: { transfer: TransferView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { dateTime } = useText();
  const undo = useCommand(endpoints.airlock.undo);
  const now = useNow(1000);
  const { id, commands, coolingOffUntil } = transfer;
  const seconds = coolingOffUntil ? Math.max(0, Math.ceil((new Date(coolingOffUntil).getTime() - now) / 1000)) : 0;
  const minutes = Math.floor(seconds / 60);
  return (
    <section className={classes.decision} aria-labelledby="cooling-title">
      <h2 id="cooling-title">{t('cooling.title')}</h2>
      {coolingOffUntil && <p>{t('cooling.text', { at: dateTime(coolingOffUntil) })}</p>}
      <p role="timer" className={classes.timer}>{seconds === 0 ? t('cooling.over') : minutes > 0 ? t('cooling.minutes', { minutes, seconds: seconds % 60 }) : t('cooling.seconds', { count: seconds })}</p>
      {undo.error && <ProblemNotice error={undo.error} />}
      {seconds > 0 && <CommandButton commands={commands} name="undo" variant="default" pending={undo.isPending} onRun={() => undo.mutateAsync({ params: { id }, body: {} }).catch(() => undefined)}>{t('cooling.undo')}</CommandButton>}
    </section>
  );
}
