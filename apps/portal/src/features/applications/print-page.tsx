import { Button } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
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
import { ProposalContent } from './proposal-content.js';
import classes from './print.module.css';

/** 利活用申請書 on A4 (R011): the form's version, every section, who applies, which columns, space to sign. */
export function Component(): JSX.Element {
  return <RequireSession><PrintPage /></RequireSession>;
}

function PrintPage(): JSX.Element {
  const { t } = useTranslation('applications');
  const { id = '' } = useParams();
  const { data: view, error, refetch } = useRead(endpoints.applications.one, { params: { id } });
  if (!view && codeOf(error) === 'not-found') return <NotFoundPage />;
  if (!view) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />;
  return (
    <div className="sui-stack">
      <div className="sui-no-print">
        <PageHeader title={t('print.pageTitle')} lead={t('print.lead')} back={{ to: `/applications/${id}`, label: view.title || t('untitled') }} actions={<Button onClick={() => window.print()}>{t('print.action')}</Button>} />
      </div>
      <Sheet view={view} />
    </div>
  );
}

function Sheet({ view }: { view: ApplicationView }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, date, dateTime, number } = useText();
  const submitted = view.submissions.at(-1);
  return (
    <article className={classes.sheet} aria-label={t('print.form')}>
      <h2 className={classes.title}>{t('print.form')}</h2>
      <table className={classes.head}>
        <tbody>
          <tr><th scope="row">{t('print.formVersion')}</th><td>{view.form.version}</td><th scope="row">{t('print.round')}</th><td>{view.round > 0 ? t('list.roundOf', { round: number(view.round) }) : t('list.notSubmitted')}</td></tr>
          <tr><th scope="row">{t('print.submittedAt')}</th><td>{submitted ? dateTime(submitted.at) : t('list.notSubmitted')}</td><th scope="row">{t('list.status')}</th><td>{t(`status:application.${view.status}`)}</td></tr>
          <tr><th scope="row">{t('list.applicant')}</th><td>{local(view.applicant.displayName)}</td><th scope="row">{t('members.organisation')}</th><td>{local(view.applicant.organisation)}</td></tr>
          <tr><th scope="row">{t('print.id')}</th><td colSpan={3}><code>{view.id}</code></td></tr>
        </tbody>
      </table>
      <div className={classes.body}><ProposalContent view={view} paper /></div>
      <section className={classes.signatures} aria-label={t('print.signatures')}>
        <h3>{t('print.signatures')}</h3>
        <p>{t('print.pledge')}</p>
        <table>
          <thead><tr><th scope="col">{t('print.who')}</th><th scope="col">{t('print.name')}</th><th scope="col">{t('print.signature')}</th><th scope="col">{t('print.date')}</th></tr></thead>
          <tbody>{(['applicant', 'organisation', 'secretariat'] as const).map((who) => <tr key={who}><th scope="row">{t(`print.signer.${who}`)}</th><td>{who === 'applicant' ? local(view.applicant.displayName) : ''}</td><td /><td /></tr>)}</tbody>
        </table>
      </section>
      <p className={classes.foot}>{t('print.foot', { version: view.form.version, date: date(new Date().toISOString()) })}</p>
    </article>
  );
}
