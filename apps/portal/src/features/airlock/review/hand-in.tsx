import { endpoints } from '@suimon/contracts';
import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { CommandButton } from '../../../ui/command-button.js';
import { outputsOf, stateOf } from './votes.js';
import classes from './review.module.css';

/** Handing in one's review, or sending the request back before that. */
export function HandIn({ transfer }: { transfer: TransferView }): JSX.Element | null {
  const { t } = useTranslation('airlock');
  const { number } = useText();
  const submitReview = useCommand(endpoints.airlock.submitReview);
  const sendBack = useCommand(endpoints.airlock.sendBack);
  const { id, commands, reviewersNeeded, myReviewIn } = transfer;
  const outputs = outputsOf(transfer);
  const count = (state: string): string => number(outputs.filter((file) => stateOf(file) === state).length);
  return (
    <section id="hand-in" className={classes.decision} aria-labelledby="hand-in-title">
      <h2 id="hand-in-title">{t('handIn.title')}</h2>
      {!myReviewIn && <p>{t('handIn.so', { approve: count('approve'), changes: count('changes'), open: count('open') })}</p>}
      <div className={classes.acts}>
        {!myReviewIn && (
          <CommandButton commands={commands} name="submitReview" pending={submitReview.isPending} onRun={() => submitReview.mutateAsync({ params: { id }, body: {} })}
            confirm={{ title: t('handIn.confirm'), body: <><p>{t('handIn.so', { approve: count('approve'), changes: count('changes'), open: count('open') })}</p><p>{reviewersNeeded > 1 ? t('handIn.final', { count: reviewersNeeded }) : t('handIn.finalAlone')}</p></>, action: t('handIn.action') }}>{t('handIn.action')}</CommandButton>
        )}
        <CommandButton commands={commands} name="sendBack" variant="default" onRun={(reason) => sendBack.mutateAsync({ params: { id }, body: { reason } })}
          confirm={{ title: t('decide.sendBack.title'), body: t('handIn.sendBackEarly'), action: t('decide.sendBack.action'), reason: { label: t('decide.reason'), help: t('decide.reasonHelp'), minLength: 10 } }}>{t('decide.sendBack.action')}</CommandButton>
      </div>
    </section>
  );
}
