import { endpoints } from '@suimon/contracts';
import type { WorkspaceView } from '@suimon/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX, RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readKey, useCommand } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { CommandButton } from '../../ui/command-button.js';

const goOn = (stopped: RefObject<boolean>): void => {
  if (!stopped.current) return;
  stopped.current = false;
  document.getElementById('fleet')?.focus();
};

/** Ends a workspace from outside, with a reason that its owner and the audit log keep. */
export function StopWorkspace({ workspace }: { workspace: WorkspaceView }): JSX.Element {
  const { t } = useTranslation('assurance');
  const { local } = useText();
  const client = useQueryClient();
  const stop = useCommand(endpoints.workspaces.stop);
  const stopped = useRef(false);
  const stoppable = workspace.commands.stop === null;
  // The button goes away with the state of its row, or the row with it: the reader goes on from the top of the list.
  useEffect(() => { if (!stoppable) goOn(stopped); }, [stoppable]);
  useEffect(() => () => goOn(stopped), []);
  const who = { person: local(workspace.person.displayName), project: workspace.projectNumber };
  const run = async (reason: string): Promise<void> => {
    await stop.mutateAsync({ params: { id: workspace.id }, body: { reason }, ifMatch: workspace.version });
    stopped.current = true;
    // The counts of the same page are of another area and would stay behind.
    void client.invalidateQueries({ queryKey: readKey(endpoints.audit.overview, {}) });
  };
  return (
    <CommandButton commands={workspace.commands} name="stop" variant="default" onRun={run}
      confirm={{ title: t('stop.title', who), body: t('stop.body'), action: t('stop.action'), reason: { label: t('stop.reason'), help: t('stop.reasonHelp'), minLength: 10 } }}>
      {t('stop.button')}<span className="sui-hidden">{t('stop.of', who)}</span>
    </CommandButton>
  );
}
