import { createServer } from 'node:http';
import { makeDataSource, PostgresUnitOfWork } from '@suimon/persistence';
import { ChangeFeed, makeLogger, randomIds, readEnvironment, readPolicy, systemClock } from '@suimon/platform';
import { CommandRunner, WorkspaceCommands } from '@suimon/use-cases';
import { SingleHostDisplayConnector } from '@suimon/workspace-runtime';
import { DesktopGateway } from './gateway/desktop-gateway.js';
import { beat } from './process-beat.js';
import { untilStopped } from './process-life.js';
import { DesktopTickets } from './workspaces/desktop-tickets.js';

/** The desktop gateway: the only path from a browser into a workspace. No object store, no cluster credentials. */
const environment = readEnvironment('gateway');
const logger = makeLogger('gateway', environment.SUIMON_LOG_LEVEL);
const { policy } = await readPolicy(environment.SUIMON_POLICY_DIR);
const dataSource = await makeDataSource(environment.DATABASE_URL).initialize();
const unitOfWork = new PostgresUnitOfWork(dataSource);
const feed = new ChangeFeed(environment.DATABASE_URL, logger);
await feed.start();
const workspaces = new WorkspaceCommands(new CommandRunner(unitOfWork, systemClock), unitOfWork, systemClock, randomIds, { current: policy });
const server = createServer((request, response) => {
  const isHealthy = request.url === '/health' && dataSource.isInitialized;
  response.writeHead(isHealthy ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify({ ok: isHealthy }));
});
const gateway = new DesktopGateway({ server, tickets: new DesktopTickets(dataSource), workspaces, displays: new SingleHostDisplayConnector({ rootDir: environment.SUIMON_WORKSPACES_DIR, datasetsDir: environment.SUIMON_DATASETS_DIR, gatewayUid: environment.SUIMON_GATEWAY_UID }), unitOfWork, clock: systemClock, feed, dataSource, logger, portalOrigin: new URL(environment.SUIMON_BASE_URL).origin });
await new Promise<void>((resolve) => { server.listen(environment.SUIMON_GATEWAY_PORT, environment.SUIMON_HOST, resolve); });
const stopBeat = beat(dataSource, 'gateway', () => ({ ok: true, text: `${gateway.openSessions} open` }), logger);
logger.info({ port: environment.SUIMON_GATEWAY_PORT }, 'listening');
await untilStopped();
stopBeat();
gateway.close();
server.close();
await feed.stop();
await dataSource.destroy();
process.exit(0);
