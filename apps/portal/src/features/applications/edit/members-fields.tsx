import { Button } from '@mantine/core';
import type { PersonRef } from '@suimon/contracts';
import type { JSX } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../lib/text.js';
import { MemberSearch } from './member-search.js';
import { PersonLine } from './person-line.js';
import type { Draft } from './use-draft.js';
import classes from './edit.module.css';

/** Who will work with the applicant: added and taken out one by one. */
export function MembersFields({ draft }: { draft: Draft }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local } = useText();
  // Someone just added is not yet among the members of the saved view.
  const [added, setAdded] = useState<readonly PersonRef[]>([]);
  const [said, setSaid] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const { memberIds } = draft.proposal;
  const { applicant, members } = draft.view;
  const personOf = (id: string): PersonRef | undefined => [...members, ...added].find((person) => person.id === id);
  const nameOf = (id: string): string => { const person = personOf(id); return person ? local(person.displayName) : t('members.unknown'); };
  const change = (ids: readonly string[], sentence: string): void => {
    draft.edit({ memberIds: [...ids] });
    setSaid(sentence);
    search.current?.focus();
  };
  const add = (person: PersonRef): void => { setAdded([...added, person]); change([...memberIds, person.id], t('members.addedOf', { name: local(person.displayName) })); };
  const remove = (id: string): void => change(memberIds.filter((other) => other !== id), t('members.removedOf', { name: nameOf(id) }));
  return (
    <>
      <section className="sui-stack" style={{ '--gap': '0.5rem' }} aria-labelledby="members-title">
        <h2 id="members-title">{t('members.chosen')}</h2>
        <ul className={classes.plain}>
          <PersonLine person={applicant} note={t('members.lead')} />
          {memberIds.map((id) => <PersonLine key={id} person={personOf(id)}><Button variant="default" aria-label={t('members.removeOf', { name: nameOf(id) })} onClick={() => remove(id)}>{t('members.remove')}</Button></PersonLine>)}
        </ul>
        {memberIds.length === 0 && <p>{t('members.none')}</p>}
        <p role="status" className="sui-hidden">{said}</p>
      </section>
      <MemberSearch field={search} except={[applicant.id, ...memberIds]} onAdd={add} />
    </>
  );
}
