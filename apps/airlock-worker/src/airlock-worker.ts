import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Policy } from '@suimon/domain';
import { makeDataSource, PostgresUnitOfWork, RecordQueries } from '@suimon/persistence';
import { type Logger, randomIds, systemClock } from '@suimon/platform';
import { type JobHandlers, JobQueue, JobRunner, type JobRunnerOptions, OutboxRelay, type OutboxRelayOptions } from '@suimon/platform/jobs/index';
import { S3FileVault } from '@suimon/storage';
import { type Clock, CommandRunner, type FileVault, type ImportsWriter, type OutboxReader, ProjectCommands, TransferCommands } from '@suimon/use-cases';
import { SingleHostImports, SingleHostOutbox } from '@suimon/workspace-runtime';
import type { DataSource } from 'typeorm';
import type { WorkerConfig } from './config.js';
import { jobHandlers } from './jobs/job.handlers.js';
import { Courier } from './loops/courier.loop.js';
import { Deadlines } from './loops/deadline.loop.js';
import { Heartbeat } from './loops/heartbeat.loop.js';
import { RepeatingLoop } from './loops/repeating.loop.js';

/** Parts that a test may set: how long things take, and what lies between the worker and the world. */
export interface WorkerTuning {
  readonly clock?: Clock;
  readonly vault?: FileVault;
  readonly outbox?: OutboxReader;
  readonly imports?: ImportsWriter;
  readonly relay?: OutboxRelayOptions;
  readonly runner?: JobRunnerOptions;
  readonly courierMs?: number;
  readonly deadlineMs?: number;
}
const COURIER_MS = 2_000;
const DEADLINE_MS = 5_000;
const HEARTBEAT_MS = 10_000;

/** The worker put together: relay, queue, runner and loops, started and ended as one. */
@Injectable()
export class AirlockWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly queue: JobQueue;
  private readonly runner: JobRunner;
  private readonly relay: OutboxRelay;
  private readonly loops: readonly RepeatingLoop[];

  constructor(private readonly dataSource: DataSource, config: WorkerConfig, policy: Policy, private readonly logger: Logger, tuning: WorkerTuning = {}) {
    const store = { databaseUrl: config.databaseUrl, redisUrl: config.redisUrl };
    const outbox = tuning.outbox ?? new SingleHostOutbox(config.workspaces);
    const clock = tuning.clock ?? systemClock;
    const unitOfWork = new PostgresUnitOfWork(dataSource);
    const commands = new CommandRunner(unitOfWork, clock);
    const source = { current: policy };
    const transfers = new TransferCommands(commands, unitOfWork, clock, randomIds, source);
    const records = new RecordQueries(dataSource);
    const handlers: JobHandlers = jobHandlers({
      transfers, projects: new ProjectCommands(commands, unitOfWork, randomIds, source), unitOfWork, clock, logger, ids: randomIds, outbox, clamav: config.clamav,
      vault: tuning.vault ?? new S3FileVault(config.store), imports: tuning.imports ?? new SingleHostImports(config.workspaces),
    });
    this.queue = new JobQueue(store, logger);
    this.runner = new JobRunner(dataSource, store, handlers, logger, { concurrency: config.concurrency, ...tuning.runner });
    this.relay = new OutboxRelay(dataSource, config.databaseUrl, this.queue, logger, { onJobLost: () => this.runner.renewIfIdle(), ...tuning.relay });
    const courier = new Courier(outbox, transfers, records, clock, logger);
    const deadlines = new Deadlines(records, transfers);
    const heartbeat = new Heartbeat(dataSource, config.clamav.place, () => this.runner.running.length);
    this.loops = [
      new RepeatingLoop('courier', tuning.courierMs ?? COURIER_MS, () => courier.pass(), logger),
      new RepeatingLoop('deadline', tuning.deadlineMs ?? DEADLINE_MS, () => deadlines.pass(), logger),
      new RepeatingLoop('heartbeat', HEARTBEAT_MS, () => heartbeat.pass(), logger),
    ];
  }

  static async open(config: WorkerConfig, policy: Policy, logger: Logger, tuning?: WorkerTuning): Promise<AirlockWorker> {
    return new AirlockWorker(await makeDataSource(config.databaseUrl).initialize(), config, policy, logger, tuning);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.runner.start();
    await this.relay.start();
    for (const loop of this.loops) loop.start();
    this.logger.info('the airlock worker runs');
  }

  /** Takes no more work, gives back what runs, and leaves. */
  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.runner.stop();
    await this.queue.close();
    await this.dataSource.destroy();
    this.logger.info('the airlock worker has ended');
  }
}
