import type { Job } from '@suimon/domain';
import { Denial } from '@suimon/domain';
import type { AnyEvent, Origin, RecordKind, RecordStates, Stored } from '@suimon/use-cases';
import type { EntityManager } from 'typeorm';
import { appendEvents } from './audit/audit-log.js';
import { enqueue, OUTBOX_CHANNEL } from './outbox/outbox.js';

/** Channel of Postgres NOTIFY for changed records. Payloads are ids only. */
export const CHANGE_CHANNEL = 'suimon_change';

export interface RecordRow<State> { version: number; state: State; created_at: Date; updated_at: Date }
export const toStored = <State>(row: RecordRow<State>): Stored<State> => ({ state: row.state, version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString() });

/** Table names are the record kinds themselves, a closed list; nothing from outside reaches the SQL text. */
export async function readRecord<Kind extends RecordKind>(manager: EntityManager, kind: Kind, id: string, lock: boolean): Promise<Stored<RecordStates[Kind]> | null> {
  const rows = await manager.query<RecordRow<RecordStates[Kind]>[]>(`SELECT version, state, created_at, updated_at FROM ${kind} WHERE id = $1${lock ? ' FOR UPDATE' : ''}`, [id]);
  return rows[0] ? toStored(rows[0]) : null;
}

/** Row, audit events and jobs in the caller's transaction. A version that moved on means a lost race: stale. */
export async function saveRecord<Kind extends RecordKind>(
  manager: EntityManager, kind: Kind, state: RecordStates[Kind], version: number, events: readonly AnyEvent[], jobs: readonly Job[], origin: Origin, at: string,
): Promise<void> {
  if (version === 0) {
    await manager.query(`INSERT INTO ${kind} (id, version, status, state, created_at, updated_at) VALUES ($1, 1, $2, $3, $4, $4)`, [state.id, state.status, JSON.stringify(state), at]);
  } else {
    const [, count] = await manager.query<[unknown, number]>(`UPDATE ${kind} SET version = version + 1, status = $2, state = $3, updated_at = $4 WHERE id = $1 AND version = $5`, [state.id, state.status, JSON.stringify(state), at, version]);
    if (count !== 1) throw new Denial('stale', 'version-stale');
  }
  await appendEvents(manager, kind, state.id, events, origin);
  for (const job of jobs) await enqueue(manager, job, at);
  if (jobs.length > 0) await manager.query('SELECT pg_notify($1, $2)', [OUTBOX_CHANNEL, '']);
  await manager.query('SELECT pg_notify($1, $2)', [CHANGE_CHANNEL, JSON.stringify({ kind, id: state.id })]);
}
