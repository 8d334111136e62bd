import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { CommandButton } from '../../ui/command-button.js';
import type { Account } from './account-list.js';

const ACTS = ['suspend', 'reinstate'] as const;

/** Suspends a person or lifts the suspension. What follows from it is said before, and a reason is kept. Nothing where neither is one's to do. */
export function AccountActs({ account }: { account: Account }): JSX.Element | null {
  const { t } = useTranslation('assurance');
  const { local } = useText();
  const commands = { suspend: useCommand(endpoints.people.suspend), reinstate: useCommand(endpoints.people.reinstate) };
  const open = ACTS.filter((act) => account.commands[act] === null);
  if (open.length === 0) return null;
  const who = { person: local(account.displayName), organisation: local(account.organisation) };
  return (
    <>
      {open.map((act) => (
        <CommandButton key={act} commands={account.commands} name={act} variant={act === 'suspend' ? 'filled' : 'default'} danger={act === 'suspend'} pending={commands[act].isPending}
          onRun={(reason) => commands[act].mutateAsync({ params: { id: account.id }, body: { reason } })}
          confirm={{ title: t(`accounts.${act}.title`, who), body: t(`accounts.${act}.body`, who), action: t(`accounts.${act}.action`), reason: { label: t('accounts.reason'), help: t('accounts.reasonHelp'), minLength: 10 } }}>
          {t(`accounts.${act}.button`)}<span className="sui-hidden">{t('accounts.actOf', who)}</span>
        </CommandButton>
      ))}
    </>
  );
}
