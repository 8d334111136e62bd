import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { Notice } from '../../ui/notice.js';
import { PageSection } from '../projects/page-section.js';
import { DownloadFile } from './download-file.js';
import { FileFacts, Sha256 } from './file-facts.js';
import { ScanVerdicts } from './scan-verdicts.js';
import classes from './airlock.module.css';

/** What left: downloads of an export, the place of an import. */
export function ReleasedFiles({ transfer, mine }: { transfer: TransferView; mine: boolean }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { dateTime, language } = useText();
  const outputs = transfer.files.filter(({ role }) => role === 'output');
  if (transfer.direction === 'import') return (
    <Notice tone="done" title={t('released.importTitle')}>
      <p>{t('released.importText')}</p>
      <ul>{outputs.map(({ id, path }) => <li key={id}><code className={classes.path}>{`/imports/${transfer.id}/${path}`}</code></li>)}</ul>
    </Notice>
  );
  if (!mine) return <Notice tone="done" title={t('released.exportTitle')}><p>{t('released.notYours')}</p></Notice>;
  return (
    <PageSection id="downloads" title={t('released.title')} lead={t('released.lead')}>
      {transfer.expiresAt && <p><strong>{t('released.until', { at: dateTime(transfer.expiresAt) })}</strong></p>}
      <ul className={classes.rows}>
        {outputs.map((file) => <li key={file.id} className={classes.row}><FileFacts file={file} heading="h3" /><DownloadFile transfer={transfer} file={file} /><ScanVerdicts file={file} /><Sha256 value={file.sha256} /></li>)}
      </ul>
      <details className={classes.details}><summary>{t('released.compare')}</summary>
        <dl className={classes.commands}>{(['linux', 'mac', 'windows'] as const).map((system) => <div key={system}><dt>{t(`released.${system}.name`)}</dt><dd><code lang="en">{t(`released.${system}.command`)}</code></dd></div>)}</dl>
        <p lang={language}>{t('released.compareText')}</p>
      </details>
    </PageSection>
  );
}
