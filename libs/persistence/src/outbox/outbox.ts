import type { Job } from '@suimon/domain';
import type { EntityManager } from 'typeorm';

/** Channel of Postgres NOTIFY that rings when a job was written or became due at another time. */
export const OUTBOX_CHANNEL = 'suimon_outbox';
const ring = async (manager: EntityManager): Promise<void> => { await manager.query('SELECT pg_notify($1, $2)', [OUTBOX_CHANNEL, '']); };

export interface OutboxJob { readonly id: string; readonly job: Job['job']; readonly payload: Job; readonly notBefore: Date; readonly attempts: number }
/** `again`: it was handed over before, and nothing was heard of it for the grace time. */
export interface DueJob extends OutboxJob { readonly again: boolean }
interface OutboxRow { id: string; job: Job['job']; payload: Job; not_before: Date; attempts: number }
const toJob = (row: OutboxRow): OutboxJob => ({ id: row.id, job: row.job, payload: row.payload, notBefore: row.not_before, attempts: row.attempts });

/** Writes a job in the caller's transaction. It is open until a command of its handler commits with `finishJob`. */
export async function enqueue(manager: EntityManager, job: Job, at: string): Promise<void> {
  const notBefore = 'notBefore' in job ? job.notBefore : at;
  await manager.query('INSERT INTO outbox (job, payload, not_before, created_at) VALUES ($1, $2, $3, $4)', [job.job, JSON.stringify(job), notBefore, at]);
}

/** Open jobs that are due and were not handed to the queue within the grace time: new ones, and those a queue has lost. */
export async function dueJobs(manager: EntityManager, graceSeconds: number, limit: number): Promise<readonly DueJob[]> {
  const [rows] = await manager.query<[(OutboxRow & { again: boolean })[], number]>(
    `WITH due AS (
       SELECT id, handed_over_at IS NOT NULL AS again FROM outbox WHERE done_at IS NULL AND not_before <= now() AND (handed_over_at IS NULL OR handed_over_at < now() - make_interval(secs => $1)) ORDER BY not_before LIMIT $2 FOR UPDATE SKIP LOCKED
     ) UPDATE outbox SET handed_over_at = now() FROM due WHERE outbox.id = due.id RETURNING outbox.id, job, payload, not_before, attempts, again`, [graceSeconds, limit]);
  return rows.map((row) => ({ ...toJob(row), again: row.again }));
}

/** Milliseconds until the next open job is due, or null. */
export async function nextDueInMs(manager: EntityManager): Promise<number | null> {
  const [row] = await manager.query<{ ms: string | null }[]>('SELECT extract(epoch FROM min(not_before) - now()) * 1000 AS ms FROM outbox WHERE done_at IS NULL AND handed_over_at IS NULL');
  return row?.ms == null ? null : Math.max(0, Number(row.ms));
}

/** An open job; null when it is done or there never was one. */
export const readJob = async (manager: EntityManager, id: string): Promise<OutboxJob | null> => {
  const [row] = await manager.query<OutboxRow[]>('SELECT id, job, payload, not_before, attempts FROM outbox WHERE id = $1 AND done_at IS NULL', [id]);
  return row ? toJob(row) : null;
};
/** Says that the job is being worked on, so that it is not handed over again meanwhile. */
export const heartbeatJob = async (manager: EntityManager, id: string): Promise<void> => { await manager.query('UPDATE outbox SET handed_over_at = now() WHERE id = $1 AND done_at IS NULL', [id]); };
/** Gives an unfinished job back at once, as a worker does that ends, or a relay whose queue did not take it. */
export const returnJob = async (manager: EntityManager, id: string): Promise<void> => {
  await manager.query('UPDATE outbox SET handed_over_at = NULL WHERE id = $1 AND done_at IS NULL', [id]);
  await ring(manager);
};
export const finishJob = async (manager: EntityManager, id: string): Promise<void> => { await manager.query('UPDATE outbox SET done_at = now() WHERE id = $1', [id]); };
/** Gives the job back for the next hand-over, after `retrySeconds`. */
export const failJob = async (manager: EntityManager, id: string, error: string, retrySeconds: number): Promise<void> => {
  await manager.query('UPDATE outbox SET attempts = attempts + 1, last_error = $2, handed_over_at = NULL, not_before = now() + make_interval(secs => $3) WHERE id = $1 AND done_at IS NULL', [id, error.slice(0, 500), retrySeconds]);
  await ring(manager);
};
