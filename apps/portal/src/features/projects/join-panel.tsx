import { Checkbox } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../lib/queries.js';
import { signedIn, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { CommandButton } from '../../ui/command-button.js';
import { Notice } from '../../ui/notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PageSection } from './page-section.js';
import { TermsText } from './project-terms.js';

/** An invitation: the terms in full, and the two answers to it. */
export function JoinPanel({ project }: { project: ProjectView }): JSX.Element {
  const { t } = useTranslation('projects');
  const { local } = useText();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const join = useCommand(endpoints.projects.join);
  const decline = useCommand(endpoints.projects.decline);
  const [read, setRead] = useState(false);
  const [tried, setTried] = useState(false);
  const { id, version, terms, commands, lead } = project;
  const accept = (): void => {
    setTried(true);
    if (read) join.mutate({ params: { id }, body: { termsVersion: terms.version }, ifMatch: version });
  };
  const refuse = async (): Promise<void> => {
    await decline.mutateAsync({ params: { id }, body: {}, ifMatch: version });
    await navigate('/projects');
  };
  return (
    <PageSection id="join" title={t('join.title')}>
      <Notice tone="waits" title={signedIn(me)?.id === lead.id ? t('join.asLead') : t('join.invited', { lead: local(lead.displayName) })}><p>{t('join.text')}</p></Notice>
      <TermsText terms={terms} />
      <Checkbox label={t('join.accept', { title: local(terms.title), version: terms.version })} checked={read} onChange={(event) => setRead(event.currentTarget.checked)} error={tried && !read ? t('join.acceptFirst') : undefined} />
      {join.error && <ProblemNotice error={join.error} />}
      <div className="sui-row" style={{ '--gap': '0.75rem' }}>
        <CommandButton commands={commands} name="join" pending={join.isPending} onRun={accept}>{t('join.action')}</CommandButton>
        <CommandButton commands={commands} name="decline" variant="default" onRun={refuse} confirm={{ title: t('join.declineTitle'), body: t('join.declineBody'), action: t('join.decline') }}>{t('join.decline')}</CommandButton>
      </div>
    </PageSection>
  );
}
