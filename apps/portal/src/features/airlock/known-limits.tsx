import { endpoints } from '@suimon/contracts';
import type { Direction } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.js';
import { holdsRole, useMe } from '../../lib/session.js';
import { LimitsText } from './limits-text.js';

/** The limits of a direction in force, read from the reader's latest request of that direction. */
function DirectionLimits({ direction }: { direction: Direction }): JSX.Element | null {
  const { t } = useTranslation('airlock');
  const { data: page } = useRead(endpoints.airlock.list, { query: { direction } });
  const latest = page?.items[0];
  const { data: transfer } = useRead(endpoints.airlock.one, { params: { id: latest?.id ?? '' } }, { enabled: latest !== undefined });
  return transfer ? <div><h3>{t(`direction.${direction}`)}</h3><LimitsText limits={transfer.limits} /></div> : null;
}

/** Present limits for who has made a request before; they are set by policy and shown on every request. */
export function KnownLimits(): JSX.Element | null {
  const { data: me } = useMe();
  return holdsRole(me, 'researcher', 'steward') ? <><DirectionLimits direction="export" /><DirectionLimits direction="import" /></> : null;
}
