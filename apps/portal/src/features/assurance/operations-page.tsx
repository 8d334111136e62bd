import { Button } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.js';
import { RequireRole, holdsRole, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonText } from '../../ui/skeletons.js';
import { CountsTable } from './counts-table.js';
import { Fleet } from './fleet.js';
import { Part } from './part.js';
import { QueueState } from './queue-state.js';
import { SecurityOverview } from './security-overview.js';
import { Services } from './services.js';
import { WhatStandsOut } from './what-stands-out.js';
import classes from './assurance.module.css';

const PARTS = ['fleet', 'queue', 'services', 'counts', 'security'] as const;

function Operations(): JSX.Element {
  const { t } = useTranslation('assurance');
  const { dateTime } = useText();
  const { data: me } = useMe();
  const { data, error, refetch, isFetching, dataUpdatedAt } = useRead(endpoints.audit.overview, {});
  // What a person is there for stands first: the fleet for an operator, the five blocks for everyone else.
  const securityFirst = !holdsRole(me, 'operator');
  const order = securityFirst ? ['security', ...PARTS.filter((id) => id !== 'security')] as const : PARTS;
  const wait = error ? <ProblemNotice error={error} onRetry={() => void refetch()} workIsSafe={t('failedSafe')} /> : <SkeletonText lines={3} />;
  const parts = {
    fleet: <Fleet total={data?.counts.filter(({ kind }) => kind === 'workspace').reduce((sum, { count }) => sum + count, 0)} />,
    queue: data ? <QueueState jobs={data.jobs} /> : wait,
    services: data ? <Services services={data.services} /> : wait,
    counts: data ? <CountsTable counts={data.counts} /> : wait,
    security: data ? <SecurityOverview overview={data} /> : wait,
  };
  return (
    <div className="sui-stack" style={{ '--gap': '2.5rem' }}>
      <PageHeader title={t('operations.title')} lead={t('operations.lead')} actions={<Button variant="default" loading={isFetching} onClick={() => void refetch()}>{t('operations.refresh')}</Button>}>
        {data && <span className="sui-quiet" role="status">{t('operations.at', { at: dateTime(new Date(dataUpdatedAt).toISOString()) })}</span>}
      </PageHeader>
      {data && error && <ProblemNotice error={error} workIsSafe={t('failedSafe')} onRetry={() => void refetch()} />}
      {data && <WhatStandsOut overview={data} />}
      <nav aria-label={t('operations.contents')} className={classes.contents}><ul>{order.map((id) => <li key={id}><a href={`#${id}`}>{t(`${id}.title`)}</a></li>)}</ul></nav>
      {order.map((id) => <Part key={id} id={id} title={t(`${id}.title`)} lead={t(`${id}.lead`)}>{parts[id]}</Part>)}
    </div>
  );
}

/** How the platform stands: workspaces, queue, parts, counts and the five blocks of security management. No data and no file names. */
export const Component = (): JSX.Element => <RequireRole roles={['operator', 'security', 'auditor']}><Operations /></RequireRole>;
