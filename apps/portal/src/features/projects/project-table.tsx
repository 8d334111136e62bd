import type { ProjectSummary } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListState } from '../../lib/list-state.js';
import { useText } from '../../lib/text.js';
import type { Column } from '../../ui/data-list.js';
import { DataList } from '../../ui/data-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { MemberStatus, ProjectStatus } from './project-status.js';
import classes from './projects.module.css';

const matches = (project: ProjectSummary, q: string): boolean =>
  [project.number, project.title, project.lead.displayName.ja, project.lead.displayName.en].some((value) => value.toLowerCase().includes(q.toLowerCase()));

/** The list itself, narrowed by what stands in the address. */
export function ProjectTable({ projects, state }: { projects: readonly ProjectSummary[]; state: ListState }): JSX.Element {
  const { t } = useTranslation('projects');
  const { local, date } = useText();
  const status = state.filter('status');
  const rows = projects.filter((project) => (status === '' || project.status === status) && matches(project, state.q));
  const columns: Column<ProjectSummary>[] = [
    { id: 'title', header: t('columns.project'), sortBy: ({ title }) => title, cell: ({ id, title, number }) => <><Link to={`/projects/${id}`}>{title}</Link><br /><span className={`sui-quiet ${classes.sub}`}>{number}</span></> },
    { id: 'status', header: t('columns.status'), sortBy: (project) => project.status, cell: (project) => <ProjectStatus project={project} /> },
    { id: 'ends', header: t('columns.period'), sortBy: ({ endsOn }) => endsOn, cell: ({ startsOn, endsOn }) => t('period', { from: date(startsOn), to: date(endsOn) }) },
    { id: 'lead', header: t('columns.lead'), sortBy: ({ lead }) => local(lead.displayName), cell: ({ lead }) => local(lead.displayName) },
    { id: 'members', header: t('columns.members'), numeric: true, sortBy: ({ memberCount }) => memberCount, cell: ({ memberCount }) => t('people', { count: memberCount }) },
    { id: 'mine', header: t('columns.mine'), cell: ({ myStatus }) => (myStatus ? <MemberStatus status={myStatus} waitsOnYou={myStatus === 'invited'} /> : t('notMember')) },
  ];
  return <DataList caption={t('list.title')} columns={columns} rows={rows} rowKey={({ id }) => id} state={state} empty={<EmptyState title={t('list.noneTitle')}><button type="button" className="sui-link-button" onClick={state.clear}>{t('list.clear')}</button></EmptyState>} />;
}
