import type { ApplicationView } from '@suimon/contracts';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '../../../ui/error-summary.js';
import { useKept } from '../use-kept.js';

const SHORTEST = 10;
const today = (): string => new Date().toISOString().slice(0, 10);
interface Body { outcome: 'approved' | 'rejected'; reason: string; conditions: string; startsOn: string; endsOn: string }
export interface DecisionText {
  readonly reason: string; readonly conditions: string; readonly startsOn: string; readonly endsOn: string;
  readonly setReason: (value: string) => void; readonly setConditions: (value: string) => void; readonly setStartsOn: (value: string) => void; readonly setEndsOn: (value: string) => void;
  readonly errors: readonly FieldError[];
  readonly body: Body;
  readonly forget: () => void;
}

/** What the chair writes, kept until it is recorded. The period applied for is filled in. */
export function useDecisionText(view: ApplicationView, outcome: Body['outcome']): DecisionText {
  const { t } = useTranslation('applications');
  const key = `${view.id}.${view.round}.decision`;
  const { period } = view.proposal;
  const [reason, setReason, forgetReason] = useKept(`${key}-reason`);
  const [conditions, setConditions, forgetConditions] = useKept(`${key}-conditions`);
  const [startsOn, setStartsOn, forgetStart] = useKept(`${key}-start`, period?.from);
  const [endsOn, setEndsOn, forgetEnd] = useKept(`${key}-end`, period?.to);
  const approves = outcome === 'approved';
  const errors = [
    ...(reason.trim().length < SHORTEST ? [{ fieldId: 'decision-reason', message: t('decide.reasonShort', { min: SHORTEST }) }] : []),
    ...(approves && startsOn === '' ? [{ fieldId: 'decision-start', message: t('decide.startMissing') }] : []),
    ...(approves && (endsOn === '' || endsOn <= startsOn || endsOn <= today()) ? [{ fieldId: 'decision-end', message: t('decide.endWrong') }] : []),
  ];
  // A rejection has no period, but the record holds two days: those that were asked for.
  const days = approves ? { startsOn, endsOn } : { startsOn: period?.from ?? today(), endsOn: period?.to ?? today() };
  return {
    reason, conditions, startsOn, endsOn, setReason, setConditions, setStartsOn, setEndsOn, errors,
    body: { outcome, reason: reason.trim(), conditions: approves ? conditions.trim() : '', ...days },
    forget: () => { for (const forget of [forgetReason, forgetConditions, forgetStart, forgetEnd]) forget(); },
  };
}
