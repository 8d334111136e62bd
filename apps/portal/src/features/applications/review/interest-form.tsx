import { Button, Radio, Textarea } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
import type { FormEvent, JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/queries.js';
import { ErrorSummary } from '../../../ui/error-summary.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { useKept } from '../use-kept.js';
import type { Review } from './review-sheet.js';
import classes from './review.module.css';

/** Whether a member has a conflict of interest: the first question, and until the vote one that may be answered anew. */
export function InterestForm({ view, interest }: { view: ApplicationView; interest: Review['interests'][number] | undefined }): JSX.Element | null {
  const { t } = useTranslation('applications');
  if (view.commands.declareInterest !== null) return null;
  if (!interest) return <section className="sui-stack" style={{ '--gap': '0.75rem' }} aria-labelledby="interest-title"><h3 id="interest-title">{t('review.step.interest')}</h3><Fields view={view} interest={undefined} /></section>;
  return <Declared key={`${interest.conflicted}${interest.note}`} view={view} interest={interest} />;
}

function Declared({ view, interest }: { view: ApplicationView; interest: Review['interests'][number] }): JSX.Element {
  const { t } = useTranslation('applications');
  return (
    <details className={classes.fold}>
      <summary>{t('interest.declared', { answer: t(interest.conflicted ? 'interest.yesShort' : 'interest.noShort') })} <span className={classes.foldAction}>{t('interest.change')}</span></summary>
      <Fields view={view} interest={interest} />
    </details>
  );
}

function Fields({ view, interest }: { view: ApplicationView; interest: Review['interests'][number] | undefined }): JSX.Element {
  const { t } = useTranslation('applications');
  const declare = useCommand(endpoints.applications.declareInterest);
  const [answer, setAnswer, forgetAnswer] = useKept(`${view.id}.${view.round}.interest`, interest ? String(interest.conflicted) : '');
  const [note, setNote, forgetNote] = useKept(`${view.id}.${view.round}.interest-note`, interest?.note);
  const [attempt, setAttempt] = useState(0);
  const error = answer === '' ? t('interest.missing') : undefined;
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (error) return;
    try {
      // Other members act at the same time, so no version is named: the rules alone decide.
      await declare.mutateAsync({ params: { id: view.id }, body: { conflicted: answer === 'true', note: note.trim() } });
      forgetAnswer();
      forgetNote();
    } catch { /* shown below, and what was typed is kept */ }
  };
  return (
    <form className="sui-stack" style={{ '--gap': '1rem' }} onSubmit={(event) => void run(event)} noValidate>
      <ErrorSummary attempt={attempt} errors={attempt > 0 && error ? [{ fieldId: 'interest', message: error }] : []} />
      <div id="interest"><Radio.Group label={t('interest.question')} description={t('interest.help')} value={answer} onChange={setAnswer} required withAsterisk={false} error={attempt > 0 ? error : undefined}>
        <div className={classes.answers}><Radio value="false" label={t('interest.no')} /><Radio value="true" label={t('interest.yes')} /></div>
      </Radio.Group></div>
      <Textarea id="interest-note" label={t('interest.note')} description={t('interest.noteHelp')} value={note} maxLength={2000} autosize minRows={2} maxRows={10} onChange={(event) => setNote(event.currentTarget.value)} />
      {declare.error && <ProblemNotice error={declare.error} workIsSafe={t('kept')} />}
      <div><Button type="submit" loading={declare.isPending}>{t('interest.action')}</Button></div>
    </form>
  );
}
