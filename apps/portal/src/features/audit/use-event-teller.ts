import { denialCode } from '@suimon/contracts';
import type { AuditEntry } from '@suimon/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../lib/text.js';
import { useText } from '../../lib/text.js';
import type { Slot } from './event-sentences.js';
import { EVENT_SENTENCES, detailAt, sentenceKey } from './event-sentences.js';
import type { Names } from './use-names.js';

const isTime = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** One detail in the words of the reader; null when the event does not hold it. */
function slotText(slot: Slot, value: unknown, text: Text, names: Names): string | null {
  if (slot === 'bytes') return typeof value === 'number' ? text.bytes(value) : null;
  if (slot === 'day') return isTime(value) ? text.date(value) : null;
  if (slot === 'instant') return isTime(value) ? text.dateTime(value) : null;
  if (typeof value !== 'string' || value === '') return null;
  if (slot === 'person') return names.person(value);
  const code = slot === 'refusal' ? denialCode.safeParse(value).data : undefined;
  return code ? text.denial(code).says : value;
}

/** Turns an entry of the log into one sentence: who did what to what. An event type without a sentence is told by its own name. */
export function useEventTeller(names: Names): (entry: AuditEntry) => string {
  const { t } = useTranslation('events');
  const text = useText();
  return useMemo(() => ({ type, detail, actor, stream }: AuditEntry) => {
    const telling = EVENT_SENTENCES[type];
    const slots = Object.entries(telling?.slots ?? {}).map(([name, slot]): [string, string] => [name, slotText(slot, detailAt(detail, name), text, names) ?? t('missing')]);
    const counted = telling?.count ? detailAt(detail, telling.count) : undefined;
    const said: Record<string, string> = { ...Object.fromEntries(slots), type, who: names.actor(actor), record: names.record(stream.kind, stream.id), subject: names.person(stream.id) };
    const key = sentenceKey(type, detail);
    return telling?.count ? t(key, { ...said, count: Array.isArray(counted) ? counted.length : 0 }) : t(key, said);
  }, [t, text, names]);
}
