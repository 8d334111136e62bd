import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.js';
import { useFieldWords } from '../field-label.js';
import type { Draft } from './use-draft.js';
import classes from './edit.module.css';

/** Tells what became of two hands on one field: the text typed here stands, the other one can be read and copied. */
export function ClashNotice({ draft }: { draft: Draft }): JSX.Element | null {
  const { t } = useTranslation('applications');
  const words = useFieldWords(draft.view);
  if (draft.clashes.length === 0) {
    return draft.restored ? <Notice tone="moving" title={t('save.restored')} live><p>{t('save.restoredText')}</p><div><Button variant="default" onClick={draft.dismissClashes}>{t('save.understood')}</Button></div></Notice> : null;
  }
  return (
    <Notice tone="waits" title={t('clash.title')} live>
      <p>{t('clash.text')}</p>
      <dl className={classes.clashes}>
        {draft.clashes.map(({ field, theirs }) => <div key={field}><dt>{t('clash.field', { label: words.label(field) })}</dt><dd>{words.value(field, theirs) || t('changes.empty')}</dd></div>)}
      </dl>
      <div><Button variant="default" onClick={draft.dismissClashes}>{t('save.understood')}</Button></div>
    </Notice>
  );
}
