import type { DatasetSummary } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './catalogue.module.css';

/** What kind of database it is, in words: these are kinds, not states, so they carry no colour. */
export function DatasetMarks({ dataset }: { dataset: Pick<DatasetSummary, 'dbKind' | 'providerKind' | 'dataClass' | 'synthetic'> }): JSX.Element {
  const { t } = useTranslation('catalogue');
  return (
    <ul className={classes.marks} aria-label={t('marks')}>
      <li>{t(`dbKind.${dataset.dbKind}`)}</li>
      <li>{t(`dataClass.${dataset.dataClass}`)}</li>
      <li>{t(`providerKind.${dataset.providerKind}`)}</li>
      {dataset.synthetic && <li className={classes.synthetic}>{t('synthetic')}</li>}
    </ul>
  );
}
