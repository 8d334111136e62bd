import { Button } from '@mantine/core';
import type { PersonRef, ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { MemberStatus } from './project-status.js';
import classes from './projects.module.css';

interface Props { readonly people: readonly PersonRef[]; readonly members: ProjectView['members']; readonly busy: boolean; readonly onInvite: (person: PersonRef) => void }

/** People found, each with an invitation, or with their present part in the project. */
export function DirectoryResults({ people, members, busy, onInvite }: Props): JSX.Element {
  const { t } = useTranslation('projects');
  const { local } = useText();
  if (people.length === 0) return <p role="status">{t('invite.none')}</p>;
  return (
    <ul className={classes.rows} aria-label={t('invite.results')}>
      {people.map((person) => {
        const known = members.find(({ id, status }) => id === person.id && (status === 'invited' || status === 'joined'));
        return (
          <li key={person.id} className={classes.person}>
            <span><strong>{local(person.displayName)}</strong><br /><span className="sui-quiet">{local(person.organisation)}</span></span>
            {known ? <MemberStatus status={known.status} /> : <Button variant="default" loading={busy} onClick={() => onInvite(person)}>{t('invite.action')}<span className="sui-hidden">{t('invite.whom', { name: local(person.displayName) })}</span></Button>}
          </li>
        );
      })}
    </ul>
  );
}
