import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { endpoints } from '@suimon/contracts';
import type { PersonRef } from '@suimon/contracts';
import type { JSX, RefObject } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { SkeletonText } from '../../../ui/skeletons.js';
import { PersonLine } from './person-line.js';
import classes from './edit.module.css';

const PAUSE_MS = 250;
const SHOWN = 20;
interface Props { readonly field: RefObject<HTMLInputElement | null>; /** People not to be offered. */ readonly except: readonly string[]; readonly onAdd: (person: PersonRef) => void }

/** Finds people in the directory. */
export function MemberSearch({ field, except, onAdd }: Props): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, number } = useText();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), PAUSE_MS);
  const { data, error, refetch, isPlaceholderData } = useRead(endpoints.people.directory, { query: { q: asked } }, { keepPrevious: true });
  const found = (data?.people ?? []).filter(({ id }) => !except.includes(id));
  return (
    <section className={`sui-stack ${classes.box}`} style={{ '--gap': '0.75rem' }} aria-labelledby="members-add-title">
      <h2 id="members-add-title" className={classes.boxTitle}>{t('members.add')}</h2>
      <TextInput ref={field} id="members-search" type="search" className={classes.search} label={t('members.search')} description={t('members.searchHelp')} value={words} maxLength={100} autoComplete="off"
        onChange={(event) => setWords(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') event.preventDefault(); }} />
      {!data ? (error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonText lines={3} />) : (
        <div aria-busy={isPlaceholderData}>
          <p role="status" className="sui-quiet">{found.length === 0 ? t('members.noneFound') : t('members.found', { count: found.length, number: number(found.length) })}</p>
          <ul className={classes.plain}>{found.slice(0, SHOWN).map((person) => <PersonLine key={person.id} person={person}><Button variant="default" aria-label={t('members.addOf', { name: local(person.displayName) })} onClick={() => onAdd(person)}>{t('members.addAction')}</Button></PersonLine>)}</ul>
          {found.length > SHOWN && <p>{t('members.narrow', { number: number(SHOWN) })}</p>}
        </div>
      )}
    </section>
  );
}
