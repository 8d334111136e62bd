import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../../lib/text.js';
import { Notice } from '../../../ui/notice.js';
import { PageHeader } from '../../../ui/page-header.js';
import { useFieldWords } from '../field-label.js';
import { applyEdits, fieldTexts, touchedFields } from './draft-edits.js';
import { readKeptEdits } from './kept-edits.js';
import classes from './edit.module.css';

/** The application can no longer be written in. What was typed and never saved is shown, so that it can be copied. */
export function LockedDraft({ view }: { view: ApplicationView }): JSX.Element {
  const { t } = useTranslation('applications');
  const { denial } = useText();
  const words = useFieldWords(view);
  const edits = readKeptEdits(view.id);
  const texts = fieldTexts(applyEdits(view.proposal, edits));
  const touched = touchedFields(edits);
  const refusal = denial(view.commands.edit ?? 'not-in-this-state');
  return (
    <div className="sui-stack">
      <PageHeader title={t('locked.title')} back={{ to: `/applications/${view.id}`, label: view.title || t('untitled') }} />
      <Notice tone="closed" title={refusal.says}><p>{t('locked.text')}</p><p><Link to={`/applications/${view.id}`}>{t('toApplication')}</Link></p></Notice>
      {touched.length > 0 && (
        <section className="sui-stack" style={{ '--gap': '0.75rem' }} aria-labelledby="unsaved-title">
          <h2 id="unsaved-title">{t('locked.unsaved')}</h2>
          <p>{t('locked.unsavedText')}</p>
          <dl className={classes.clashes}>{touched.map((field) => <div key={field}><dt>{words.label(field)}</dt><dd>{words.value(field, texts[field] ?? '') || t('changes.empty')}</dd></div>)}</dl>
        </section>
      )}
    </div>
  );
}
