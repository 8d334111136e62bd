import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { TurnLine, useIsMyTurn } from '../../ui/turn-line.js';

const ACTS = ['submit', 'edit', 'startScreening', 'openToCommittee', 'declareInterest', 'judge', 'vote', 'decide', 'recordContract'] as const;
/** Whether the reader can move the case on. Of a case with the committee each member has a part, which may be done already. */
export function useWaitsOnMe(view: ApplicationView): boolean {
  const mine = useIsMyTurn(view.turn, view.applicant);
  return mine && ACTS.some((name) => view.commands[name] === null);
}

/** Whose turn it is; a member whose vote is in is not told that it is theirs. */
export function CurrentTurn({ view }: { view: ApplicationView }): JSX.Element | null {
  const { t } = useTranslation(['ui', 'shell']);
  const { dateTime } = useText();
  const waitsOnMe = useWaitsOnMe(view);
  if (view.status !== 'in_committee' || waitsOnMe || !view.turn) return <TurnLine turn={view.turn} person={view.applicant} />;
  return (
    <p className="sui-row" style={{ '--gap': '0.25rem 1rem' }}>
      <strong>{t('turn.now', { who: t('shell:roles.committee') })}</strong>
      <span>{t('turn.since', { at: dateTime(view.turn.since) })}</span>
    </p>
  );
}
