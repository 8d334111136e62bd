import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.js';
import { useReasonText } from '../reason-text.js';
import shared from '../airlock.module.css';

/** Files that lie in the outbox and are not taken, each with the reason. */
export function RefusedFiles({ transfer }: { transfer: TransferView }): JSX.Element | null {
  const { t } = useTranslation('airlock');
  const reasonText = useReasonText();
  if (transfer.refusedFiles.length === 0) return null;
  return (
    <Notice tone="waits" title={t('refused.title', { count: transfer.refusedFiles.length })}>
      <p>{t('refused.text')}</p>
      <ul>{transfer.refusedFiles.map(({ path, reason }) => <li key={`${path}:${reason}`}><code className={shared.path}>{path}</code><br />{reasonText(reason).says} {reasonText(reason).next}</li>)}</ul>
    </Notice>
  );
}
