import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.js';

/** Explains the blind phase, and what comes after one's own review is in (I12). */
export function ReviewPhase({ transfer }: { transfer: TransferView }): JSX.Element | null {
  const { t } = useTranslation('airlock');
  const { status, reviewersNeeded, myReviewIn, commands, reason } = transfer;
  if (status === 'in_review' && myReviewIn) return <Notice tone="done" title={t('phase.handedIn')} live><p>{reviewersNeeded > 1 ? t('phase.waitForOthers', { count: reviewersNeeded }) : t('phase.next')}</p></Notice>;
  if (status === 'in_review' && reviewersNeeded > 1) return <Notice tone="moving" title={t('phase.blind', { count: reviewersNeeded })}><p>{t('phase.blindText')}</p></Notice>;
  if (status === 'consolidating' && reason?.code === 'release-unavailable') return <Notice tone="waits" title={t('phase.releaseFailed')}><p>{t('phase.consolidatingText')}</p></Notice>;
  if (status === 'consolidating') return <Notice tone="moving" title={t('phase.consolidating', { count: reviewersNeeded })}><p>{commands.reject === null ? t('phase.consolidatingText') : t('phase.notReviewer')}</p></Notice>;
  return null;
}
