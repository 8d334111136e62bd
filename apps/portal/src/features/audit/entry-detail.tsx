import type { AuditEntry } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { flatten } from './flatten.js';
import type { Names } from './use-names.js';
import { isUuid, shortId } from './use-names.js';
import classes from './audit.module.css';

const MOST_PAIRS = 200;

/** Everything the log holds of one event, as it was written. Ids of people carry their names. */
export function EntryDetail({ entry, names }: { entry: AuditEntry; names: Names }): JSX.Element {
  const { t } = useTranslation(['audit', 'events']);
  const { number } = useText();
  const { id, at, actor, type, stream, detail } = entry;
  const named = (value: string): string => (isUuid(value) && names.person(value) !== shortId(value) ? t('detail.named', { id: value, name: names.person(value) }) : value);
  const head: [string, string][] = [
    [t('detail.at'), at], [t('detail.type'), type], [t('detail.actor'), named(actor.id)], [t('detail.record'), t('detail.recordOf', { kind: stream.kind, id: stream.id })], [t('detail.number'), id],
  ];
  const pairs = flatten(detail);
  return (
    <>
      <dl className={classes.pairs}>{head.map(([label, value]) => <div key={label}><dt>{label}</dt><dd><code>{value}</code></dd></div>)}</dl>
      {pairs.length === 0 ? <p className="sui-quiet">{t('detail.empty')}</p> : (
        <dl className={classes.pairs}>{pairs.slice(0, MOST_PAIRS).map(([path, value]) => <div key={path}><dt><code>{path}</code></dt><dd><code>{named(value)}</code></dd></div>)}</dl>
      )}
      {pairs.length > MOST_PAIRS && <p className="sui-quiet">{t('detail.cut', { shown: number(MOST_PAIRS), all: number(pairs.length) })}</p>}
    </>
  );
}
