import { Button, Textarea } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
import type { FormEvent, JSX } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { CommandButton } from '../../ui/command-button.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useKept } from './use-kept.js';
import classes from './applications.module.css';

const SHORTEST = 10;

/** The secretary's part: take it up, check that it is complete, then open it to the committee or send it back. */
export function ScreeningWork({ view, secondary }: { view: ApplicationView; secondary: boolean }): JSX.Element {
  const { t } = useTranslation('applications');
  const start = useCommand(endpoints.applications.startScreening);
  const open = useCommand(endpoints.applications.openToCommittee);
  const [failure, setFailure] = useState<unknown>(null);
  const args = { params: { id: view.id }, body: {}, ifMatch: view.version };
  const take = async (): Promise<void> => {
    setFailure(null);
    try { await start.mutateAsync(args); } catch (error) { setFailure(error); }
  };
  return (
    <div className="sui-stack">
      {view.commands.startScreening === null && <p>{t('screening.startText')}</p>}
      <CommandButton commands={view.commands} name="startScreening" pending={start.isPending} onRun={take}>{t('screening.start')}</CommandButton>
      {failure !== null && <ProblemNotice error={failure} />}
      {view.status === 'screening' && !secondary && <div className="sui-stack" style={{ '--gap': '0.5rem' }}><p>{t('screening.checks')}</p><ul className={classes.checks}>{(['answers', 'columns', 'people', 'ethics'] as const).map((name) => <li key={name}>{t(`screening.check.${name}`)}</li>)}</ul></div>}
      <CommandButton commands={view.commands} name="openToCommittee" pending={open.isPending} onRun={() => open.mutateAsync(args)} confirm={{ title: t('screening.openTitle'), body: t('screening.openBody'), action: t('screening.open') }}>{t('screening.open')}</CommandButton>
      {view.commands.sendBack === null && <SendBack view={view} />}
    </div>
  );
}

function SendBack({ view }: { view: ApplicationView }): JSX.Element {
  const { t } = useTranslation(['applications', 'ui']);
  const sendBack = useCommand(endpoints.applications.sendBack);
  const [comment, setComment, forget] = useKept(`${view.id}.${view.round}.send-back`);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const tooShort = comment.trim().length < SHORTEST;
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (tooShort) { field.current?.focus(); return; }
    try {
      await sendBack.mutateAsync({ params: { id: view.id }, body: { comment: comment.trim() }, ifMatch: view.version });
      forget();
    } catch { /* shown below, and the comment is kept */ }
  };
  return (
    <details className={classes.details}>
      <summary>{t('sendBack.title')}</summary>
      <form className="sui-stack" style={{ '--gap': '1rem' }} onSubmit={(event) => void run(event)} noValidate>
        <Textarea ref={field} id="send-back-comment" label={t('sendBack.comment')} description={t('sendBack.help')} value={comment} onChange={(event) => setComment(event.currentTarget.value)} autosize minRows={4} maxRows={16} maxLength={10_000} required withAsterisk={false}
          error={tried && tooShort ? t('ui:confirm.tooShort', { count: SHORTEST }) : undefined} />
        {sendBack.error && <ProblemNotice error={sendBack.error} workIsSafe={t('kept')} />}
        <div><Button type="submit" variant="default" loading={sendBack.isPending}>{t('sendBack.action')}</Button></div>
      </form>
    </details>
  );
}
