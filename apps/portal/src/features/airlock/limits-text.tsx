import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';

/** The limits of a direction as the policy sets them. */
export function LimitsText({ limits }: { limits: TransferView['limits'] }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { bytes, number } = useText();
  return (
    <div className="sui-quiet">
      <p>{t('limits.sizes', { files: number(limits.maxFiles), each: bytes(limits.maxFileBytes), all: bytes(limits.maxTotalBytes) })}</p>
      <p>{t('limits.types', { types: limits.allowedExtensions.join(', ') })}</p>
    </div>
  );
}
