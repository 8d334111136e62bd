import type { FilePreview as Preview } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../lib/text.js';
import classes from './file-preview.module.css';

/** What a file holds, as inert text, cells or pixels. Nothing in it can run or load anything. */
export function FilePreview({ name, preview }: { name: string; preview: Preview }): JSX.Element {
  const { t } = useTranslation('ui');
  const { number } = useText();
  switch (preview.kind) {
    case 'text': return <figure className={classes.figure}><pre className={classes.text} tabIndex={0} aria-label={name}>{preview.text}</pre>{preview.truncated && <figcaption>{t('preview.truncated')}</figcaption>}</figure>;
    case 'image': return <figure className={classes.figure}><img src={preview.dataUrl} width={preview.widthPx} height={preview.heightPx} alt={name} className={classes.image} /><figcaption>{t('preview.image', { width: preview.widthPx, height: preview.heightPx })}</figcaption></figure>;
    case 'none': return <p>{t('preview.none', { reason: preview.reason })}</p>;
    case 'table': return (
      <figure className={classes.figure}>
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={name}>
          <table className={classes.table}>
            <thead><tr><th scope="col">{t('preview.row')}</th>{preview.header.map((cell, index) => <th key={index} scope="col">{cell}</th>)}</tr></thead>
            <tbody>{preview.rows.map((row, index) => <tr key={index}><th scope="row">{number(index + 1)}</th>{row.map((cell, column) => <td key={column}>{cell}</td>)}</tr>)}</tbody>
          </table>
        </div>
        <figcaption>{t('preview.rows', { shown: number(preview.rows.length), all: number(preview.rowCount) })}</figcaption>
      </figure>
    );
  }
}
