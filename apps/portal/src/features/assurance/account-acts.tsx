import { Button } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import type { Account } from './account-list.js';

/** Suspends a person or lifts the suspension, whichever the API allows. The way in is quiet; what follows is said, and red, in the dialog. */
export function AccountActs({ account }: { account: Account }): JSX.Element | null {
  const { t } = useTranslation('assurance');
  const { local } = useText();
  const [asking, setAsking] = useState(false);
  const commands = { suspend: useCommand(endpoints.people.suspend), reinstate: useCommand(endpoints.people.reinstate) };
  const act = account.commands.suspend === null ? 'suspend' : account.commands.reinstate === null ? 'reinstate' : null;
  if (act === null) return null;
  const who = { person: local(account.displayName), organisation: local(account.organisation) };
  const text = { title: t(`accounts.${act}.title`, who), body: t(`accounts.${act}.body`, who), action: t(`accounts.${act}.action`), reason: { label: t('accounts.reason'), help: t('accounts.reasonHelp'), minLength: 10 } };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>{t(`accounts.${act}.button`)}<span className="sui-hidden">{t('accounts.actOf', who)}</span></Button>
      <ConfirmDialog opened={asking} text={text} danger={act === 'suspend'} onClose={() => setAsking(false)} onConfirm={(reason) => commands[act].mutateAsync({ params: { id: account.id }, body: { reason } })} />
    </>
  );
}
