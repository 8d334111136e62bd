import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { workerConfig } from './config.js';
import { WorkerModule } from './worker.module.js';

/** The airlock worker: moves and opens files that nobody may trust. Listens nowhere; ends on SIGTERM after giving its jobs back. */
const context = await NestFactory.createApplicationContext(WorkerModule.for(workerConfig()), { logger: ['error', 'warn'] });
context.enableShutdownHooks();
