import { Button } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { codeOf } from '../../lib/problem-error.js';
import { useCommand, useRead } from '../../lib/queries.js';
import { RequireSession } from '../../lib/session.js';
import { NotFoundPage } from '../../routes/not-found-page.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonPage } from '../../ui/skeletons.js';

const NEEDED = ['files', 'check', 'origin', 'reason'] as const;

function NewImport(): JSX.Element {
  const { t } = useTranslation('airlock');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data: project, error, refetch } = useRead(endpoints.projects.one, { params: { id } });
  const create = useCommand(endpoints.airlock.create);
  const begin = async (): Promise<void> => {
    const transfer = await create.mutateAsync({ params: { id }, body: { direction: 'import' } });
    await navigate(`/transfers/${transfer.id}`, { replace: true });
  };
  if (codeOf(error) === 'not-found') return <NotFoundPage />;
  if (!project) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />;
  return (
    <div className="sui-stack">
      <PageHeader title={t('newImport.title')} lead={t('newImport.lead')} back={{ to: `/projects/${id}`, label: project.title }} />
      <p><strong>{t('newImport.needed')}</strong></p>
      <ol className="sui-stack" style={{ '--gap': '0.5rem', margin: 0 }}>{NEEDED.map((need) => <li key={need}>{t(`newImport.${need}`)}</li>)}</ol>
      <p className="sui-quiet">{t('newImport.saved')} <Link to="/help/airlock">{t('list.help')}</Link></p>
      {create.error && <ProblemNotice error={create.error} onRetry={() => void begin().catch(() => undefined)} />}
      {project.mayTransfer
        ? <div><Button loading={create.isPending} onClick={() => void begin().catch(() => undefined)}>{t('newImport.action')}</Button></div>
        : <Notice tone="closed" title={t('newImport.notNow')}><p>{t('newImport.notNowText')}</p></Notice>}
    </div>
  );
}

/** What an import needs, and the draft that it begins with. */
export const Component = (): JSX.Element => <RequireSession><NewImport /></RequireSession>;
