import { Button, TextInput } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { PersonRef, ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { CommandButton } from '../../ui/command-button.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { DirectoryResults } from './directory-results.js';
import classes from './projects.module.css';

/** Finds a researcher in the directory and invites them. */
export function InviteMember({ project }: { project: ProjectView }): JSX.Element {
  const { t } = useTranslation('projects');
  const { local } = useText();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [q, setQ] = useState('');
  const found = useRead(endpoints.people.directory, { query: { q } }, { enabled: open && q !== '', keepPrevious: true });
  const invite = useCommand(endpoints.projects.invite);
  const invited = project.members.find(({ id }) => id === invite.variables?.body.personId);
  const ask = (person: PersonRef): void => invite.mutate({ params: { id: project.id }, body: { personId: person.id }, ifMatch: project.version });
  if (!open) return <CommandButton commands={project.commands} name="invite" onRun={() => setOpen(true)}>{t('invite.open')}</CommandButton>;
  return (
    <div className={classes.panel}>
      <h3>{t('invite.title')}</h3>
      <p>{t('invite.text')}</p>
      <search>
        <form className={classes.filters} onSubmit={(event) => { event.preventDefault(); setQ(text.trim()); }}>
          <TextInput className={classes.grow} label={t('invite.search')} maxLength={100} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
          <Button type="submit" variant="default">{t('invite.searchAction')}</Button>
        </form>
      </search>
      {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <DirectoryResults people={found.data.people} members={project.members} busy={invite.isPending} onInvite={ask} />}
      <p role="status">{invite.isSuccess && invited ? t('invite.done', { name: local(invited.displayName) }) : ''}</p>
      {invite.error && <ProblemNotice error={invite.error} />}
      <div><Button variant="default" onClick={() => setOpen(false)}>{t('invite.close')}</Button></div>
    </div>
  );
}
