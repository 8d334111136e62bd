import { endpoints } from '@suimon/contracts';
import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { codeOf } from '../../../lib/problem-error.js';
import { useRead } from '../../../lib/queries.js';
import { RequireRole } from '../../../lib/session.js';
import { useText } from '../../../lib/text.js';
import { NotFoundPage } from '../../../routes/not-found-page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { SkeletonPage } from '../../../ui/skeletons.js';
import { StatusBadge } from '../../../ui/status-badge.js';
import { Timeline } from '../../../ui/timeline.js';
import { TransferActs } from '../transfer-acts.js';
import { TransferOutcome } from '../transfer-outcome.js';
import { TransferSteps } from '../transfer-steps.js';
import { TransferTurn } from '../transfer-turn.js';
import { ReviewDecision } from './review-decision.js';
import { ReviewDesk } from './review-desk.js';
import { ReviewPhase } from './review-phase.js';

function Review({ transfer }: { transfer: TransferView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { local } = useText();
  const { direction, projectNumber, projectTitle, requester, round, status } = transfer;
  const inReview = status === 'in_review';
  return (
    <div className="sui-stack" style={{ '--gap': '1.75rem' }}>
      <PageHeader title={t(`review.title.${direction}`, { number: projectNumber })} back={{ to: '/reviews', label: t('queue.title') }}>
        <StatusBadge kind="transfer" status={status} /><span>{projectTitle}</span><span>{t('page.requester', { name: local(requester.displayName) })}</span>{round > 1 && <span>{t('page.round', { count: round })}</span>}
      </PageHeader>
      <TransferOutcome transfer={transfer} />
      <TransferTurn transfer={transfer} />
      {!inReview && <TransferSteps transfer={transfer} />}
      <ReviewPhase transfer={transfer} />
      {!inReview && <ReviewDecision transfer={transfer} />}
      <ReviewDesk transfer={transfer} />
      {inReview && <ReviewDecision transfer={transfer} />}
      <TransferActs transfer={transfer} mine={false} />
      <Timeline kind="transfer" id={transfer.id} />
    </div>
  );
}

function Read(): JSX.Element {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(endpoints.airlock.one, { params: { id } });
  if (codeOf(error) === 'not-found') return <NotFoundPage />;
  if (data) return <Review transfer={data} />;
  return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />;
}

/** A steward's desk for one request: files, inert preview, context; then the decision. */
export const Component = (): JSX.Element => <RequireRole roles={['steward']}><Read /></RequireRole>;
