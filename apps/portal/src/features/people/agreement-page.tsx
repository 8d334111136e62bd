import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../lib/queries.js';
import { RequireSession } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { NotFoundPage } from '../../routes/not-found-page.js';
import { MarkdownText } from '../../ui/markdown-text.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonPage } from '../../ui/skeletons.js';
import { SignForm } from './sign-form.js';
import { signable } from './signable.js';

function Agreement({ id }: { id: string }): JSX.Element {
  const { t } = useTranslation('people');
  const { local, dateTime } = useText();
  const { data, error, refetch } = useRead(endpoints.people.preparation, {});
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />;
  const text = data.agreements.filter(signable).find((candidate) => candidate.id === id);
  if (!text) return <NotFoundPage />;
  return (
    <div className="sui-stack" style={{ '--gap': '2rem' }}>
      <PageHeader title={local(text.title)} lead={t('agreement.version', { version: text.version })} back={{ to: '/preparation', label: t('preparation.title') }} />
      {text.signedAt && <Notice tone="done" title={t('agreement.signed')} live><p>{t('agreement.signedAt', { at: dateTime(text.signedAt) })}</p></Notice>}
      {text.chapters.map(({ heading, body }) => <section key={heading.en} className="sui-stack" style={{ '--gap': '0.75rem' }}><h2>{local(heading)}</h2><MarkdownText text={local(body)} /></section>)}
      {!text.signedAt && <SignForm key={text.version} agreement={text.id} version={text.version} commands={data.commands} />}
    </div>
  );
}

/** A text to read whole and then to sign: 誓約書 or 利用規程. */
export function Component(): JSX.Element {
  const { agreement = '' } = useParams();
  return <RequireSession><Agreement id={agreement} /></RequireSession>;
}
