import { endpoints } from '@suimon/contracts';
import type { WorkspaceView } from '@suimon/contracts';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { codeOf } from '../../lib/problem-error.js';
import { useRead } from '../../lib/queries.js';
import { RequireSession } from '../../lib/session.js';
import { NotFoundPage } from '../../routes/not-found-page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonPage } from '../../ui/skeletons.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { DesktopScreen } from './desktop-screen.js';
import classes from './desktop.module.css';

/** The page has no frame of its own, so whatever is not the desktop stands in a column. */
const Framed = ({ children }: { children: ReactNode }): JSX.Element => <div className={`sui-column ${classes.framed}`}>{children}</div>;

function NotRunning({ workspace }: { workspace: WorkspaceView }): JSX.Element {
  const { t } = useTranslation('workspaces');
  const told = workspace.status === 'stopping' ? 'stopping' : 'notRunning';
  return (
    <div className="sui-stack">
      <PageHeader title={t(`${told}.title`)} lead={t(`${told}.text`)} back={{ to: `/projects/${workspace.projectId}`, label: workspace.projectNumber }}><StatusBadge kind="workspace" status={workspace.status} /></PageHeader>
      <p><Link to={`/projects/${workspace.projectId}/launch`}>{t('notRunning.toGate')}</Link></p>
    </div>
  );
}

function Desktop(): JSX.Element {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(endpoints.workspaces.one, { params: { id } });
  if (codeOf(error) === 'not-found') return <Framed><NotFoundPage /></Framed>;
  if (!data) return <Framed>{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />}</Framed>;
  return data.status === 'ready' ? <DesktopScreen workspace={data} /> : <Framed><NotRunning workspace={data} /></Framed>;
}

/** The virtual desktop (R074): pixels out, keys and pointer in, nothing else. */
export const Component = (): JSX.Element => <RequireSession><Desktop /></RequireSession>;
