import { Button } from '@mantine/core';
import type { WorkspaceView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signInHref } from '../../lib/session.js';
import type { DesktopPhase } from './desktop-connection.js';
import classes from './desktop.module.css';

interface Props { readonly phase: DesktopPhase; readonly workspace: WorkspaceView; readonly onReconnect: () => void }

/** Over the stage while there is no picture: what is going on, whether the work is safe, what to do. */
export function DesktopMessage({ phase, workspace, onReconnect }: Props): JSX.Element | null {
  const { t } = useTranslation('workspaces');
  if (phase.name === 'connected') return null;
  if (phase.name === 'connecting') return <div className={classes.message}><p className={classes.messageTitle}>{t('message.connecting')}</p></div>;
  if (phase.name === 'waiting') return (
    <div className={classes.message} role="status">
      <p className={classes.messageTitle}>{t('message.lost')}</p>
      <p>{t('message.waiting', { count: phase.seconds })}</p>
      <p>{t('message.safe')}</p>
      <div><Button onClick={onReconnect}>{t('message.now')}</Button></div>
    </div>
  );
  return (
    <div className={classes.message} role="alert">
      <p className={classes.messageTitle}>{t(`ended.${phase.why}.says`)}</p>
      <p>{t(`ended.${phase.why}.next`)}</p>
      <div className="sui-row" style={{ '--gap': '0.75rem' }}>
        {phase.why === 'gave-up' && <Button onClick={onReconnect}>{t('message.now')}</Button>}
        {phase.why === 'signed-out' && <Button component={Link} to={signInHref(`/workspaces/${workspace.id}`)}>{t('ended.signIn')}</Button>}
        {(phase.why === 'entitlement-ended' || phase.why === 'workspace-stopped') && <Button component={Link} to={`/projects/${workspace.projectId}/launch`}>{t('ended.toGate')}</Button>}
        <Button component={Link} to={`/projects/${workspace.projectId}`} variant="default">{t('bar.back')}</Button>
      </div>
    </div>
  );
}
