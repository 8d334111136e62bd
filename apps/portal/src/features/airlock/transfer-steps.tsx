import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import type { Step } from '../../ui/step-bar.js';
import { StepBar } from '../../ui/step-bar.js';
import type { StepId } from './transfer-place.js';
import { placeOf, STEPS } from './transfer-place.js';

/** The real steps from sealing to release. Each is what the record says, never a guess of progress. */
export function TransferSteps({ transfer }: { transfer: TransferView }): JSX.Element | null {
  const { t } = useTranslation('airlock');
  const { dateTime } = useText();
  const place = placeOf(transfer);
  if (!place) return null;
  const at = place.at === 'end' ? STEPS.length : STEPS.indexOf(place.at);
  const noteOf = (id: StepId, state: Step['state']): string | undefined => {
    if (id === 'review' && state !== 'done') return t('steps.reviewers', { count: transfer.reviewersNeeded });
    if (state === 'now' && id === 'cool' && transfer.coolingOffUntil) return t('steps.until', { at: dateTime(transfer.coolingOffUntil) });
    if (state === 'now' && transfer.deadlineAt) return t('steps.until', { at: dateTime(transfer.deadlineAt) });
    return id === 'release' && transfer.releasedAt && state === 'done' ? dateTime(transfer.releasedAt) : undefined;
  };
  const steps = STEPS.map((id, index): Step => {
    const state = index < at ? 'done' : index > at ? 'later' : place.failed ? 'failed' : 'now';
    return { id, label: t(`steps.${transfer.direction}.${id}`), state, note: noteOf(id, state) };
  });
  return <StepBar label={t('steps.label')} steps={steps} />;
}
