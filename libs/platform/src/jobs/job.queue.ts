import type { Logger } from '../logger.js';
import { openQueue, type OpenQueue, type QueueStore } from './queue.store.js';

const ADD_TIMEOUT_MS = 10_000;

/** Puts outbox jobs into BullMQ under their outbox id, so that a job handed over twice waits there once. */
export class JobQueue {
  private queue: OpenQueue | null = null;

  constructor(private readonly store: QueueStore, private readonly logger: Logger) {}

  /** Throws when the queue did not take the job. A queue that was wiped, or lost its connection, is made anew first. */
  async enqueue(id: string, name: string): Promise<void> {
    try {
      await this.add(id, name);
    } catch (error) {
      this.logger.warn({ error: messageOf(error) }, 'the job queue is opened again');
      await this.close();
      await this.add(id, name);
    }
  }

  async close(): Promise<void> {
    const queue = this.queue;
    this.queue = null;
    await queue?.close().catch(() => undefined);
  }

  private async add(id: string, name: string): Promise<void> {
    const queue = this.queue ?? openQueue(this.store);
    // What fails is thrown by `add`; without a listener it would end the process as well.
    if (!this.queue) queue.on('error', () => undefined);
    this.queue = queue;
    // Attempts are counted in the outbox; here a job that ended in any way must make room for its next hand-over.
    await inTime(queue.add(name, {}, { jobId: id, attempts: 1, removeOnComplete: true, removeOnFail: true }));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A queue in Redis waits for a lost server for ever; whoever asks it must not. */
async function inTime<Answer>(work: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => { timer = setTimeout(() => reject(new Error('the job queue did not answer in time')), ADD_TIMEOUT_MS); });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
