import { dueJobs, nextDueInMs, OUTBOX_CHANNEL, returnJob } from '@suimon/persistence';
import type { DataSource } from 'typeorm';
import type { Logger } from '../logger.js';
import type { JobQueue } from './job.queue.js';
import { NoticeListener } from './notice.listener.js';

export interface OutboxRelayOptions {
  /** A job nothing was heard of for so long is handed over again. Working handlers are heard of several times within it. */
  readonly graceSeconds?: number;
  /** Looks into the outbox at least so often, whatever rings. */
  readonly pollMs?: number;
  /** Called when a job was handed over in vain: the queue has lost it, or nobody takes what is in there. */
  readonly onJobLost?: () => void;
}
const BATCH = 50;

/** Carries jobs from the outbox to the queue: at once when a commit rings, at their time, and again when they were lost. */
export class OutboxRelay {
  private readonly listener: NoticeListener;
  private readonly graceSeconds: number;
  private readonly pollMs: number;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private rung = false;
  private stopped = true;

  constructor(private readonly dataSource: DataSource, databaseUrl: string, private readonly queue: JobQueue, private readonly logger: Logger, private readonly options: OutboxRelayOptions = {}) {
    this.listener = new NoticeListener(databaseUrl, OUTBOX_CHANNEL, () => this.wake(), logger);
    this.graceSeconds = options.graceSeconds ?? 30;
    this.pollMs = options.pollMs ?? 3_000;
  }

  async start(): Promise<void> {
    this.stopped = false;
    await this.listener.start();
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.listener.stop();
    await this.running;
  }

  /** Never two rounds at once; a ring during one leads to another. */
  private wake(): void {
    if (this.stopped) return;
    this.rung = true;
    this.running ??= this.rounds().finally(() => { this.running = null; });
  }

  private async rounds(): Promise<void> {
    let pauseMs = this.pollMs;
    while (this.rung && !this.stopped) {
      this.rung = false;
      try {
        await this.handOver();
        pauseMs = Math.min(this.pollMs, (await nextDueInMs(this.dataSource.manager)) ?? this.pollMs);
      } catch (error) {
        this.logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'jobs could not be handed over; they stay in the outbox');
      }
    }
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.wake(), pauseMs);
  }

  private async handOver(): Promise<void> {
    for (;;) {
      const due = await dueJobs(this.dataSource.manager, this.graceSeconds, BATCH);
      if (due.some((job) => job.again)) this.options.onJobLost?.();
      for (const [index, job] of due.entries()) {
        try {
          await this.queue.enqueue(job.id, job.job);
        } catch (error) {
          for (const left of due.slice(index)) await returnJob(this.dataSource.manager, left.id);
          throw error;
        }
      }
      if (due.length < BATCH) return;
    }
  }
}
