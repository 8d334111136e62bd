import { endpoints } from '@suimon/contracts';
import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { CommandButton } from '../../ui/command-button.js';

/** Acts on the whole request besides reviewing it: withdraw, revoke a release, destroy what is quarantined. */
export function TransferActs({ transfer, mine }: { transfer: TransferView; mine: boolean }): JSX.Element | null {
  const { t } = useTranslation('airlock');
  const withdraw = useCommand(endpoints.airlock.withdraw);
  const revoke = useCommand(endpoints.airlock.revoke);
  const purge = useCommand(endpoints.airlock.purge);
  const { id, version, commands } = transfer;
  if (commands.withdraw !== null && commands.revoke !== null && commands.purge !== null) return null;
  const reason = { label: t('acts.reason'), help: t('acts.reasonHelp'), minLength: 10 };
  const args = { params: { id }, ifMatch: version };
  return (
    <div className="sui-row" style={{ '--gap': '0.75rem' }}>
      {commands.withdraw === null && <CommandButton commands={commands} name="withdraw" variant="default" confirm={{ title: t('acts.withdraw.title'), body: t(mine ? 'acts.withdraw.body' : 'acts.withdraw.bodyOther'), action: t('acts.withdraw.action') }} onRun={() => withdraw.mutateAsync({ params: { id }, body: {} })}>{t('acts.withdraw.action')}</CommandButton>}
      {commands.revoke === null && <CommandButton commands={commands} name="revoke" danger confirm={{ title: t('acts.revoke.title'), body: t('acts.revoke.body'), action: t('acts.revoke.action'), reason }} onRun={(text) => revoke.mutateAsync({ ...args, body: { reason: text } })}>{t('acts.revoke.action')}</CommandButton>}
      {commands.purge === null && <CommandButton commands={commands} name="purge" danger confirm={{ title: t('acts.purge.title'), body: t('acts.purge.body'), action: t('acts.purge.action'), reason }} onRun={(text) => purge.mutateAsync({ ...args, body: { reason: text } })}>{t('acts.purge.action')}</CommandButton>}
    </div>
  );
}
