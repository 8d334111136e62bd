import 'reflect-metadata';
import { once } from 'node:events';
import { NestFactory } from '@nestjs/core';
import { workerConfig } from './config.js';
import { WorkerModule } from './worker.module.js';

/** The airlock worker: moves and opens files that nobody may trust. Listens nowhere; gives its jobs back before it ends. */
const context = await NestFactory.createApplicationContext(WorkerModule.for(workerConfig()), { logger: ['error', 'warn'] });
await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
await context.close();
process.exit(0);
