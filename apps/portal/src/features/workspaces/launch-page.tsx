import { endpoints } from '@suimon/contracts';
import type { LaunchView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { codeOf } from '../../lib/problem-error.js';
import { useRead } from '../../lib/queries.js';
import { RequireSession } from '../../lib/session.js';
import { NotFoundPage } from '../../routes/not-found-page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonList } from '../../ui/skeletons.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { LaunchConditions } from './launch-conditions.js';
import { LaunchForm } from './launch-form.js';
import { StartFailed } from './start-failed.js';
import { StartProgress } from './start-progress.js';
import { WorkspaceReady } from './workspace-ready.js';

function Gate({ projectId, launch }: { projectId: string; launch: LaunchView }): JSX.Element {
  const { workspace } = launch;
  if (workspace?.status === 'starting' || workspace?.status === 'stopping') return <StartProgress workspace={workspace} />;
  if (workspace?.status === 'ready') return <WorkspaceReady workspace={workspace} />;
  return (
    <>
      {workspace?.status === 'failed' && <StartFailed workspace={workspace} />}
      <LaunchConditions projectId={projectId} launch={launch} />
      <LaunchForm projectId={projectId} launch={launch} />
    </>
  );
}

function Launch(): JSX.Element {
  const { t } = useTranslation('workspaces');
  const { id = '' } = useParams();
  const project = useRead(endpoints.projects.one, { params: { id } });
  const { data: launch, error, refetch } = useRead(endpoints.workspaces.launch, { params: { id } });
  if (codeOf(error) === 'not-found') return <NotFoundPage />;
  return (
    <div className="sui-stack" style={{ '--gap': '2.25rem' }}>
      <PageHeader title={t('launch.title')} lead={t('launch.lead')} back={{ to: `/projects/${id}`, label: project.data?.title ?? t('launch.back') }}>
        {launch?.workspace && <StatusBadge kind="workspace" status={launch.workspace.status} />}
      </PageHeader>
      {launch ? <Gate projectId={id} launch={launch} /> : error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonList rows={8} rowHeight={48} />}
    </div>
  );
}

/** The launch gate (R077): every condition, the size, the declaration of place, and the start itself. */
export const Component = (): JSX.Element => <RequireSession><Launch /></RequireSession>;
