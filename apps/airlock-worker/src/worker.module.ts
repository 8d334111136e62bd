import { type DynamicModule, Module } from '@nestjs/common';
import { makeLogger, readPolicy } from '@suimon/platform';
import { AirlockWorker } from './airlock-worker.js';
import type { WorkerConfig } from './config.js';

/** The worker as a Nest module: no controller, no route. */
@Module({})
export class WorkerModule {
  static for(config: WorkerConfig): DynamicModule {
    const useFactory = async (): Promise<AirlockWorker> => {
      const { policy } = await readPolicy(config.policyDir);
      return AirlockWorker.open(config, policy, makeLogger('airlock-worker', config.logLevel));
    };
    return { module: WorkerModule, providers: [{ provide: AirlockWorker, useFactory }] };
  }
}
