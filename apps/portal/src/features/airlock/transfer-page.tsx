import { endpoints } from '@suimon/contracts';
import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { codeOf } from '../../lib/problem-error.js';
import { useRead } from '../../lib/queries.js';
import { RequireSession, holdsRole, signedIn, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { NotFoundPage } from '../../routes/not-found-page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonPage } from '../../ui/skeletons.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { Timeline } from '../../ui/timeline.js';
import { PageSection } from '../projects/page-section.js';
import { DraftEditor } from './draft/draft-editor.js';
import { FileResults } from './file-results.js';
import { ReleasedFiles } from './released-files.js';
import { TransferActs } from './transfer-acts.js';
import { TransferFacts } from './transfer-facts.js';
import { TransferOutcome } from './transfer-outcome.js';
import { TransferSteps } from './transfer-steps.js';
import { TransferTurn, useTransferWaitsOnMe } from './transfer-turn.js';
import classes from './airlock.module.css';

function Body({ transfer }: { transfer: TransferView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { data: me } = useMe();
  const mine = signedIn(me)?.id === transfer.requester.id;
  // Who may write the form, or could if nothing stood in the way, works on the draft.
  const editable = mine && (transfer.status === 'draft' || transfer.status === 'returned');
  // Downloads show their own results.
  const listed = mine && transfer.status === 'released' && transfer.direction === 'export' ? transfer.files.filter(({ role }) => role === 'supporting') : transfer.files;
  if (editable) return <><DraftEditor key={transfer.id} transfer={transfer} /><TransferActs transfer={transfer} mine={mine} /></>;
  return (
    <>
      {transfer.status === 'released' && <ReleasedFiles transfer={transfer} mine={mine} />}
      <TransferActs transfer={transfer} mine={mine} />
      {listed.length > 0 && <PageSection id="files" title={t('files.title')}><FileResults files={listed} /></PageSection>}
      <PageSection id="declared" title={t('declared.title')}><TransferFacts transfer={transfer} /></PageSection>
    </>
  );
}

function Transfer({ transfer }: { transfer: TransferView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { local } = useText();
  const { data: me } = useMe();
  const waits = useTransferWaitsOnMe(transfer);
  // Once it has left, the way it came matters less than what arrived.
  const isOver = transfer.status === 'released' || transfer.status === 'expired' || transfer.status === 'revoked';
  const { direction, projectNumber, projectTitle, projectId, requester, round, status } = transfer;
  return (
    <div className="sui-stack" style={{ '--gap': '2.25rem' }}>
      <PageHeader title={t(`page.title.${direction}`, { number: projectNumber })} back={{ to: '/transfers', label: t('list.title') }} actions={holdsRole(me, 'steward') && <Link to={`/reviews/${transfer.id}`} className={classes.target}>{t('page.toReview')}</Link>}>
        <StatusBadge kind="transfer" status={status} waitsOnYou={waits} /><Link to={`/projects/${projectId}`} className={classes.target}>{projectTitle}</Link><span>{t('page.requester', { name: local(requester.displayName) })}</span>{round > 1 && <span>{t('page.round', { count: round })}</span>}
      </PageHeader>
      <TransferOutcome transfer={transfer} />
      <TransferTurn transfer={transfer} />
      {!isOver && <TransferSteps transfer={transfer} />}
      <Body transfer={transfer} />
      {isOver && <TransferSteps transfer={transfer} />}
      <Timeline kind="transfer" id={transfer.id} />
    </div>
  );
}

function Read(): JSX.Element {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(endpoints.airlock.one, { params: { id } });
  if (codeOf(error) === 'not-found') return <NotFoundPage />;
  if (data) return <Transfer transfer={data} />;
  return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />;
}

/** One airlock request, as its requester, its project and the security officer see it. */
export const Component = (): JSX.Element => <RequireSession><Read /></RequireSession>;
