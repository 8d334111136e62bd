import { ROLES } from '@suimon/contracts';
import type { ApplicationSummary, PersonRef } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole, signedIn, useMe } from '../lib/session.js';
import { useText } from '../lib/text.js';

type Turn = ApplicationSummary['turn'];
const roleOf = (who: string): (typeof ROLES)[number] | undefined => ROLES.find((role) => who === `role:${role}`);
/** Anybody but a role and the system is the record's own person: its applicant, its requester. */
const isPersons = (who: string): boolean => who !== 'system' && roleOf(who) === undefined;

/** Whether the record waits on the reader. `person` is who acts when the turn is a person's (applicant, requester). */
export function useIsMyTurn(turn: Turn, person?: PersonRef): boolean {
  const { data: me } = useMe();
  if (!turn) return false;
  const role = roleOf(turn.who);
  return role ? holdsRole(me, role) : isPersons(turn.who) && person !== undefined && signedIn(me)?.id === person.id;
}

/** Whose turn it is, since when, until when. Nothing at all when the record rests. */
export function TurnLine({ turn, person }: { turn: Turn; person?: PersonRef }): JSX.Element | null {
  const { t } = useTranslation(['ui', 'shell']);
  const { local, dateTime } = useText();
  const mine = useIsMyTurn(turn, person);
  if (!turn) return null;
  const role = roleOf(turn.who);
  const who = mine ? t('turn.you') : role ? t(`shell:roles.${role}`) : isPersons(turn.who) && person ? local(person.displayName) : t('turn.system');
  return (
    <p className="sui-row" style={{ '--gap': '0.25rem 1rem' }}>
      <strong>{t('turn.now', { who })}</strong>
      <span>{t('turn.since', { at: dateTime(turn.since) })}</span>
      {turn.until && <span>{t('turn.until', { at: dateTime(turn.until) })}</span>}
    </p>
  );
}
