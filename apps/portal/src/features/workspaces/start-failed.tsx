import type { WorkspaceView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { Notice } from '../../ui/notice.js';
import { failedStep, useFailureText } from './failure-text.js';

/** Why it did not start, at which step, and what to do. The form below starts it again. */
export function StartFailed({ workspace }: { workspace: WorkspaceView }): JSX.Element {
  const { t } = useTranslation('workspaces');
  const { dateTime } = useText();
  const { says, next } = useFailureText()(workspace.reason);
  const step = failedStep(workspace.reason);
  return (
    <Notice tone="blocked" title={says} live>
      <p>{next}</p>
      <p>{t('failed.safe')}</p>
      <p><a href="#start">{t('failed.toStart')}</a></p>
      <p className="sui-quiet">{step ? t('failed.atStep', { step: t(`step.${step}`), at: dateTime(workspace.updatedAt) }) : t('failed.at', { at: dateTime(workspace.updatedAt) })}{workspace.reason && <> · <code>{workspace.reason}</code></>}</p>
    </Notice>
  );
}
