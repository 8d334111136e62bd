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

/** Events by day in Japan, newest first. */
export function AuditLog({ entries, state, tell, names, isOld }: Props): JSX.Element {
  const { t } = useTranslation('audit');
  const { date } = useText();
  const days = Map.groupBy(entries, ({ at }) => dayInJapan.format(new Date(at)));
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
