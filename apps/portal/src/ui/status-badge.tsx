import type { ApplicationStatus, TransferStatus } from '@suimon/contracts';
import type { PROJECT_STATUSES, WORKSPACE_STATUSES } from '@suimon/contracts';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './status-badge.module.css';

/** What a colour says: done (green), waits on you (amber), blocked (red), closed (grey), on its way (no colour). */
export type Tone = 'done' | 'waits' | 'blocked' | 'closed' | 'moving';

interface Statuses { application: ApplicationStatus; transfer: TransferStatus; project: (typeof PROJECT_STATUSES)[number]; workspace: (typeof WORKSPACE_STATUSES)[number] }
type StatusOf = { [Kind in keyof Statuses]: { readonly kind: Kind; readonly status: Statuses[Kind] } }[keyof Statuses];

const TONES: { readonly [Kind in keyof Statuses]: Readonly<Record<Statuses[Kind], Tone>> } = {
  application: { draft: 'moving', submitted: 'moving', screening: 'moving', in_committee: 'moving', returned: 'waits', approved: 'done', rejected: 'blocked', contracted: 'done', opened: 'done', withdrawn: 'closed' },
  transfer: { draft: 'moving', sealing: 'moving', scanning: 'moving', quarantined: 'blocked', in_review: 'moving', consolidating: 'moving', returned: 'waits', approved: 'done', releasing: 'moving', released: 'done', revoked: 'blocked', expired: 'closed', rejected: 'blocked', blocked: 'blocked', withdrawn: 'closed' },
  project: { opening: 'moving', active: 'done', suspended: 'blocked', closed: 'closed' },
  workspace: { stopped: 'closed', starting: 'moving', ready: 'done', stopping: 'moving', failed: 'blocked' },
};
const toneOf = (value: StatusOf): Tone => {
  switch (value.kind) {
    case 'application': return TONES.application[value.status];
    case 'transfer': return TONES.transfer[value.status];
    case 'project': return TONES.project[value.status];
    case 'workspace': return TONES.workspace[value.status];
  }
};

/** A word in a tone. The sign before it differs by shape too, so nothing rests on colour alone. */
export const Badge = ({ tone, children }: { tone: Tone; children: ReactNode }): JSX.Element => <span className={classes.badge} data-tone={tone}>{children}</span>;

/** The state of a record. `waitsOnYou` turns it amber whatever the state, since that is what matters to this reader. */
export function StatusBadge({ waitsOnYou = false, ...value }: StatusOf & { waitsOnYou?: boolean }): JSX.Element {
  const { t } = useTranslation('status');
  return <Badge tone={waitsOnYou ? 'waits' : toneOf(value)}>{t(`${value.kind}.${value.status}`)}</Badge>;
}
