import { DENIAL_TEXTS } from '@suimon/contracts';
import type { DenialCode } from '@suimon/contracts';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';

const isDenial = (code: string): code is DenialCode => Object.hasOwn(DENIAL_TEXTS, code);

/** Sentence and next step of a coded reason: of a return, of a scanner, of a refused outbox file. An unknown code is named. */
export function useReasonText(): (code: string) => { says: string; next: string } {
  const { t, i18n } = useTranslation('airlock');
  const { denial } = useText();
  return (code) => {
    if (i18n.exists(`airlock:reason.${code}.says`)) return { says: t(`reason.${code}.says`), next: t(`reason.${code}.next`) };
    return isDenial(code) ? denial(code) : { says: t('reason.unknown.says', { code }), next: t('reason.unknown.next') };
  };
}
