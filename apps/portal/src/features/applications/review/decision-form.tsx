import { Button, Textarea, TextInput } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
import type { FormEvent, JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { ErrorSummary } from '../../../ui/error-summary.js';
import type { Review } from './review-sheet.js';
import { Tally, countedVotes } from './tally.js';
import { useDecisionText } from './use-decision-text.js';
import classes from './review.module.css';

/** The chair records the decision. The votes say which; the chair says why, under which conditions and for how long. */
export function DecisionForm({ view, review }: { view: ApplicationView; review: Review }): JSX.Element {
  const { t } = useTranslation('applications');
  const { denial } = useText();
  const refusal = view.commands.decide ?? null;
  const said = refusal && denial(refusal, { votes: countedVotes(review).length, quorum: review.policy.quorum });
  return (
    <section className={`sui-stack ${classes.decision}`} style={{ '--gap': '0.75rem' }} aria-labelledby="decide-title">
      <h3 id="decide-title">{t('review.step.decision')}</h3>
      <Tally review={review} />
      {said ? <p>{said.says} {said.next}</p> : <Fields key={String(review.carried)} view={view} outcome={review.carried ? 'approved' : 'rejected'} />}
    </section>
  );
}

function Fields({ view, outcome }: { view: ApplicationView; outcome: 'approved' | 'rejected' }): JSX.Element {
  const { t } = useTranslation('applications');
  const decide = useCommand(endpoints.applications.decide);
  const text = useDecisionText(view, outcome);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const approves = outcome === 'approved';
  const errorOf = (fieldId: string): string | undefined => (attempt > 0 ? text.errors.find((error) => error.fieldId === fieldId)?.message : undefined);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (text.errors.length === 0) setAsking(true);
  };
  const run = async (): Promise<void> => {
    await decide.mutateAsync({ params: { id: view.id }, body: text.body, ifMatch: view.version });
    text.forget();
  };
  return (
    <form className="sui-stack" style={{ '--gap': '1rem' }} onSubmit={ask} noValidate>
      <p><strong>{t(`decide.follows.${outcome}`)}</strong></p>
      <ErrorSummary attempt={attempt} errors={attempt > 0 ? text.errors : []} />
      <Textarea id="decision-reason" label={t('decide.reason')} description={t('decide.reasonHelp')} value={text.reason} maxLength={10_000} autosize minRows={3} maxRows={16} required withAsterisk={false} error={errorOf('decision-reason')} onChange={(event) => text.setReason(event.currentTarget.value)} />
      {approves && (
        <>
          <Textarea id="decision-conditions" label={t('decide.conditions')} description={t('decide.conditionsHelp')} value={text.conditions} maxLength={10_000} autosize minRows={2} maxRows={16} onChange={(event) => text.setConditions(event.currentTarget.value)} />
          <TextInput id="decision-start" type="date" label={t('decide.start')} description={t('decide.datesHelp')} value={text.startsOn} required withAsterisk={false} error={errorOf('decision-start')} onChange={(event) => text.setStartsOn(event.currentTarget.value)} />
          <TextInput id="decision-end" type="date" label={t('decide.end')} value={text.endsOn} required withAsterisk={false} error={errorOf('decision-end')} onChange={(event) => text.setEndsOn(event.currentTarget.value)} />
        </>
      )}
      <div><Button type="submit" loading={decide.isPending}>{t(`decide.action.${outcome}`)}</Button></div>
      <ConfirmDialog opened={asking} onClose={() => setAsking(false)} onConfirm={run} danger={!approves} text={{ title: t(`decide.confirm.${outcome}`), body: t('decide.confirmBody'), action: t(`decide.action.${outcome}`) }} />
    </form>
  );
}
