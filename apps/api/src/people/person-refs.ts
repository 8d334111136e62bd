import type { PersonRef } from '@suimon/contracts';
import type { PeopleQueries } from '@suimon/persistence';
import type { PersonRow } from '@suimon/use-cases';

export const personRef = (person: PersonRow): PersonRef => ({ id: person.id, displayName: person.displayName, organisation: person.organisation });
const SYSTEM_NAME = { ja: 'システム', en: 'System' };
const UNKNOWN = { ja: '不明', en: 'Unknown' };

/** Names for ids, read once for a response. System actors appear as the system. */
export class PersonRefs {
  private constructor(private readonly rows: ReadonlyMap<string, PersonRow>) {}

  static async load(people: PeopleQueries, ids: readonly string[]): Promise<PersonRefs> {
    return new PersonRefs(await people.refs(ids.filter((id) => /^[0-9a-f-]{36}$/.test(id))));
  }
  get(id: string): PersonRef {
    const row = this.rows.get(id);
    if (row) return personRef(row);
    return { id, displayName: id.startsWith('system:') ? SYSTEM_NAME : UNKNOWN, organisation: { ja: '', en: '' } };
  }
}
