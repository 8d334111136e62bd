import type { AuditEntry } from '@suimon/contracts';
import type { JSX } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TIME_ZONE } from '../../lib/formats.js';
import { EntryDetail } from './entry-detail.js';
import { followPerson, followRecord } from './follow.js';
import type { Names } from './use-names.js';
import { isUuid } from './use-names.js';
import classes from './audit.module.css';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: TIME_ZONE });
/** Reasons that are codes already stand in the sentence. */
const isCode = (reason: string, detail: AuditEntry['detail']): boolean => detail['reason'] === reason && /^[a-z]+(-[a-z]+)+$/.test(reason);

interface Props { readonly entry: AuditEntry; readonly sentence: string; readonly names: Names; /** What the list is already limited to: no link leads where one stands. */ readonly following: { readonly record: boolean; readonly person: boolean } }

/** One event: when, one sentence, why; and the ways to go on from it. */
export function AuditEntryRow({ entry, sentence, names, following }: Props): JSX.Element {
  const { t } = useTranslation('audit');
  const [open, setOpen] = useState(false);
  const panel = useId();
  const { at, actor, stream, reason, detail } = entry;
  const followable = !following.person && (isUuid(actor.id) || actor.id.startsWith('system:'));
  return (
    <li className={classes.entry}>
      <time dateTime={at} className={classes.time}>{clock.format(new Date(at))}</time>
      <div className={classes.said}>
        <p>{sentence}</p>
        {reason && !isCode(reason, detail) && <p className={classes.reason}>{t('reason', { reason })}</p>}
      </div>
      <div className={classes.ways}>
        {(!following.record || followable) && <span className="sui-quiet" aria-hidden="true">{t('follow')}</span>}
        {!following.record && <Link to={followRecord(stream)}>{names.recordWithKind(stream.kind, stream.id)}<span className="sui-hidden">{t('followRecord')}</span></Link>}
        {followable && <Link to={followPerson(actor.id)}>{names.actor(actor)}<span className="sui-hidden">{t('followPerson')}</span></Link>}
        <button type="button" className={classes.more} aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>{open ? t('detail.hide') : t('detail.show')}<span className="sui-hidden">{t('detail.of', { sentence })}</span></button>
      </div>
      <div id={panel} className={classes.panel} hidden={!open}>{open && <EntryDetail entry={entry} names={names} />}</div>
    </li>
  );
}
