import { createPostgresBackend, type JobsOptions, type Processor, Queue, Worker } from 'bullmq';

/** Where the queue lives: in Postgres, or in Redis when one is given. Either may be wiped, for the outbox has every job. */
export interface QueueStore { readonly databaseUrl: string; readonly redisUrl?: string | undefined }

/** What we use of BullMQ's classes, whose types differ with the store behind them. */
export interface OpenQueue {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}
export interface OpenWorker {
  waitUntilReady(): Promise<unknown>;
  close(force: boolean): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export const QUEUE_NAME = 'suimon-jobs';
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;

const inPostgres = (store: QueueStore) => ({ connectionString: store.databaseUrl, schema: 'bullmq', migrate: true, max: 4, connectionTimeoutMillis: 5_000 });
const inRedis = (url: string) => (url.startsWith('unix:') ? { path: url.slice('unix:'.length) } : { url });

export function openQueue(store: QueueStore): OpenQueue {
  return store.redisUrl ? new Queue(QUEUE_NAME, { connection: inRedis(store.redisUrl) }) : new Queue(QUEUE_NAME, { connection: inPostgres(store) }, createPostgresBackend);
}

/** Starts to take jobs at once. A job whose worker died comes back after the lock's time. */
export function openWorker(store: QueueStore, processor: Processor, concurrency: number): OpenWorker {
  const options = { concurrency, lockDuration: LOCK_MS, stalledInterval: STALLED_CHECK_MS, maxStalledCount: 1_000, runRetryDelay: 1_000 };
  return store.redisUrl
    ? new Worker(QUEUE_NAME, processor, { ...options, connection: inRedis(store.redisUrl) })
    : new Worker(QUEUE_NAME, processor, { ...options, connection: inPostgres(store) }, createPostgresBackend);
}
