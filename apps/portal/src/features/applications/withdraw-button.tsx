import { endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { CommandButton } from '../../ui/command-button.js';

/** Takes the application back for good, after asking. */
export function WithdrawButton({ view }: { view: ApplicationView }): JSX.Element {
  const { t } = useTranslation('applications');
  const withdraw = useCommand(endpoints.applications.withdraw);
  return (
    <CommandButton commands={view.commands} name="withdraw" variant="default" pending={withdraw.isPending} danger={false}
      onRun={() => withdraw.mutateAsync({ params: { id: view.id }, body: {}, ifMatch: view.version })}
      confirm={{ title: t('withdraw.title'), body: t('withdraw.body'), action: t('withdraw.action') }}>{t('withdraw.action')}</CommandButton>
  );
}
