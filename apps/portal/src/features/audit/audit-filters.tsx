import { Button, NativeSelect, Select, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { STREAM_KINDS, endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.js';
import { useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { EVENT_SENTENCES } from './event-sentences.js';
import { shortId } from './use-names.js';
import classes from './audit.module.css';

const FIELDS = ['q', 'kind', 'type', 'personId', 'streamId', 'from', 'to'] as const;
type Draft = Readonly<Record<(typeof FIELDS)[number], string>>;
const draftOf = (state: ListState): Draft => ({ q: state.q, kind: state.filter('kind'), type: state.filter('type'), personId: state.filter('personId'), streamId: state.filter('streamId'), from: state.filter('from'), to: state.filter('to') });
const MOST_PEOPLE_SHOWN = 50;

/** What to narrow the log by. Nothing is asked before the button is pressed, because each reading of the log is itself recorded. */
export function AuditFilters({ state }: { state: ListState }): JSX.Element {
  const { t } = useTranslation('audit');
  const { number } = useText();
  const wide = useMediaQuery('(width >= 48rem)', true, { getInitialValueInEffect: false });
  const inAddress = draftOf(state);
  const from = JSON.stringify(inAddress);
  const [typed, setTyped] = useState<{ readonly from: string; readonly draft: Draft } | null>(null);
  const draft = typed?.from === from ? typed.draft : inAddress;
  const change = (part: Partial<Draft>): void => setTyped({ from, draft: { ...draft, ...part } });
  const backwards = draft.from !== '' && draft.to !== '' && draft.from > draft.to;
  const chosen = FIELDS.filter((name) => inAddress[name] !== '').length;
  const apply = (): void => {
    if (backwards) return;
    state.set({ ...draft, q: draft.q.trim(), streamId: draft.streamId.trim() });
    setTyped(null);
  };
  const clear = (): void => {
    state.clear();
    setTyped(null);
  };
  return (
    <search>
      <details className={classes.fold} open={wide || undefined}>
        <summary>{chosen > 0 ? t('filter.chosen', { number: number(chosen) }) : t('filter.title')}</summary>
        <form className={classes.filters} noValidate onSubmit={(event) => { event.preventDefault(); apply(); }}>
          <TextInput className={classes.wide} type="search" maxLength={200} label={t('filter.q')} value={draft.q} onChange={(event) => change({ q: event.currentTarget.value })} />
          <PersonField value={draft.personId} onChange={(personId) => change({ personId })} />
          <KindFields draft={draft} onChange={change} />
          <TextInput className={classes.wide} maxLength={80} label={t('filter.streamId')} spellCheck={false} autoComplete="off" value={draft.streamId} onChange={(event) => change({ streamId: event.currentTarget.value })} />
          <TextInput type="date" label={t('filter.from')} value={draft.from} onChange={(event) => change({ from: event.currentTarget.value })} />
          <TextInput type="date" label={t('filter.to')} value={draft.to} onChange={(event) => change({ to: event.currentTarget.value })} error={backwards ? t('filter.backwards') : undefined} />
          <div className={`sui-row ${classes.apply}`}>
            <Button type="submit">{t('filter.apply')}</Button>
            {state.anyFilter && <button type="button" className="sui-link-button" onClick={clear}>{t('ui:list.clear')}</button>}
          </div>
        </form>
      </details>
    </search>
  );
}

function PersonField({ value, onChange }: { value: string; onChange: (value: string) => void }): JSX.Element {
  const { t } = useTranslation('audit');
  const { local } = useText();
  const [words, setWords] = useState('');
  const { data } = useRead(endpoints.people.accounts, {});
  const people = (data?.accounts ?? []).map(({ id, displayName, login }) => ({ value: id, label: t('filter.person', { name: local(displayName), login }) }));
  const options = value === '' || people.some((person) => person.value === value) ? people : [{ value, label: shortId(value) }, ...people];
  const nobody = words.trim() !== '' && !options.some(({ label }) => label.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <Select className={classes.wide} label={t('filter.personId')} placeholder={t('filter.anyPerson')} data={options} value={value === '' ? null : value} onChange={(next) => onChange(next ?? '')} searchable limit={MOST_PEOPLE_SHOWN}
      searchValue={words} onSearchChange={setWords} onFocus={(event) => event.currentTarget.select()} onInput={(event) => { if (event.currentTarget.value === '') onChange(''); }} clearable clearButtonProps={{ 'aria-label': t('filter.clearPerson'), className: classes.clear ?? '' }} error={nobody ? t('filter.nobody') : undefined}
      comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} withScrollArea={false} classNames={{ option: classes.option ?? '', options: classes.options ?? '' }} />
  );
}

function KindFields({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }): JSX.Element {
  const { t } = useTranslation('events');
  const { t: own } = useTranslation('audit');
  const kinds = STREAM_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  const typesOf = (kind: string): { value: string; label: string }[] => Object.keys(EVENT_SENTENCES).filter((type) => type.startsWith(`${kind}.`)).map((type) => ({ value: type, label: t(`name.${type}`) }));
  const groups = STREAM_KINDS.filter((kind) => draft.kind === '' || draft.kind === kind).map((kind) => ({ group: t(`kind.${kind}`), items: typesOf(kind) })).filter(({ items }) => items.length > 0);
  const typeKnown = draft.type === '' || groups.some(({ items }) => items.some(({ value }) => value === draft.type));
  return (
    <>
      <NativeSelect label={own('filter.kind')} data={[{ value: '', label: own('filter.anyKind') }, ...kinds]} value={draft.kind} onChange={(event) => onChange({ kind: event.currentTarget.value, type: '' })} />
      <NativeSelect label={own('filter.type')} data={[{ value: '', label: own('filter.anyType') }, ...(typeKnown ? [] : [{ value: draft.type, label: draft.type }]), ...groups]} value={draft.type} onChange={(event) => onChange({ type: event.currentTarget.value })} />
    </>
  );
}
