import { useQueryClient } from '@tanstack/react-query';
import { endpoints } from '@suimon/contracts';
import type { WorkspaceView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readKey } from '../../lib/queries.js';
import { signedIn, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { PageHeader } from '../../ui/page-header.js';
import { DesktopBar } from './desktop-bar.js';
import { DesktopMessage } from './desktop-message.js';
import { useDesktop } from './use-desktop.js';
import { Watermark } from './watermark.js';
import classes from './desktop.module.css';

/** Status bar above, the desktop below it, the watermark over it. */
export function DesktopScreen({ workspace }: { workspace: WorkspaceView }): JSX.Element {
  const { t } = useTranslation('workspaces');
  const { local } = useText();
  const client = useQueryClient();
  const { data: me } = useMe();
  const bar = useRef<HTMLDivElement>(null);
  const title = t('desktop.title', { number: workspace.projectNumber });
  const { phase, screen, reconnect, focus } = useDesktop(workspace.id, t('desktop.canvas', { number: workspace.projectNumber }), () => bar.current?.querySelector<HTMLElement>('button, a')?.focus());
  const name = local(signedIn(me)?.displayName ?? workspace.person.displayName);
  // The gateway knows first that a session is over; whether the workspace stopped or the sign-in ended is read again.
  useEffect(() => {
    if (phase.name !== 'ended') return;
    for (const queryKey of [readKey(endpoints.workspaces.one, { params: { id: workspace.id } }), readKey(endpoints.people.me, {})]) void client.invalidateQueries({ queryKey });
  }, [client, phase, workspace.id]);
  return (
    <div className={classes.page}>
      <div className="sui-hidden"><PageHeader title={title} /></div>
      <DesktopBar ref={bar} workspace={workspace} name={name} phase={phase} onEnter={focus} />
      <div className={classes.stage}>
        <div ref={screen} className={classes.screen} />
        <Watermark name={name} number={workspace.projectNumber} />
        <DesktopMessage phase={phase} workspace={workspace} onReconnect={reconnect} />
      </div>
    </div>
  );
}
