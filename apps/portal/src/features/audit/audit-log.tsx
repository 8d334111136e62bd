import type { AuditEntry } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.js';
import { TIME_ZONE } from '../../lib/formats.js';
import { useText } from '../../lib/text.js';
import { AuditEntryRow } from './audit-entry.js';
import type { Names } from './use-names.js';
import classes from './audit.module.css';

const dayInJapan = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: TIME_ZONE });
interface Props { readonly entries: readonly AuditEntry[]; readonly state: ListState; readonly tell: (entry: AuditEntry) => string; readonly names: Names; readonly isOld: boolean }

function byDay(entries: readonly AuditEntry[]): Map<string, AuditEntry[]> {
  const days = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    const day = dayInJapan.format(new Date(entry.at));
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}

/** Events by day in Japan, newest first. */
export function AuditLog({ entries, state, tell, names, isOld }: Props): JSX.Element {
  const { t } = useTranslation('audit');
  const { date } = useText();
  const days = byDay(entries);
  return (
    <div className="sui-stack" style={{ '--gap': '2rem' }} aria-busy={isOld}>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className={classes.day}>{t('day', { day: date(day) })}</h2>
          <ol className={classes.entries}>
            {ofDay.map((entry) => (
              <AuditEntryRow key={entry.id} entry={entry} sentence={tell(entry)} names={names}
                following={{ record: state.filter('streamId') === entry.stream.id && state.filter('kind') === entry.stream.kind, person: state.filter('personId') === entry.actor.id || state.q === entry.actor.id }} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
