import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.js';
import { FileFacts, Sha256 } from './file-facts.js';
import { ScanVerdicts } from './scan-verdicts.js';
import classes from './airlock.module.css';

/** The files of a request with what the scanners found. */
export function FileResults({ transfer }: { transfer: TransferView }): JSX.Element {
  const { t } = useTranslation('airlock');
  if (transfer.files.length === 0) return <EmptyState title={t('files.none')} />;
  return (
    <ul className={classes.rows}>
      {transfer.files.map((file) => (
        <li key={file.id} className={classes.row}><FileFacts file={file} heading="h3" /><ScanVerdicts file={file} /><Sha256 value={file.sha256} /></li>
      ))}
    </ul>
  );
}
