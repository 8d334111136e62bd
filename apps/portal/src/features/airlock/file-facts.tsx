import type { TransferFileView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import classes from './airlock.module.css';

/** A file's name as it is, its size, part and use. The name is broken anywhere, never cut: what is not seen cannot be checked. */
export function FileFacts({ file, heading = 'p' }: { file: TransferFileView; heading?: 'p' | 'h3' }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { bytes } = useText();
  const Name = heading;
  const facts = [bytes(file.sizeBytes), t(`role.${file.role}`), ...(file.use ? [t(`use.${file.use}`)] : [])];
  return (
    <div>
      <Name className={classes.path}>{file.path}</Name>
      <p className="sui-quiet">{facts.join(' · ')}</p>
      {file.note && <p className={classes.note}>{file.note}</p>}
    </div>
  );
}

/** SHA-256 in full, to compare with. */
export function Sha256({ value }: { value: string | null }): JSX.Element | null {
  const { t } = useTranslation('airlock');
  if (value === null) return null;
  return <p className={classes.hash}><span className="sui-quiet">{t('files.sha256')}</span> <code>{value}</code></p>;
}
