import type { Logger } from '../logger.js';
import { dropQueueRemains } from './queue.remains.js';
import { type OpenWorker, openWorker, type QueueStore } from './queue.store.js';

const RENEW_AFTER_MS = 1_000;
const CLOSE_MS = 5_000;

/**
 * A BullMQ worker that is replaced by a new one whenever it reports an error: one that lost its tables, or could not reach its
 * store when it started, never recovers by itself. Jobs that run meanwhile go on; the outbox knows what became of them.
 */
export class SteadyWorker {
  private worker: OpenWorker | null = null;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly store: QueueStore, private readonly take: (jobId: string) => Promise<void>, private readonly concurrency: number, private readonly logger: Logger) {}

  start(): void { if (!this.stopped) this.open(); }

  renew(why: string): void { if (this.worker) this.replace(this.worker, why); }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const worker = this.worker;
    this.worker = null;
    if (worker) await close(worker, false);
  }

  private open(): void {
    const worker = openWorker(this.store, async (job) => { if (job.id !== undefined) await this.take(job.id); }, this.concurrency);
    this.worker = worker;
    worker.on('error', (error) => this.replace(worker, error.message));
    worker.waitUntilReady().catch((error: unknown) => this.replace(worker, error instanceof Error ? error.message : String(error)));
  }

  private async reopen(): Promise<void> {
    if (!this.store.redisUrl) await dropQueueRemains(this.store.databaseUrl).catch((error: unknown) => this.logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'the queue could not be looked over'));
    if (!this.stopped) this.open();
  }

  private replace(worker: OpenWorker, why: string): void {
    if (this.stopped || this.worker !== worker) return;
    this.worker = null;
    this.logger.warn({ error: why }, 'the queue worker is opened again');
    void close(worker, true);
    this.timer = setTimeout(() => { void this.reopen(); }, RENEW_AFTER_MS);
  }
}

/** Closing waits for a store that may be gone, and for jobs when not forced. */
async function close(worker: OpenWorker, force: boolean): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => { timer = setTimeout(resolve, CLOSE_MS); });
  await Promise.race([worker.close(force).catch(() => undefined), late]);
  clearTimeout(timer);
}
