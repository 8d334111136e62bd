import type { DatasetView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import classes from './dataset.module.css';

/** The standard code of a column and, when asked for, the values it may take. */
export function CodeList({ item }: { item: DatasetView['items'][number] }): JSX.Element | null {
  const { t } = useTranslation('catalogue');
  const { local, number } = useText();
  if (!item.codeSystem && !item.codes) return null;
  return (
    <>
      {item.codeSystem && <span>{item.codeSystem}</span>}
      {item.codes && (
        <details className={classes.codes}>
          <summary>{t('dictionary.values', { number: number(item.codes.length) })}</summary>
          <ul>{item.codes.map((code) => <li key={code.value}><code className={classes.code}>{code.value}</code> {local(code.label)}</li>)}</ul>
        </details>
      )}
    </>
  );
}
