import { endpoints } from '@suimon/contracts';
import type { ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { codeOf } from '../../lib/problem-error.js';
import { useRead } from '../../lib/queries.js';
import { RequireSession } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { NotFoundPage } from '../../routes/not-found-page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonPage } from '../../ui/skeletons.js';
import { Timeline } from '../../ui/timeline.js';
import { ProjectTransfers } from '../airlock/project-transfers.js';
import { MyWorkspace } from '../workspaces/my-workspace.js';
import { JoinPanel } from './join-panel.js';
import { ProjectControls } from './project-controls.js';
import { ProjectDatasets } from './project-datasets.js';
import { ProjectFacts } from './project-facts.js';
import { ProjectMembers } from './project-members.js';
import { ProjectStanding } from './project-standing.js';
import { ProjectStatus } from './project-status.js';
import { ProjectTerms } from './project-terms.js';

function Project({ project }: { project: ProjectView }): JSX.Element {
  const { t } = useTranslation('projects');
  const { date } = useText();
  const joined = project.myStatus === 'joined';
  return (
    <div className="sui-stack" style={{ '--gap': '2.75rem' }}>
      <PageHeader title={project.title} back={{ to: '/projects', label: t('list.title') }}>
        <ProjectStatus project={project} /><span>{t('numberIs', { number: project.number })}</span><span aria-hidden="true">·</span><span>{t('period', { from: date(project.startsOn), to: date(project.endsOn) })}</span>
      </PageHeader>
      <ProjectStanding project={project} />
      {project.myStatus === 'invited' && <JoinPanel project={project} />}
      {joined && <MyWorkspace project={project} />}
      {joined && <ProjectTransfers project={project} />}
      <ProjectFacts project={project} />
      <ProjectDatasets project={project} />
      <ProjectMembers project={project} />
      {project.myStatus !== 'invited' && <ProjectTerms terms={project.terms} />}
      <ProjectControls project={project} />
      <Timeline kind="project" id={project.id} />
    </div>
  );
}

function Read(): JSX.Element {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(endpoints.projects.one, { params: { id } });
  if (codeOf(error) === 'not-found') return <NotFoundPage />;
  if (data) return <Project project={data} />;
  return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />;
}

/** One project: what was approved, who takes part, what can be done now. */
export const Component = (): JSX.Element => <RequireSession><Read /></RequireSession>;
