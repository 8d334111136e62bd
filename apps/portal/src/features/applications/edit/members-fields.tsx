import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { endpoints } from '@suimon/contracts';
import type { PersonRef } from '@suimon/contracts';
import type { JSX, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { SkeletonText } from '../../../ui/skeletons.js';
import type { Draft } from './use-draft.js';
import classes from './edit.module.css';

const PAUSE_MS = 250;
const SHOWN = 20;

/** Who will work with the applicant: found in the directory, added and taken out one by one. */
export function MembersFields({ draft }: { draft: Draft }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, number } = useText();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), PAUSE_MS);
  // Someone just added is not yet among the members of the saved view.
  const [added, setAdded] = useState<readonly PersonRef[]>([]);
  const [said, setSaid] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const { data, error, refetch, isPlaceholderData } = useRead(endpoints.people.directory, { query: { q: asked } }, { keepPrevious: true });
  const { memberIds } = draft.proposal;
  const { applicant, members } = draft.view;
  const personOf = (id: string): PersonRef | undefined => [...members, ...added, ...(data?.people ?? [])].find((person) => person.id === id);
  const nameOf = (id: string): string => { const person = personOf(id); return person ? local(person.displayName) : t('members.unknown'); };
  const found = (data?.people ?? []).filter(({ id }) => id !== applicant.id && !memberIds.includes(id));
  const add = (person: PersonRef): void => {
    setAdded([...added, person]);
    draft.edit({ memberIds: [...memberIds, person.id] });
    setSaid(t('members.addedOf', { name: local(person.displayName) }));
    search.current?.focus();
  };
  const remove = (id: string): void => {
    draft.edit({ memberIds: memberIds.filter((other) => other !== id) });
    setSaid(t('members.removedOf', { name: nameOf(id) }));
    search.current?.focus();
  };
  return (
    <>
      <section className="sui-stack" style={{ '--gap': '0.5rem' }} aria-labelledby="members-title">
        <h2 id="members-title">{t('members.chosen')}</h2>
        <ul className={classes.plain}>
          <PersonLine person={applicant} note={t('members.lead')} />
          {memberIds.map((id) => <PersonLine key={id} person={personOf(id)}><Button variant="default" aria-label={t('members.removeOf', { name: nameOf(id) })} onClick={() => remove(id)}>{t('members.remove')}</Button></PersonLine>)}
        </ul>
        {memberIds.length === 0 && <p>{t('members.none')}</p>}
      </section>
      <section className={`sui-stack ${classes.box}`} style={{ '--gap': '0.75rem' }} aria-labelledby="members-add-title">
        <h2 id="members-add-title" className={classes.boxTitle}>{t('members.add')}</h2>
        <TextInput ref={search} id="members-search" type="search" className={classes.search} label={t('members.search')} description={t('members.searchHelp')} value={words} maxLength={100} autoComplete="off"
          onChange={(event) => setWords(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') event.preventDefault(); }} />
        <p role="status" className="sui-hidden">{said}</p>
        {!data ? (error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonText lines={3} />) : (
          <div aria-busy={isPlaceholderData}>
            <p role="status" className="sui-quiet">{found.length === 0 ? t('members.noneFound') : t('members.found', { count: found.length, number: number(found.length) })}</p>
            <ul className={classes.plain}>{found.slice(0, SHOWN).map((person) => <PersonLine key={person.id} person={person}><Button variant="default" aria-label={t('members.addOf', { name: local(person.displayName) })} onClick={() => add(person)}>{t('members.addAction')}</Button></PersonLine>)}</ul>
            {found.length > SHOWN && <p>{t('members.narrow', { number: number(SHOWN) })}</p>}
          </div>
        )}
      </section>
    </>
  );
}

function PersonLine({ person, note, children }: { person: PersonRef | undefined; note?: string; children?: ReactNode }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local } = useText();
  return (
    <li className={classes.line}>
      <span><strong>{person ? local(person.displayName) : t('members.unknown')}</strong>{person && <span className={`sui-quiet ${classes.note}`}>{local(person.organisation)}</span>}{note && <span className={`sui-quiet ${classes.note}`}>{note}</span>}</span>
      {children}
    </li>
  );
}
