import { Button } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { LaunchView, ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../lib/queries.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonText } from '../../ui/skeletons.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { PageSection } from '../projects/page-section.js';
import { useFailureText } from './failure-text.js';
import { StopWorkspace } from './stop-workspace.js';

function Now({ projectId, launch }: { projectId: string; launch: LaunchView }): JSX.Element {
  const { t } = useTranslation('workspaces');
  const failure = useFailureText();
  const { workspace } = launch;
  const missing = launch.conditions.filter(({ met }) => !met).length;
  const gate = `/projects/${projectId}/launch`;
  const status = workspace?.status ?? 'stopped';
  if (workspace && status === 'ready') return <><p><StatusBadge kind="workspace" status="ready" /></p><div className="sui-row" style={{ '--gap': '0.75rem' }}><Button component={Link} to={`/workspaces/${workspace.id}`}>{t('ready.open')}</Button><StopWorkspace workspace={workspace} /></div></>;
  if (status === 'starting' || status === 'stopping') return <><p><StatusBadge kind="workspace" status={status} /></p><p><Link to={gate}>{t('mine.watch')}</Link></p></>;
  return (
    <>
      <p><StatusBadge kind="workspace" status={status} /></p>
      {status === 'failed' && <p>{failure(workspace?.reason ?? null).says}</p>}
      {missing > 0 && <p>{t('gate.missing', { count: missing })}</p>}
      <div><Button component={Link} to={gate} variant={launch.open ? 'filled' : 'default'}>{launch.open ? t('mine.start') : t('mine.conditions')}</Button></div>
    </>
  );
}

/** One's own workspace of a project, and the next step with it. */
export function MyWorkspace({ project }: { project: ProjectView }): JSX.Element {
  const { t } = useTranslation('workspaces');
  const { data, error, refetch } = useRead(endpoints.workspaces.launch, { params: { id: project.id } });
  return (
    <PageSection id="workspace" title={t('mine.title')} lead={t('mine.lead')}>
      {data ? <Now projectId={project.id} launch={data} /> : error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonText lines={2} />}
    </PageSection>
  );
}
