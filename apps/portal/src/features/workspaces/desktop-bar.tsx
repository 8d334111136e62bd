import { Button } from '@mantine/core';
import { useFullscreenDocument } from '@mantine/hooks';
import type { WorkspaceView } from '@suimon/contracts';
import type { JSX, RefObject } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DesktopPhase } from './desktop-connection.js';
import { DesktopHelp } from './desktop-help.js';
import { StopWorkspace } from './stop-workspace.js';
import { useNow } from './use-now.js';
import classes from './desktop.module.css';

interface Props { readonly ref: RefObject<HTMLDivElement | null>; readonly workspace: WorkspaceView; readonly name: string; readonly phase: DesktopPhase; readonly onEnter: () => void }

const minutesSince = (instant: string, now: number): number => Math.max(0, Math.floor((now - new Date(instant).getTime()) / 60_000));

/** What one must know at a glance, and the way out of the desktop. */
export function DesktopBar({ ref, workspace, name, phase, onEnter }: Props): JSX.Element {
  const { t } = useTranslation('workspaces');
  const now = useNow(30_000);
  const fullScreen = useFullscreenDocument();
  const [help, setHelp] = useState(false);
  const minutes = workspace.readyAt ? minutesSince(workspace.readyAt, now) : 0;
  return (
    <header ref={ref} className={classes.bar} aria-label={t('bar.label')}>
      <Link to={`/projects/${workspace.projectId}`} className={classes.back}>{t('bar.back')}</Link>
      <ul className={classes.facts}>
        <li><strong>{workspace.projectNumber}</strong></li>
        <li>{name}</li>
        <li>{t('bar.elapsed', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}</li>
        <li><span className={classes.state} data-phase={phase.name} role="status">{t(`bar.phase.${phase.name}`)}</span></li>
        <li>{t('bar.clipboard')}</li>
        <li className={classes.hint}>{t('bar.leave')}</li>
      </ul>
      <div className={classes.tools}>
        <Button variant="default" className={classes.enter} onClick={onEnter} disabled={phase.name !== 'connected'}>{t('bar.enter')}</Button>
        <Button variant="default" onClick={() => void fullScreen.toggle()}>{fullScreen.fullscreen ? t('bar.window') : t('bar.fullScreen')}</Button>
        <Button variant="default" onClick={() => setHelp(true)}>{t('bar.help')}</Button>
        <StopWorkspace workspace={workspace} />
      </div>
      <DesktopHelp opened={help} onClose={() => setHelp(false)} />
    </header>
  );
}
