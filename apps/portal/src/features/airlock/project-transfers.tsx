import { Button } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useListState } from '../../lib/list-state.js';
import { useRead } from '../../lib/queries.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonTable } from '../../ui/skeletons.js';
import { PageSection } from '../projects/page-section.js';
import { transferQuery } from './transfer-query.js';
import { TransferTable } from './transfer-table.js';

/** Imports and exports of one project. */
export function ProjectTransfers({ project }: { project: ProjectView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const state = useListState('transfers');
  const { data, error, refetch } = useRead(endpoints.airlock.list, { query: transferQuery(state, project.id) }, { keepPrevious: true });
  return (
    <PageSection id="transfers" title={t('ofProject.title')} lead={t('start.export')}>
      {project.mayTransfer && <div><Button component={Link} to={`/projects/${project.id}/imports/new`} variant="default">{t('start.import')}</Button></div>}
      {data ? <TransferTable page={data} state={state} caption={t('list.caption')} ofOneProject empty={<EmptyState title={t('ofProject.empty')} />} /> : error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonTable rows={3} />}
    </PageSection>
  );
}
