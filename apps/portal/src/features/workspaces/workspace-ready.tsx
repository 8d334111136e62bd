import { Button } from '@mantine/core';
import type { WorkspaceView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { Notice } from '../../ui/notice.js';
import { PageSection } from '../projects/page-section.js';
import { StopWorkspace } from './stop-workspace.js';

/** A running workspace: the way in, what it is like inside, the way to end it. */
export function WorkspaceReady({ workspace }: { workspace: WorkspaceView }): JSX.Element {
  const { t } = useTranslation('workspaces');
  const { dateTime } = useText();
  return (
    <>
      <Notice tone="done" title={t('ready.title')} live>{workspace.readyAt && <p>{t('ready.since', { at: dateTime(workspace.readyAt) })}</p>}</Notice>
      <div className="sui-row" style={{ '--gap': '0.75rem' }}><Button component={Link} to={`/workspaces/${workspace.id}`}>{t('ready.open')}</Button><StopWorkspace workspace={workspace} /></div>
      <PageSection id="inside" title={t('inside.title')}>
        <ul className="sui-stack" style={{ '--gap': '0.5rem', margin: 0 }}>
          <li>{t('inside.data')}</li><li>{t('inside.imports')}</li><li>{t('inside.outbox')}</li><li>{t('inside.home')}</li><li>{t('inside.network')}</li>
        </ul>
      </PageSection>
    </>
  );
}
