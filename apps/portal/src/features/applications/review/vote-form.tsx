import { Button, Radio, Textarea } from '@mantine/core';
import { VOTES, endpoints } from '@suimon/contracts';
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
import classes from './review.module.css';

/** The vote and the rule it follows. Until every item is judged it says which are left. */
export function VoteForm({ view, review, left }: { view: ApplicationView; review: Review; left: Review['policy']['items'] }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, denial } = useText();
  const refusal = view.commands.vote ?? null;
  const said = refusal && denial(refusal);
  return (
    <section className="sui-stack" style={{ '--gap': '0.75rem' }} aria-labelledby="vote-title">
      <h3 id="vote-title">{t('review.step.vote')}</h3>
      <p>{t(`rule.${review.policy.rule}`, { quorum: review.policy.quorum })}</p>
      {said ? <p>{said.says} {said.next}</p> : <Ballot view={view} />}
      {said && left.length > 0 && <ul className={classes.left}>{left.map((item) => <li key={item.id}><a href={`#item-${item.id}`}>{local(item.label)}</a></li>)}</ul>}
    </section>
  );
}

/** The vote with its rationale: once a round, so it asks before it counts. */
function Ballot({ view }: { view: ApplicationView }): JSX.Element {
  const { t } = useTranslation('applications');
  const cast = useCommand(endpoints.applications.vote);
  const key = `${view.id}.${view.round}.vote`;
  const [choice, setChoice, forgetChoice] = useKept(key);
  const [rationale, setRationale, forgetRationale] = useKept(`${key}-rationale`);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const vote = VOTES.find((name) => name === choice);
  const noVote = vote ? undefined : t('vote.missing');
  const noRationale = rationale.trim() === '' ? t('vote.rationaleMissing') : undefined;
  const errors = [...(noVote ? [{ fieldId: 'vote', message: noVote }] : []), ...(noRationale ? [{ fieldId: 'vote-rationale', message: noRationale }] : [])];
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (errors.length === 0) setAsking(true);
  };
  const run = async (): Promise<void> => {
    if (!vote) return;
    await cast.mutateAsync({ params: { id: view.id }, body: { vote, rationale: rationale.trim() } });
    forgetChoice();
    forgetRationale();
  };
  return (
    <form className="sui-stack" style={{ '--gap': '1rem' }} onSubmit={ask} noValidate>
      <ErrorSummary attempt={attempt} errors={attempt > 0 ? errors : []} />
      <div id="vote"><Radio.Group label={t('vote.label')} value={choice} onChange={setChoice} required withAsterisk={false} error={attempt > 0 ? noVote : undefined}><div className={classes.results}>{VOTES.map((name) => <Radio key={name} value={name} label={t(`vote.${name}`)} />)}</div></Radio.Group></div>
      <Textarea id="vote-rationale" label={t('vote.rationale')} description={t('vote.rationaleHelp')} value={rationale} maxLength={4000} autosize minRows={3} maxRows={16} required withAsterisk={false} error={attempt > 0 ? noRationale : undefined} onChange={(event) => setRationale(event.currentTarget.value)} />
      <div><Button type="submit" loading={cast.isPending}>{t('vote.action')}</Button></div>
      {vote && <ConfirmDialog opened={asking} onClose={() => setAsking(false)} onConfirm={run} text={{ title: t('vote.confirmTitle', { vote: t(`vote.${vote}`) }), body: t('vote.confirmBody'), action: t('vote.confirmAction', { vote: t(`vote.${vote}`) }) }} />}
    </form>
  );
}
