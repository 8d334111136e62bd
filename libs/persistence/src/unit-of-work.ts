import type { DatasetDocument, DatasetStatus, Job, Role } from '@suimon/domain';
import type { AnyEvent, Origin, PersonRow, RecordKind, RecordStates, Transaction, UnitOfWork } from '@suimon/use-cases';
import type { DataSource, EntityManager } from 'typeorm';
import { appendEvents } from './audit/audit-log.js';
import { searchDocument } from './catalogue/search-document.js';
import { finishJob } from './outbox/outbox.js';
import { CHANGE_CHANNEL, readRecord, saveRecord } from './record-store.js';

export interface PersonSql { id: string; login: string; display_name: PersonRow['displayName']; organisation_id: string; organisation: PersonRow['organisation']; roles: Role[]; ial: number; team_number: string; researcher_id: string }
export const PERSON_COLUMNS = 'p.id, p.login, p.display_name, p.organisation_id, o.display_name AS organisation, p.roles, p.ial, p.team_number, p.researcher_id';
export const toPerson = (row: PersonSql): PersonRow => ({ id: row.id, login: row.login, displayName: row.display_name, organisationId: row.organisation_id, organisation: row.organisation, roles: row.roles, ial: row.ial, teamNumber: row.team_number, researcherId: row.researcher_id });

class PostgresTransaction implements Transaction {
  constructor(private readonly manager: EntityManager) {}

  lock<Kind extends RecordKind>(kind: Kind, id: string) { return readRecord(this.manager, kind, id, true); }
  find<Kind extends RecordKind>(kind: Kind, id: string) { return readRecord(this.manager, kind, id, false); }
  save<Kind extends RecordKind>(kind: Kind, state: RecordStates[Kind], version: number, events: readonly AnyEvent[], jobs: readonly Job[], origin: Origin, at: string) {
    return saveRecord(this.manager, kind, state, version, events, jobs, origin, at);
  }
  note(kind: string, id: string, event: AnyEvent, origin: Origin) { return appendEvents(this.manager, kind, id, [event], origin); }
  finishJob(jobId: string) { return finishJob(this.manager, jobId); }

  async person(id: string): Promise<PersonRow | null> {
    const [row] = await this.manager.query<PersonSql[]>(`SELECT ${PERSON_COLUMNS} FROM person p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = $1`, [id]);
    return row ? toPerson(row) : null;
  }
  /** Active people only: a suspended person fills no role. */
  async peopleWithRoles(roles: readonly Role[]): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>("SELECT p.id FROM person p JOIN standing s ON s.id = p.id AND s.status = 'active' WHERE p.roles && $1 ORDER BY p.login", [roles]);
    return rows.map((row) => row.id);
  }
  async datasetStatuses(slugs: readonly string[]): Promise<Readonly<Record<string, DatasetStatus>>> {
    if (slugs.length === 0) return {};
    const rows = await this.manager.query<{ slug: string; status: DatasetStatus }[]>('SELECT slug, status FROM dataset WHERE slug = ANY($1)', [slugs]);
    return Object.fromEntries(rows.map((row) => [row.slug, row.status]));
  }
  async workspaceIdOf(projectId: string, personId: string): Promise<string | null> {
    return (await this.manager.query<{ id: string }[]>('SELECT id FROM workspace WHERE project_id = $1 AND person_id = $2', [projectId, personId]))[0]?.id ?? null;
  }
  async openExportDraft(projectId: string, personId: string): Promise<string | null> {
    const rows = await this.manager.query<{ id: string }[]>("SELECT id FROM transfer WHERE project_id = $1 AND requester_id = $2 AND direction = 'export' AND status IN ('draft','returned') ORDER BY created_at DESC LIMIT 1", [projectId, personId]);
    return rows[0]?.id ?? null;
  }
  async takenOutboxFiles(projectId: string, personId: string, exceptTransferId: string) {
    return this.manager.query<{ path: string; sizeBytes: number; modifiedAtMs: number | null }[]>(
      `SELECT file->>'path' AS path, (file->>'sizeBytes')::float8 AS "sizeBytes", (file->>'modifiedAtMs')::float8 AS "modifiedAtMs"
       FROM transfer, jsonb_array_elements(state->'files') AS file WHERE project_id = $1 AND requester_id = $2 AND direction = 'export' AND id <> $3`, [projectId, personId, exceptTransferId]);
  }
  async nextProjectNumber(): Promise<string> {
    const [row] = await this.manager.query<{ n: string }[]>("SELECT nextval('project_number') AS n");
    return `SUI-${(row?.n ?? '0').padStart(5, '0')}`;
  }
  async putDataset(document: DatasetDocument, status: DatasetStatus): Promise<void> {
    const { vector, params } = searchDocument(document);
    await this.manager.query(
      `INSERT INTO dataset (slug, version, status, document, search) VALUES ($1, $2, $3, $4, ${vector(5)})
       ON CONFLICT (slug) DO UPDATE SET version = excluded.version, status = excluded.status, document = excluded.document, search = excluded.search, updated_at = now()`,
      [document.slug, document.version, status, JSON.stringify(document), ...params]);
    await this.manager.query('SELECT pg_notify($1, $2)', [CHANGE_CHANNEL, JSON.stringify({ kind: 'dataset', id: document.slug })]);
  }
}

/** Transactions on Postgres. Serialisation failures are retried by nobody: rows are locked, so there are none to retry. */
export class PostgresUnitOfWork implements UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}
  run<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction((manager) => work(new PostgresTransaction(manager)));
  }
}
