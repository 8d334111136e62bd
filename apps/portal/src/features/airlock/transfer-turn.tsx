import type { PersonRef, TransferSummary } from '@suimon/contracts';
import type { JSX } from 'react';
import { TurnLine, useIsMyTurn } from '../../ui/turn-line.js';

type Owned = Pick<TransferSummary, 'turn' | 'requester'>;
/** The turn as the shared line knows it: a requester's turn is a person's, a system's turn belongs to nobody. */
const turnOf = ({ turn, requester }: Owned): { turn: TransferSummary['turn']; person?: PersonRef } => {
  if (turn && (turn.who === 'requester' || turn.who === 'person')) return { turn: { ...turn, who: 'person' }, person: requester };
  return { turn };
};

/** Whose turn a request is, since when, until when. */
export const TransferTurn = ({ transfer }: { transfer: Owned }): JSX.Element => <TurnLine {...turnOf(transfer)} />;
export const useTransferWaitsOnMe = (transfer: Owned): boolean => { const { turn, person } = turnOf(transfer); return useIsMyTurn(turn, person); };
