import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { makeDataSource } from '@suimon/persistence';
import { ChangeFeed, makeLogger, readEnvironment, readPolicy } from '@suimon/platform';
import { S3FileVault } from '@suimon/storage';
import { AppModule } from './app.module.js';
import { dressServer } from './http/server.js';
import { untilStopped } from './process-life.js';

/** The HTTP API and the portal: no cluster credentials, opens no file of a user. */
const environment = readEnvironment('api');
const logger = makeLogger('api', environment.SUIMON_LOG_LEVEL);
const version = '0.1.0';
const { policy } = await readPolicy(environment.SUIMON_POLICY_DIR);
const dataSource = await makeDataSource(environment.DATABASE_URL).initialize();
const feed = new ChangeFeed(environment.DATABASE_URL, logger);
await feed.start();
const vault = new S3FileVault({ endpoint: environment.S3_ENDPOINT, accessKey: environment.S3_ACCESS_KEY, secretKey: environment.S3_SECRET_KEY });
const app = await NestFactory.create<NestExpressApplication>(AppModule.from({ environment, dataSource, policy: { current: policy }, vault, feed, logger, version }), { logger: ['error', 'warn'], bodyParser: true });
dressServer(app, environment, version);
const server = await app.listen(environment.SUIMON_PORT, environment.SUIMON_HOST);
// Long uploads are ended by their own idle timer, not by Node's limit for a whole request.
server.requestTimeout = 0;
logger.info({ port: environment.SUIMON_PORT }, 'listening');
await untilStopped();
server.closeAllConnections();
await app.close();
await feed.stop();
await dataSource.destroy();
process.exit(0);
