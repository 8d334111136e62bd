import { Checkbox } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { Preparation } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signedIn, useMe } from '../../lib/session.js';
import { useCommand } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { CommandButton } from '../../ui/command-button.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import classes from './people.module.css';

interface Props { readonly agreement: 'pledge' | 'rules-of-use'; readonly version: string; readonly commands: Preparation['commands'] }

/** The signature: says under which name, when and how strongly it will stand. */
export function SignForm({ agreement, version, commands }: Props): JSX.Element {
  const { t } = useTranslation('people');
  const { local } = useText();
  const { data: me } = useMe();
  const [read, setRead] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const sign = useCommand(endpoints.people.sign);
  const person = signedIn(me);
  const missing = attempt > 0 && !read;
  const run = (): void => {
    setAttempt(attempt + 1);
    if (read) sign.mutate({ params: { agreement }, body: { version } });
  };
  return (
    <form className={`sui-stack ${classes.sign}`} style={{ '--gap': '1rem' }} onSubmit={(event) => { event.preventDefault(); run(); }} noValidate>
      <h2>{t('agreement.signTitle')}</h2>
      <ErrorSummary errors={missing ? [{ fieldId: 'have-read', message: t('agreement.readMissing') }] : []} attempt={attempt} />
      {sign.error && <ProblemNotice error={sign.error} workIsSafe={t('agreement.notSigned')} />}
      {person && <p>{t('agreement.statement', { name: local(person.displayName), organisation: local(person.organisation) })}</p>}
      <Checkbox id="have-read" label={t('agreement.haveRead')} checked={read} onChange={(event) => setRead(event.currentTarget.checked)} error={missing ? t('agreement.readMissing') : undefined} />
      <CommandButton commands={commands} name="sign" onRun={run} pending={sign.isPending}>{t(`agreement.sign.${agreement}`)}</CommandButton>
    </form>
  );
}
