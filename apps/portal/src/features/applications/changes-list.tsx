import { endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { changedText } from './changed-text.js';
import { useFieldWords } from './field-label.js';
import classes from './applications.module.css';

type Change = ApplicationView['changes'][number];
const FEW = 8;

/** What changed since the last round, field by field, before and after. Of columns only those added and taken out are named. */
export function ChangesList({ view }: { view: ApplicationView }): JSX.Element | null {
  const { t } = useTranslation('applications');
  const words = useFieldWords(view);
  if (view.submissions.length === 0 || (view.changes.length === 0 && view.round < 2 && view.status !== 'returned')) return null;
  return (
    <section id="changes" className="sui-stack" style={{ '--gap': '0.75rem' }} aria-labelledby="changes-title">
      <h2 id="changes-title">{t('changes.title')}</h2>
      {view.changes.length === 0 ? <p>{t('changes.nothing')}</p> : (
        <ul className={classes.changes}>{view.changes.map((change) => (
          <li key={change.field}>
            <h3 className={classes.changeName}>{words.label(change.field)}</h3>
            {change.field.startsWith('dataset:') ? <ColumnChange change={change} /> : <TextChange before={words.value(change.field, change.before)} after={words.value(change.field, change.after)} prose={words.isProse(change.field)} />}
          </li>
        ))}</ul>
      )}
    </section>
  );
}

function TextChange({ before, after, prose }: { before: string; after: string; prose: boolean }): JSX.Element {
  const { t } = useTranslation('applications');
  const parts = prose ? changedText(before, after) : null;
  const none = <span className="sui-quiet">{t('changes.empty')}</span>;
  return (
    <dl className={classes.change}>
      <div><dt>{t('changes.before')}</dt><dd>{before === '' ? none : parts ? <>{parts.head}{parts.before && <del>{parts.before}</del>}{parts.tail}</> : before}</dd></div>
      <div><dt>{t('changes.after')}</dt><dd>{after === '' ? none : parts ? <>{parts.head}{parts.after && <ins>{parts.after}</ins>}{parts.tail}</> : after}</dd></div>
    </dl>
  );
}

function ColumnChange({ change }: { change: Change }): JSX.Element {
  const { t } = useTranslation('applications');
  const [before = [], after = []] = [change.before, change.after].map((text) => text.split(', ').filter((name) => name !== ''));
  const slug = change.field.slice('dataset:'.length);
  return (
    <dl className={classes.change}>
      <Columns slug={slug} label={change.after === '' ? t('changes.datasetTaken') : t('changes.columnsTaken')} names={before.filter((name) => !after.includes(name))} />
      <Columns slug={slug} label={change.before === '' ? t('changes.datasetAdded') : t('changes.columnsAdded')} names={after.filter((name) => !before.includes(name))} />
    </dl>
  );
}

function Columns({ slug, label, names }: { slug: string; label: string; names: readonly string[] }): JSX.Element | null {
  const { t } = useTranslation('applications');
  const { local, number } = useText();
  const { data } = useRead(endpoints.catalogue.dataset, { params: { slug } });
  if (names.length === 0) return null;
  const labelOf = (name: string): string => { const item = data?.items.find((entry) => `${entry.table}.${entry.name}` === name); return item ? local(item.label) : ''; };
  const list = <ul className={classes.columnNames}>{names.map((name) => <li key={name}>{labelOf(name)} <code>{name}</code></li>)}</ul>;
  return <div><dt>{label}</dt><dd>{names.length > FEW ? <details className={classes.details}><summary>{t('changes.columns', { count: names.length, number: number(names.length) })}</summary>{list}</details> : list}</dd></div>;
}
