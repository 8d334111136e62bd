import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { changedText } from './changed-text.js';
import { useFieldWords } from './field-label.js';
import classes from './applications.module.css';

type Change = ApplicationView['changes'][number];

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
            {change.field.startsWith('dataset:') ? <ColumnChange change={change} /> : <TextChange before={words.value(change.field, change.before)} after={words.value(change.field, change.after)} />}
          </li>
        ))}</ul>
      )}
    </section>
  );
}

function TextChange({ before, after }: { before: string; after: string }): JSX.Element {
  const { t } = useTranslation('applications');
  const { head, before: taken, after: put, tail } = changedText(before, after);
  const none = <span className="sui-quiet">{t('changes.empty')}</span>;
  return (
    <dl className={classes.change}>
      <div><dt>{t('changes.before')}</dt><dd>{before === '' ? none : <>{head}{taken && <del>{taken}</del>}{tail}</>}</dd></div>
      <div><dt>{t('changes.after')}</dt><dd>{after === '' ? none : <>{head}{put && <ins>{put}</ins>}{tail}</>}</dd></div>
    </dl>
  );
}

function ColumnChange({ change }: { change: Change }): JSX.Element {
  const { t } = useTranslation('applications');
  const [before, after] = [change.before, change.after].map((text) => text.split(', ').filter((name) => name !== ''));
  const added = (after ?? []).filter((name) => !before?.includes(name));
  const taken = (before ?? []).filter((name) => !after?.includes(name));
  return (
    <dl className={classes.change}>
      {taken.length > 0 && <div><dt>{change.after === '' ? t('changes.datasetTaken') : t('changes.columnsTaken')}</dt><dd><del>{taken.join(t('listComma'))}</del></dd></div>}
      {added.length > 0 && <div><dt>{change.before === '' ? t('changes.datasetAdded') : t('changes.columnsAdded')}</dt><dd><ins>{added.join(t('listComma'))}</ins></dd></div>}
    </dl>
  );
}
