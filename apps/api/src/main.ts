import { makeLogger, readEnvironment } from '@suimon/platform';
import { startApi } from './api.js';
import { untilStopped } from './process-life.js';

/** The HTTP API and the portal: no cluster credentials, opens no file of a user. */
const environment = readEnvironment('api');
const api = await startApi(environment);
makeLogger('api', environment.SUIMON_LOG_LEVEL).info({ port: api.port }, 'listening');
await untilStopped();
await api.stop();
process.exit(0);
