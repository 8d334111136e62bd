import type { DataSource } from 'typeorm';

export interface AuditRow { id: string; at: Date; actor: string; type: string; stream_kind: string; stream_id: string; payload: Record<string, unknown> }
export interface AuditFilter { q: string; kind?: string; streamId?: string; personId?: string; type?: string; from?: string; to?: string; page: number }
export const AUDIT_PAGE_SIZE = 50;

/** Reads of the audit log; nothing here writes it. */
export class AuditQueries {
  constructor(private readonly dataSource: DataSource) {}

  async log(filter: AuditFilter): Promise<{ total: number; items: readonly AuditRow[] }> {
    const params: unknown[] = [];
    const clauses = ['true'];
    const add = (sql: (param: string) => string, value: unknown): void => { if (value !== undefined && value !== '') clauses.push(sql(`$${params.push(value)}`)); };
    add((p) => `stream_kind = ${p}`, filter.kind);
    add((p) => `stream_id = ${p}`, filter.streamId);
    add((p) => `(actor = ${p} OR stream_id = ${p} OR payload::text LIKE '%' || ${p} || '%')`, filter.personId);
    add((p) => `type LIKE ${p} || '%'`, filter.type);
    add((p) => `at >= ${p}::timestamptz`, filter.from);
    add((p) => `at < ${p}::timestamptz`, filter.to);
    add((p) => `(type ILIKE '%' || ${p} || '%' OR payload::text ILIKE '%' || ${p} || '%' OR request_id = ${p})`, filter.q.replace(/[%_\\]/g, '\\$&'));
    const rows = await this.dataSource.query<(AuditRow & { total: string })[]>(`SELECT id, at, actor, type, stream_kind, stream_id, payload, count(*) OVER () AS total FROM audit_event WHERE ${clauses.join(' AND ')} ORDER BY id DESC LIMIT ${AUDIT_PAGE_SIZE} OFFSET ${(filter.page - 1) * AUDIT_PAGE_SIZE}`, params);
    return { total: Number(rows[0]?.total ?? 0), items: rows };
  }
  timeline(kind: string, id: string): Promise<readonly AuditRow[]> {
    return this.dataSource.query<AuditRow[]>('SELECT id, at, actor, type, stream_kind, stream_id, payload FROM audit_event WHERE stream_kind = $1 AND stream_id = $2 ORDER BY seq DESC LIMIT 500', [kind, id]);
  }
}
