import type { WorkspaceView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { StatusBadge } from '../../ui/status-badge.js';
import classes from './assurance.module.css';

/** The state of a workspace; where it failed or ended, why and what helps. */
export function FleetState({ workspace }: { workspace: WorkspaceView }): JSX.Element {
  const { t, i18n } = useTranslation('assurance');
  const { dateTime } = useText();
  const { status, step, steps, reason, deadlineAt } = workspace;
  const known = reason !== null && i18n.exists(`assurance:failure.${reason}.says`);
  return (
    <div className={classes.state}>
      <StatusBadge kind="workspace" status={status} />
      {status === 'starting' && step !== null && <p>{t('fleet.step', { step: i18n.exists(`assurance:step.${step}`) ? t(`step.${step}`) : step, done: steps.indexOf(step) + 1, all: steps.length })}</p>}
      {status === 'starting' && deadlineAt !== null && <p className="sui-quiet">{t('fleet.deadline', { at: dateTime(deadlineAt) })}</p>}
      {status === 'failed' && <><p>{known ? t(`failure.${reason}.says`) : t('failure.unknown.says', { reason: reason ?? '' })}</p><p className="sui-quiet">{known ? t(`failure.${reason}.remedy`) : t('failure.unknown.remedy')}</p></>}
      {(status === 'stopping' || status === 'stopped') && reason !== null && reason !== '' && <p className="sui-quiet">{known ? t(`failure.${reason}.says`) : t('fleet.reason', { reason })}</p>}
    </div>
  );
}
