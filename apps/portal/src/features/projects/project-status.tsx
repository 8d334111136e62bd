import type { ProjectSummary } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, StatusBadge } from '../../ui/status-badge.js';

/** State of a project; an active one outside its period says so, since nothing can be used then. */
export function ProjectStatus({ project }: { project: Pick<ProjectSummary, 'status' | 'inForce'> }): JSX.Element {
  const { t } = useTranslation('projects');
  if (project.status === 'active' && !project.inForce) return <Badge tone="closed">{t('outsidePeriod')}</Badge>;
  return <StatusBadge kind="project" status={project.status} />;
}

type Status = NonNullable<ProjectSummary['myStatus']>;
const TONES = { invited: 'moving', joined: 'done', declined: 'closed', removed: 'closed' } as const;
/** State of a member. An invitation that waits on the reader is amber. */
export function MemberStatus({ status, waitsOnYou = false }: { status: Status; waitsOnYou?: boolean }): JSX.Element {
  const { t } = useTranslation('projects');
  return <Badge tone={waitsOnYou ? 'waits' : TONES[status]}>{t(`member.${status}`)}</Badge>;
}
