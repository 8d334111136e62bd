import { Denial, type Job } from '@suimon/domain';
import { failJob, finishJob, heartbeatJob, type OutboxJob, readJob, returnJob } from '@suimon/persistence';
import type { DataSource } from 'typeorm';
import type { Logger } from '../logger.js';
import type { QueueStore } from './queue.store.js';
import { SteadyWorker } from './steady.worker.js';

/** What a handler is told besides its payload. It ends in a command that carries `jobId`, so that both commit together. */
export interface JobCall {
  readonly jobId: string;
  /** Fires when the process ends; the job is then given back and run again from its start. */
  readonly signal: AbortSignal;
  /** How often it failed before. */
  readonly attempts: number;
}
export type JobHandlers = { readonly [Name in Job['job']]: (payload: Extract<Job, { job: Name }>, call: JobCall) => Promise<void> };

/** Thrown by a handler that finds its record moved on: nothing is left to do, and nobody needs to know. */
export class MovedOn extends Error {}

export interface JobRunnerOptions { readonly concurrency?: number; readonly heartbeatMs?: number; /** Time that running handlers get at the end. */ readonly stopGraceMs?: number }

const JOB_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST_RETRY_SECONDS = 60;
/** The record is past what the job was to do: done by somebody else, given up, or in another round. */
export const isMovedOn = (error: unknown): boolean => error instanceof MovedOn || (error instanceof Denial && (error.kind === 'state' || error.kind === 'missing' || error.code === 'superseded'));

/** Takes ids from the queue and runs what the outbox says under them. The queue's own word counts for nothing. */
export class JobRunner {
  private readonly worker: SteadyWorker;
  private readonly active = new Map<string, Promise<void>>();
  private readonly ending = new AbortController();

  constructor(private readonly dataSource: DataSource, store: QueueStore, private readonly handlers: JobHandlers, private readonly logger: Logger, private readonly options: JobRunnerOptions = {}) {
    this.worker = new SteadyWorker(store, (id) => this.take(id), options.concurrency ?? 4, logger);
  }

  start(): void { this.worker.start(); }

  /** Stops handlers at their next look at the signal, gives their jobs back and leaves the queue. */
  async stop(): Promise<void> {
    this.ending.abort(new Error('the worker ends'));
    const grace = this.options.stopGraceMs ?? 10_000;
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([Promise.all(this.active.values()), new Promise((resolve) => { timer = setTimeout(resolve, grace); })]);
    clearTimeout(timer);
    await this.worker.stop();
  }

  /** A job was handed over in vain. With nothing running here, our own connection to the queue may be what is broken. */
  renewIfIdle(): void { if (this.active.size === 0) this.worker.renew('nothing comes out of it'); }

  /** Ids of jobs that run now, for the heartbeat of the process. */
  get running(): readonly string[] { return [...this.active.keys()]; }

  private async take(id: string): Promise<void> {
    if (!JOB_ID.test(id) || this.active.has(id) || this.ending.signal.aborted) return;
    const run = this.run(id).catch((error: unknown) => {
      // The outbox itself could not be read or written. It hands the job over again after the grace time.
      this.logger.error({ jobId: id, error: describe(error) }, 'job not recorded');
    });
    this.active.set(id, run);
    await run.finally(() => this.active.delete(id));
  }

  private async run(id: string): Promise<void> {
    const row = await readJob(this.dataSource.manager, id);
    if (!row || row.notBefore.getTime() > Date.now() + 1_000) return;
    const beat = setInterval(() => { heartbeatJob(this.dataSource.manager, id).catch(() => undefined); }, this.options.heartbeatMs ?? 5_000);
    try {
      await this.dispatch(row.payload, { jobId: id, signal: this.ending.signal, attempts: row.attempts });
      if (await readJob(this.dataSource.manager, id)) throw new Error('the handler ended without finishing its job');
    } catch (error) {
      await this.settle(row, error);
    } finally { clearInterval(beat); }
  }

  private async settle(row: OutboxJob, error: unknown): Promise<void> {
    const { manager } = this.dataSource;
    if (this.ending.signal.aborted) return returnJob(manager, row.id);
    if (isMovedOn(error)) return finishJob(manager, row.id);
    const retrySeconds = Math.min(LONGEST_RETRY_SECONDS, 2 ** row.attempts);
    this.logger.warn({ jobId: row.id, job: row.job, attempts: row.attempts + 1, retrySeconds, error: describe(error) }, 'job failed');
    await failJob(manager, row.id, describe(error), retrySeconds);
  }

  private dispatch(payload: Job, call: JobCall): Promise<void> {
    switch (payload.job) {
      case 'seal-transfer': return this.handlers['seal-transfer'](payload, call);
      case 'scan-transfer': return this.handlers['scan-transfer'](payload, call);
      case 'release-transfer': return this.handlers['release-transfer'](payload, call);
      case 'wipe-transfer': return this.handlers['wipe-transfer'](payload, call);
      case 'open-project': return this.handlers['open-project'](payload, call);
    }
  }
}

const describe = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
