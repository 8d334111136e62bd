import type { PersonRow } from '@suimon/use-cases';
import type { DataSource } from 'typeorm';
import { PERSON_COLUMNS, toPerson } from '../unit-of-work.js';
import type { PersonSql } from '../unit-of-work.js';

export interface Credentials extends PersonRow { readonly passwordHash: string; /** Encrypted with the field key. */ readonly totpSecret: string; readonly failedAttempts: number; readonly lockedUntil: string | null; readonly status: 'active' | 'suspended' }
interface CredentialsSql extends PersonSql { password_hash: string; totp_secret: string; failed_attempts: number; locked_until: Date | null; status: 'active' | 'suspended' }
export interface NewAccount { readonly id: string; readonly login: string; readonly displayName: PersonRow['displayName']; readonly organisationId: string; readonly roles: readonly string[]; readonly ial: number; readonly teamNumber: string; readonly researcherId: string; readonly passwordHash: string; readonly totpSecret: string }

const FROM = "FROM person p JOIN organisation o ON o.id = p.organisation_id JOIN standing s ON s.id = p.id";

export class PeopleQueries {
  constructor(private readonly dataSource: DataSource) {}

  private async credentials(where: string, value: string): Promise<Credentials | null> {
    const [row] = await this.dataSource.query<CredentialsSql[]>(`SELECT ${PERSON_COLUMNS}, p.password_hash, p.totp_secret, p.failed_attempts, p.locked_until, s.status ${FROM} WHERE ${where} = $1`, [value]);
    return row ? { ...toPerson(row), passwordHash: row.password_hash, totpSecret: row.totp_secret, failedAttempts: row.failed_attempts, lockedUntil: row.locked_until?.toISOString() ?? null, status: row.status } : null;
  }
  byLogin(login: string): Promise<Credentials | null> { return this.credentials('p.login', login.toLowerCase()); }
  byId(id: string): Promise<Credentials | null> { return this.credentials('p.id', id); }

  /** Counts a failure; from the fifth on, the account waits, longer each time (at most 15 minutes). */
  async recordFailure(id: string): Promise<void> {
    await this.dataSource.query("UPDATE person SET failed_attempts = failed_attempts + 1, locked_until = CASE WHEN failed_attempts + 1 >= 5 THEN now() + make_interval(secs => least(900, 15 * power(2, least(failed_attempts - 4, 6)))) END WHERE id = $1", [id]);
  }
  async clearFailures(id: string): Promise<void> { await this.dataSource.query('UPDATE person SET failed_attempts = 0, locked_until = NULL WHERE id = $1', [id]); }
  /** A one-time code counts once: false if this or a later time step was used already. */
  async useTotpStep(id: string, step: number): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown, number]>('UPDATE person SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2', [id, step]);
    return count === 1;
  }
  /** Ends every session of a person, as a suspension must. */
  async endSessions(personId: string): Promise<void> { await this.dataSource.query("DELETE FROM session WHERE sess->'passport'->>'user' = $1", [personId]); }

  async refs(ids: readonly string[]): Promise<ReadonlyMap<string, PersonRow>> {
    const rows = ids.length === 0 ? [] : await this.dataSource.query<PersonSql[]>(`SELECT ${PERSON_COLUMNS} ${FROM} WHERE p.id = ANY($1)`, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, toPerson(row)]));
  }
  async researchers(q: string): Promise<readonly PersonRow[]> {
    const rows = await this.dataSource.query<PersonSql[]>(`SELECT ${PERSON_COLUMNS} ${FROM} WHERE s.status = 'active' AND 'researcher' = ANY(p.roles) AND ($1 = '' OR p.display_name->>'ja' ILIKE $2 OR p.display_name->>'en' ILIKE $2 OR p.researcher_id ILIKE $2) ORDER BY p.login LIMIT 50`, [q, `%${q.replace(/[%_\\]/g, '\\$&')}%`]);
    return rows.map(toPerson);
  }
  async accounts(): Promise<readonly Credentials['id'][]> { return (await this.dataSource.query<{ id: string }[]>('SELECT id FROM person ORDER BY login')).map((row) => row.id); }
  async idByLogin(login: string): Promise<string | null> { return (await this.dataSource.query<{ id: string }[]>('SELECT id FROM person WHERE login = $1', [login]))[0]?.id ?? null; }

  async upsertOrganisation(organisation: { id: string; slug: string; displayName: PersonRow['displayName']; kind: string }): Promise<string> {
    const [row] = await this.dataSource.query<{ id: string }[]>('INSERT INTO organisation (id, slug, display_name, kind) VALUES ($1,$2,$3,$4) ON CONFLICT (slug) DO UPDATE SET display_name = excluded.display_name, kind = excluded.kind RETURNING id', [organisation.id, organisation.slug, JSON.stringify(organisation.displayName), organisation.kind]);
    if (!row) throw new Error('organisation was not stored');
    return row.id;
  }
  async insertAccount(account: NewAccount): Promise<void> {
    await this.dataSource.query('INSERT INTO person (id, login, display_name, organisation_id, roles, ial, team_number, researcher_id, password_hash, totp_secret) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)',
      [account.id, account.login, JSON.stringify(account.displayName), account.organisationId, account.roles, account.ial, account.teamNumber, account.researcherId, account.passwordHash, account.totpSecret]);
  }
}
