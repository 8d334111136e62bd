import { endpoints } from '@suimon/contracts';
import type { WorkspaceView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { CommandButton } from '../../ui/command-button.js';
import { Notice } from '../../ui/notice.js';
import type { Step } from '../../ui/step-bar.js';
import { StepBar } from '../../ui/step-bar.js';
import { PageSection } from '../projects/page-section.js';

const ACCEPTED = 'accepted';

/** The steps as the controller reports them; the request itself is the first. */
function useSteps({ steps, step }: WorkspaceView): Step[] {
  const { t, i18n } = useTranslation('workspaces');
  const all = [ACCEPTED, ...steps];
  const at = all.indexOf(step ?? ACCEPTED);
  return all.map((id, index) => ({ id, label: i18n.exists(`workspaces:step.${id}`) ? t(`step.${id}`) : id, state: index < at ? 'done' : index === at ? 'now' : 'later' }));
}

/** A start under way, with its deadline and a way out; or the end of one. */
export function StartProgress({ workspace }: { workspace: WorkspaceView }): JSX.Element {
  const { t } = useTranslation('workspaces');
  const { dateTime } = useText();
  const stop = useCommand(endpoints.workspaces.stop);
  const steps = useSteps(workspace);
  if (workspace.status === 'stopping') return <Notice tone="moving" title={t('stopping.title')} live><p>{t('stopping.text')}</p></Notice>;
  return (
    <PageSection id="starting" title={t('starting.title')}>
      <StepBar label={t('starting.bar')} steps={steps} />
      <p>{t('starting.text')}</p>
      {workspace.deadlineAt && <p className="sui-quiet">{t('starting.deadline', { at: dateTime(workspace.deadlineAt) })}</p>}
      <CommandButton commands={workspace.commands} name="stop" variant="default" pending={stop.isPending} onRun={() => stop.mutateAsync({ params: { id: workspace.id }, body: { reason: '' } }).catch(() => undefined)}>{t('starting.cancel')}</CommandButton>
    </PageSection>
  );
}
