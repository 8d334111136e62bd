import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { Notice } from '../../ui/notice.js';
import type { Tone } from '../../ui/status-badge.js';
import { useReasonText } from './reason-text.js';
import classes from './airlock.module.css';

type Told = Extract<TransferView['status'], 'returned' | 'rejected' | 'quarantined' | 'blocked' | 'revoked' | 'expired' | 'withdrawn'>;
const TONES: Readonly<Record<Told, Tone>> = { returned: 'waits', rejected: 'blocked', quarantined: 'blocked', blocked: 'blocked', revoked: 'blocked', expired: 'closed', withdrawn: 'closed' };
const isTold = (status: TransferView['status']): status is Told => Object.hasOwn(TONES, status);

function Reason({ reason, status }: { reason: NonNullable<TransferView['reason']>; status: Told }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { local, dateTime } = useText();
  const coded = useReasonText()(reason.code);
  // A system names the file or what was found in it; a person writes to a person.
  const byPerson = reason.by !== null && reason.text !== '';
  return (
    <>
      {!byPerson && <p>{coded.says}</p>}
      {byPerson && <blockquote className={classes.quote}>{reason.text}</blockquote>}
      {!byPerson && reason.text !== '' && <p><code className={classes.path}>{reason.text}</code></p>}
      <p className="sui-quiet">{reason.by ? t('outcome.by', { name: local(reason.by.displayName), at: dateTime(reason.at) }) : t('outcome.bySystem', { at: dateTime(reason.at) })}</p>
      {!byPerson && status === 'returned' && <p>{coded.next}</p>}
    </>
  );
}

/** How a request came back or ended, with the reason where it cannot be missed (返送). */
export function TransferOutcome({ transfer }: { transfer: TransferView }): JSX.Element | null {
  const { t } = useTranslation('airlock');
  const { status, reason, files } = transfer;
  if (!isTold(status)) return null;
  const wishes = status === 'returned' || status === 'rejected' ? files.flatMap(({ id, path, votes }) => votes.filter(({ vote }) => vote === 'changes').map(({ comment }, index) => ({ key: `${id}-${index}`, path, comment }))) : [];
  return (
    <Notice tone={TONES[status]} title={t(`outcome.${status}.title`)}>
      {reason && status !== 'expired' && status !== 'withdrawn' && <Reason reason={reason} status={status} />}
      {wishes.length > 0 && <><p><strong>{t('outcome.wishes')}</strong></p><ul>{wishes.map(({ key, path, comment }) => <li key={key}>{t('outcome.wish', { path, comment })}</li>)}</ul></>}
      <p>{t(`outcome.${status}.next`)}</p>
    </Notice>
  );
}
