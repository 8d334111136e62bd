import { endpoints } from '@suimon/contracts';
import type { ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useListState } from '../../lib/list-state.js';
import { useCommand } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { CommandButton } from '../../ui/command-button.js';
import type { Column } from '../../ui/data-list.js';
import { DataList } from '../../ui/data-list.js';
import { InviteMember } from './invite-member.js';
import { PageSection } from './page-section.js';
import { MemberStatus } from './project-status.js';

type Member = ProjectView['members'][number];
const takesPart = ({ status }: Member): boolean => status === 'invited' || status === 'joined';

/** Who takes part and who was asked; the lead invites and removes. */
export function ProjectMembers({ project }: { project: ProjectView }): JSX.Element {
  const { t } = useTranslation('projects');
  const { local, date } = useText();
  const state = useListState('members');
  const remove = useCommand(endpoints.projects.removeMember);
  const columns: Column<Member>[] = [
    { id: 'name', header: t('members.name'), sortBy: ({ displayName }) => local(displayName), cell: ({ displayName, isLead }) => (isLead ? t('members.leadNamed', { name: local(displayName) }) : local(displayName)) },
    { id: 'organisation', header: t('members.organisation'), sortBy: ({ organisation }) => local(organisation), cell: ({ organisation }) => local(organisation) },
    { id: 'status', header: t('members.status'), sortBy: ({ status }) => status, cell: ({ status }) => <MemberStatus status={status} /> },
    { id: 'joined', header: t('members.joinedAt'), sortBy: ({ joinedAt }) => joinedAt ?? '', cell: ({ joinedAt }) => (joinedAt ? date(joinedAt) : t('members.notYet')) },
  ];
  if (project.commands.removeMember === null) {
    columns.push({ id: 'act', header: t('members.act'), cell: (member) => (member.isLead ? t('members.leadStays') : !takesPart(member) ? t('members.noAct') :
      <CommandButton commands={project.commands} name="removeMember" variant="default" danger={false}
        confirm={{ title: t('members.removeTitle', { name: local(member.displayName) }), body: t('members.removeBody'), action: t('members.remove'), reason: { label: t('members.removeReason'), minLength: 10 } }}
        onRun={(reason) => remove.mutateAsync({ params: { id: project.id }, body: { personId: member.id, reason }, ifMatch: project.version })}>
        {t('members.remove')}<span className="sui-hidden">{t('members.removeWhom', { name: local(member.displayName) })}</span>
      </CommandButton>
    ) });
  }
  return (
    <PageSection id="members" title={t('members.title')}>
      <DataList caption={t('members.title')} columns={columns} rows={project.members} rowKey={({ id }) => id} state={state} empty={t('members.empty')} />
      <InviteMember project={project} />
    </PageSection>
  );
}
