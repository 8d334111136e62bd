import type { ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.js';

/** Why the project cannot be used at present, and what that means. Nothing when it can. */
export function ProjectStanding({ project }: { project: ProjectView }): JSX.Element | null {
  const { t } = useTranslation('projects');
  if (project.status === 'suspended') return <Notice tone="blocked" title={t('standing.suspended')}><p>{t('standing.suspendedText')}</p></Notice>;
  if (project.status === 'closed') return <Notice tone="closed" title={t('standing.closed')}><p>{t('standing.closedText')}</p></Notice>;
  if (project.status === 'active' && !project.inForce) return <Notice tone="closed" title={t('standing.outside')}><p>{t('standing.outsideText')}</p></Notice>;
  return null;
}
