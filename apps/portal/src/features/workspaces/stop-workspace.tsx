import { endpoints } from '@suimon/contracts';
import type { WorkspaceView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { CommandButton } from '../../ui/command-button.js';

/** Ends the workspace after asking once. */
export function StopWorkspace({ workspace }: { workspace: WorkspaceView }): JSX.Element | null {
  const { t } = useTranslation('workspaces');
  const stop = useCommand(endpoints.workspaces.stop);
  return (
    <CommandButton commands={workspace.commands} name="stop" variant="default" pending={stop.isPending} confirm={{ title: t('stop.title'), body: t('stop.body'), action: t('stop.action') }}
      onRun={() => stop.mutateAsync({ params: { id: workspace.id }, body: { reason: '' } })}>{t('stop.action')}</CommandButton>
  );
}
