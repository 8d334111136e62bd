import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { makeDataSource, PostgresUnitOfWork } from '@suimon/persistence';
import { ChangeFeed, makeLogger, readPolicy, systemClock } from '@suimon/platform';
import type { Environment } from '@suimon/platform';
import { S3FileVault } from '@suimon/storage';
import { AppModule } from './app.module.js';
import { recordPolicy } from './assurance/policy-record.js';
import { dressServer } from './http/server.js';

export const VERSION = '0.1.0';
export interface RunningApi { readonly port: number; stop(): Promise<void> }

/** Starts the HTTP API with the portal. Port 0 takes a free one. */
export async function startApi(environment: Environment<'api'>): Promise<RunningApi> {
  const logger = makeLogger('api', environment.SUIMON_LOG_LEVEL);
  const { policy, hash } = await readPolicy(environment.SUIMON_POLICY_DIR);
  const dataSource = await makeDataSource(environment.DATABASE_URL).initialize();
  await recordPolicy(dataSource, new PostgresUnitOfWork(dataSource), systemClock, hash);
  const feed = new ChangeFeed(environment.DATABASE_URL, logger);
  await feed.start();
  const vault = new S3FileVault({ endpoint: environment.S3_ENDPOINT, accessKey: environment.S3_ACCESS_KEY, secretKey: environment.S3_SECRET_KEY });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.from({ environment, dataSource, policy: { current: policy }, vault, feed, logger, version: VERSION }), { logger: ['error', 'warn'], abortOnError: false });
  const closeSessions = dressServer(app, environment, VERSION);
  const server: Server = await app.listen(environment.SUIMON_PORT, environment.SUIMON_HOST);
  // Long uploads are ended by their own idle timer, not by Node's limit for a whole request.
  server.requestTimeout = 0;
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : environment.SUIMON_PORT,
    async stop() {
      server.closeAllConnections();
      await app.close();
      await feed.stop();
      await closeSessions();
      await dataSource.destroy();
    },
  };
}
