import { endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { codeOf } from '../../lib/problem-error.js';
import { useRead } from '../../lib/queries.js';
import { RequireSession, signedIn, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { NotFoundPage } from '../../routes/not-found-page.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonPage } from '../../ui/skeletons.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { Timeline } from '../../ui/timeline.js';
import { ChangesList } from './changes-list.js';
import { CurrentTurn, useWaitsOnMe } from './current-turn.js';
import { DecisionLetter } from './decision-letter.js';
import { isEmpty } from './edit/draft-edits.js';
import { readKeptEdits } from './edit/kept-edits.js';
import { gapsOf } from './gaps.js';
import { ProposalContent } from './proposal-content.js';
import { ReturnNotes } from './return-notes.js';
import { ReviewOverview } from './review/review-overview.js';
import { editHref } from './sections.js';
import { SubmitBlock } from './submit-block.js';
import { TaskList } from './task-list.js';
import { useFocusAfterAct } from './use-focus-after-act.js';
import { WithdrawButton } from './withdraw-button.js';
import { WorkPanel } from './work-panel.js';
import classes from './applications.module.css';

/** One application, for everyone who has a part in it: what may be done follows from its commands. */
export function Component(): JSX.Element {
  return <RequireSession><ApplicationPage /></RequireSession>;
}

function ApplicationPage(): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, number, dateTime } = useText();
  const { id = '' } = useParams();
  const { data: me } = useMe();
  const { data: view, error, refetch } = useRead(endpoints.applications.one, { params: { id } });
  const myId = signedIn(me)?.id;
  useFocusAfterAct(view && [view.status, view.review?.interests.find(({ memberId }) => memberId === myId)?.conflicted, view.review?.votes.some(({ memberId }) => memberId === myId)].join());
  if (!view && codeOf(error) === 'not-found') return <NotFoundPage />;
  if (!view) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />;
  const mine = myId === view.applicant.id;
  const submitted = view.submissions.at(-1);
  return (
    <div className="sui-stack" style={{ '--gap': '2rem' }}>
      <PageHeader title={view.title || t('untitled')} back={{ to: '/applications', label: t('title') }} actions={<Link to={`/applications/${id}/print`} className={classes.tall}>{t('print.open')}</Link>}>
        <Badge view={view} />
        {!mine && <span>{t('head.applicant', { name: local(view.applicant.displayName), organisation: local(view.applicant.organisation) })}</span>}
        {submitted && <span className="sui-quiet">{t('head.submitted', { round: number(submitted.round), at: dateTime(submitted.at) })}</span>}
      </PageHeader>
      <CurrentTurn view={view} />
      {view.commands.edit === null ? <Draft view={view} /> : <Case view={view} mine={mine} />}
      <Timeline kind="application" id={id} />
    </div>
  );
}

function Badge({ view }: { view: ApplicationView }): JSX.Element {
  return <StatusBadge kind="application" status={view.status} waitsOnYou={useWaitsOnMe(view)} />;
}

/** The applicant's page while writing: what was asked for, what is left to do, submitting. */
function Draft({ view }: { view: ApplicationView }): JSX.Element {
  const { t } = useTranslation('applications');
  const gaps = gapsOf(view.form, view.proposal);
  const unsaved = !isEmpty(readKeptEdits(view.id));
  return (
    <div className="sui-stack" style={{ '--gap': '2.5rem' }}>
      <ReturnNotes view={view} />
      {unsaved && <Notice tone="waits" title={t('save.keptTitle')}><p>{t('save.keptText')} <Link to={editHref(view.id, 'check')}>{t('save.keptLink')}</Link></p></Notice>}
      <TaskList view={view} gaps={gaps} />
      <ChangesList view={view} />
      <SubmitBlock view={view} gaps={gaps} />
      <WithdrawButton view={view} />
    </div>
  );
}

/** The page of a case under way or done: content, reviews and letter beside what the reader has to do. */
function Case({ view, mine }: { view: ApplicationView; mine: boolean }): JSX.Element {
  const { t } = useTranslation('applications');
  return (
    <div className={classes.columns}>
      <div className={`sui-stack ${classes.reading}`} style={{ '--gap': '2.5rem' }}>
        <p className={classes.jump}><a href="#work">{t('work.jump')}</a></p>
        <DecisionLetter view={view} />
        <ReturnNotes view={view} />
        <ChangesList view={view} />
        <section id="content" className="sui-stack" aria-labelledby="content-title">
          <div><h2 id="content-title">{t('content.title')}</h2><p className="sui-quiet">{t('content.formVersion', { version: view.form.version })}</p></div>
          <ProposalContent view={view} />
        </section>
        <ReviewOverview view={view} />
      </div>
      <WorkPanel view={view} mine={mine} />
    </div>
  );
}
