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
import { useKept } from '../use-kept.js';
import type { Review } from './review-sheet.js';
import { Tally, countedVotes } from './tally.js';
import classes from './review.module.css';

const SHORTEST = 10;
const today = (): string => new Date().toISOString().slice(0, 10);

/** The chair records the decision. The votes say which; the chair says why, under which conditions and for how long. */
export function DecisionForm({ view, review }: { view: ApplicationView; review: Review }): JSX.Element {
  const { t } = useTranslation('applications');
  const { denial } = useText();
  const decide = useCommand(endpoints.applications.decide);
  const key = `${view.id}.${view.round}.decision`;
  const { period } = view.proposal;
  const [reason, setReason, forgetReason] = useKept(`${key}-reason`);
  const [conditions, setConditions, forgetConditions] = useKept(`${key}-conditions`);
  const [startsOn, setStartsOn, forgetStart] = useKept(`${key}-start`, period?.from);
  const [endsOn, setEndsOn, forgetEnd] = useKept(`${key}-end`, period?.to);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const outcome = review.carried ? 'approved' : 'rejected';
  const approves = outcome === 'approved';
  const wrong = {
    reason: reason.trim().length < SHORTEST ? t('decide.reasonShort', { min: SHORTEST }) : undefined,
    start: approves && startsOn === '' ? t('decide.startMissing') : undefined,
    end: approves && (endsOn === '' || endsOn <= startsOn || endsOn <= today()) ? t('decide.endWrong') : undefined,
  };
  const errors = [['decision-reason', wrong.reason] as const, ['decision-start', wrong.start] as const, ['decision-end', wrong.end] as const].flatMap(([fieldId, message]) => (message ? [{ fieldId, message }] : []));
  const refusal = view.commands.decide;
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (errors.length === 0) setAsking(true);
  };
  const run = async (): Promise<void> => {
    // A rejection has no period, but the record holds two days: those that were asked for.
    const days = approves ? { startsOn, endsOn } : { startsOn: period?.from ?? today(), endsOn: period?.to ?? today() };
    await decide.mutateAsync({ params: { id: view.id }, body: { outcome, reason: reason.trim(), conditions: approves ? conditions.trim() : '', ...days }, ifMatch: view.version });
    for (const forget of [forgetReason, forgetConditions, forgetStart, forgetEnd]) forget();
  };
  const shown = <Key extends keyof typeof wrong>(name: Key): string | undefined => (attempt > 0 ? wrong[name] : undefined);
  return (
    <section className={`sui-stack ${classes.decision}`} style={{ '--gap': '0.75rem' }} aria-labelledby="decide-title">
      <h3 id="decide-title">{t('review.step.decision')}</h3>
      <Tally review={review} />
      {refusal !== null ? <p>{denial(refusal ?? 'not-permitted', { votes: countedVotes(review).length, quorum: review.policy.quorum }).says} {denial(refusal ?? 'not-permitted').next}</p> : (
        <form className="sui-stack" style={{ '--gap': '1rem' }} onSubmit={ask} noValidate>
          <p><strong>{t(`decide.follows.${outcome}`)}</strong></p>
          <ErrorSummary attempt={attempt} errors={attempt > 0 ? errors : []} />
          <Textarea id="decision-reason" label={t('decide.reason')} description={t('decide.reasonHelp')} value={reason} maxLength={10_000} autosize minRows={3} maxRows={16} required withAsterisk={false} error={shown('reason')} onChange={(event) => setReason(event.currentTarget.value)} />
          {approves && (
            <>
              <Textarea id="decision-conditions" label={t('decide.conditions')} description={t('decide.conditionsHelp')} value={conditions} maxLength={10_000} autosize minRows={2} maxRows={16} onChange={(event) => setConditions(event.currentTarget.value)} />
              <TextInput id="decision-start" type="date" label={t('decide.start')} description={t('decide.datesHelp')} value={startsOn} required withAsterisk={false} error={shown('start')} onChange={(event) => setStartsOn(event.currentTarget.value)} />
              <TextInput id="decision-end" type="date" label={t('decide.end')} value={endsOn} required withAsterisk={false} error={shown('end')} onChange={(event) => setEndsOn(event.currentTarget.value)} />
            </>
          )}
          <div><Button type="submit" loading={decide.isPending}>{t(`decide.action.${outcome}`)}</Button></div>
          <ConfirmDialog opened={asking} onClose={() => setAsking(false)} onConfirm={run} danger={!approves} text={{ title: t(`decide.confirm.${outcome}`), body: t('decide.confirmBody'), action: t(`decide.action.${outcome}`) }} />
        </form>
      )}
    </section>
  );
}
