import type { Actor, Application, Project, Transfer, Workspace } from '@suimon/domain';
import { hasRole } from '@suimon/domain';
import type { RecordKind, RecordStates, Stored } from '@suimon/use-cases';
import type { DataSource } from 'typeorm';
import { toStored } from '../record-store.js';
import type { RecordRow } from '../record-store.js';

export const PAGE_SIZE = 20;
export interface Page<State> { readonly total: number; readonly items: readonly Stored<State>[] }
/** SQL that limits a list to what an actor may see. Every list demands one, so none can be forgotten. */
interface Scope { readonly sql: string; readonly params: readonly unknown[] }
const NOTHING: Scope = { sql: 'false', params: [] };
const personScope = (actor: Actor, scope: (id: string) => Scope): Scope => (actor.kind === 'person' && actor.aal >= 2 ? scope(actor.id) : NOTHING);

export const applicationScope = (actor: Actor): Scope => personScope(actor, (id) => ({
  sql: `(applicant_id = $1 OR state->'proposal'->'memberIds' ? $1::text OR (status <> 'draft' AND (state->>'round')::int > 0 AND ($2 OR ($3 AND state->'committee' ? $1::text))))`,
  params: [id, hasRole(actor, 'secretary', 'auditor'), hasRole(actor, 'committee', 'chair')],
}));
export const projectScope = (actor: Actor): Scope => personScope(actor, (id) => ({
  sql: `($2 OR EXISTS (SELECT FROM jsonb_array_elements(state->'members') AS m WHERE m->>'personId' = $1 AND m->>'status' IN ('invited','joined')))`,
  params: [id, hasRole(actor, 'secretary', 'steward', 'security', 'auditor')],
}));
export const workspaceScope = (actor: Actor): Scope => personScope(actor, (id) => ({
  sql: `(person_id = $1 OR $2 OR EXISTS (SELECT FROM project WHERE project.id = workspace.project_id AND project.state->>'leadId' = $1::text))`,
  params: [id, hasRole(actor, 'operator', 'security', 'auditor')],
}));
const REVIEWABLE = `'in_review','consolidating','approved','releasing','released','revoked','expired','rejected'`;
export const transferScope = (actor: Actor): Scope => personScope(actor, (id) => ({
  sql: `(CASE (SELECT m->>'status' FROM project, jsonb_array_elements(project.state->'members') AS m WHERE project.id = transfer.project_id AND m->>'personId' = $1::text)
          WHEN 'joined' THEN $2 ELSE false END
        OR (NOT EXISTS (SELECT FROM project, jsonb_array_elements(project.state->'members') AS m WHERE project.id = transfer.project_id AND m->>'personId' = $1::text)
          AND (($3 AND (status IN (${REVIEWABLE}) OR (status = 'returned' AND state->'reason'->>'code' = 'by-reviewer'))) OR ($4 AND status IN ('quarantined','blocked','released','revoked')) OR ($5 AND (state->>'round')::int > 0))))`,
  params: [id, hasRole(actor, 'researcher'), hasRole(actor, 'steward'), hasRole(actor, 'security'), hasRole(actor, 'auditor')],
}));

export class RecordQueries {
  constructor(private readonly dataSource: DataSource) {}

  private async page<Kind extends RecordKind>(kind: Kind, scope: Scope, extra: Scope, order: string, page: number, size = PAGE_SIZE): Promise<Page<RecordStates[Kind]>> {
    const params = [...scope.params, ...extra.params];
    const rows = await this.dataSource.query<(RecordRow<RecordStates[Kind]> & { total: string })[]>(
      `SELECT version, state, created_at, updated_at, count(*) OVER () AS total FROM ${kind} WHERE ${scope.sql} AND ${extra.sql} ORDER BY ${order} LIMIT ${size} OFFSET ${(page - 1) * size}`, params);
    return { total: Number(rows[0]?.total ?? 0), items: rows.map(toStored) };
  }
  applications(actor: Actor, filter: { status?: string; page: number; size?: number }): Promise<Page<Application>> {
    const scope = applicationScope(actor);
    const n = scope.params.length;
    return this.page('application', scope, { sql: `($${n + 1}::text IS NULL OR status = $${n + 1})`, params: [filter.status ?? null] }, 'updated_at DESC', filter.page, filter.size);
  }
  projects(actor: Actor): Promise<Page<Project>> { return this.page('project', projectScope(actor), { sql: 'true', params: [] }, 'number DESC', 1, 200); }
  workspaces(actor: Actor): Promise<Page<Workspace>> { return this.page('workspace', workspaceScope(actor), { sql: 'true', params: [] }, 'updated_at DESC', 1, 500); }
  transfers(actor: Actor, filter: { projectId?: string; direction?: string; status?: string; queue: 'review' | 'mine' | 'all'; oldestFirst: boolean; page: number; size?: number }): Promise<Page<Transfer>> {
    const scope = transferScope(actor);
    const n = scope.params.length;
    const queue = filter.queue === 'review' ? " AND status IN ('in_review','consolidating')" : filter.queue === 'mine' ? ' AND requester_id = $1' : '';
    const extra = { sql: `($${n + 1}::uuid IS NULL OR project_id = $${n + 1}) AND ($${n + 2}::text IS NULL OR direction = $${n + 2}) AND ($${n + 3}::text IS NULL OR status = $${n + 3})${queue}`, params: [filter.projectId ?? null, filter.direction ?? null, filter.status ?? null] };
    return this.page('transfer', scope, extra, filter.oldestFirst ? 'updated_at' : 'updated_at DESC', filter.page, filter.size);
  }
  /** Whether a record is within what the actor may see, for change notices. */
  async sees(actor: Actor, kind: string, id: string): Promise<boolean> {
    const scopes: Record<string, (actor: Actor) => Scope> = { application: applicationScope, project: projectScope, workspace: workspaceScope, transfer: transferScope };
    const scope = scopes[kind]?.(actor);
    if (!scope) return kind === 'dataset' || (kind === 'standing' && id === actor.id);
    const rows = await this.dataSource.query<unknown[]>(`SELECT 1 FROM ${kind} WHERE ${scope.sql} AND id = $${scope.params.length + 1}`, [...scope.params, id]);
    return rows.length > 0;
  }
  /** A transfer whose blind review has begun: a notice of its change would tell one reviewer that another has voted (I12). */
  async isUnderBlindReview(transferId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>("SELECT 1 FROM transfer WHERE id = $1 AND status = 'in_review' AND EXISTS (SELECT FROM jsonb_array_elements(state->'votes') AS vote WHERE vote->'round' = state->'round')", [transferId]);
    return rows.length > 0;
  }
  /** Earlier released exports of a project, for the reviewer to compare with. */
  async earlierReleases(projectId: string, exceptId: string): Promise<readonly Transfer[]> {
    const rows = await this.dataSource.query<{ state: Transfer }[]>("SELECT state FROM transfer WHERE project_id = $1 AND id <> $2 AND direction = 'export' AND status IN ('released','revoked','expired') ORDER BY updated_at DESC LIMIT 20", [projectId, exceptId]);
    return rows.map((row) => row.state);
  }
  async refusedOutboxFiles(projectId: string, personId: string): Promise<readonly { path: string; reason: string }[]> {
    return (await this.dataSource.query<{ refused: { path: string; reason: string }[] }[]>('SELECT refused FROM outbox_refusal WHERE project_id = $1 AND person_id = $2', [projectId, personId]))[0]?.refused ?? [];
  }
  async putRefusedOutboxFiles(projectId: string, personId: string, refused: readonly { path: string; reason: string }[]): Promise<void> {
    await this.dataSource.query('INSERT INTO outbox_refusal (project_id, person_id, refused) VALUES ($1,$2,$3) ON CONFLICT (project_id, person_id) DO UPDATE SET refused = excluded.refused', [projectId, personId, JSON.stringify(refused.slice(0, 100))]);
  }
  /** Everything in force or once in force, for the public register: titles, dates, datasets, no people. */
  async register(): Promise<readonly { state: Project; organisation: { ja: string; en: string } }[]> {
    return this.dataSource.query("SELECT project.state, o.display_name AS organisation FROM project JOIN person p ON p.id = (project.state->>'leadId')::uuid JOIN organisation o ON o.id = p.organisation_id ORDER BY number DESC LIMIT 500");
  }
  /** Ids of records in some states, for the loops that converge them. */
  async idsIn<Kind extends RecordKind>(kind: Kind, statuses: readonly RecordStates[Kind]['status'][]): Promise<readonly string[]> {
    return (await this.dataSource.query<{ id: string }[]>(`SELECT id FROM ${kind} WHERE status = ANY($1) ORDER BY updated_at`, [statuses])).map((row) => row.id);
  }
  async statesIn<Kind extends RecordKind>(kind: Kind, statuses: readonly RecordStates[Kind]['status'][]): Promise<readonly Stored<RecordStates[Kind]>[]> {
    return (await this.dataSource.query<RecordRow<RecordStates[Kind]>[]>(`SELECT version, state, created_at, updated_at FROM ${kind} WHERE status = ANY($1) ORDER BY updated_at`, [statuses])).map(toStored);
  }
  /** Transfers whose deadline or expiry has passed. */
  async transfersOverdue(): Promise<readonly { id: string; isExpiry: boolean }[]> {
    return this.dataSource.query(`SELECT id, status = 'released' AS "isExpiry" FROM transfer WHERE (status IN ('sealing','scanning','approved','releasing') AND (state->>'deadlineAt')::timestamptz <= now()) OR (status = 'released' AND (state->>'expiresAt')::timestamptz <= now()) LIMIT 100`);
  }
  async counts(): Promise<readonly { kind: string; status: string; count: number }[]> {
    const kinds: readonly RecordKind[] = ['application', 'project', 'workspace', 'transfer', 'standing'];
    return this.dataSource.query(kinds.map((kind) => `SELECT '${kind}' AS kind, status, count(*)::int AS count FROM ${kind} GROUP BY status`).join(' UNION ALL '));
  }
  async jobs(): Promise<{ waiting: number; overdue: number; oldestSeconds: number | null }> {
    const [row] = await this.dataSource.query<{ waiting: number; overdue: number; oldest: number | null }[]>("SELECT count(*)::int AS waiting, count(*) FILTER (WHERE not_before < now() - interval '60 s')::int AS overdue, extract(epoch FROM now() - min(not_before) FILTER (WHERE not_before <= now()))::int AS oldest FROM outbox WHERE done_at IS NULL");
    return { waiting: row?.waiting ?? 0, overdue: row?.overdue ?? 0, oldestSeconds: row?.oldest ?? null };
  }
}
