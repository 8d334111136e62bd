import { createHash } from 'node:crypto';
import { makeDataSource, PostgresUnitOfWork, RecordQueries } from '@suimon/persistence';
import { ChangeFeed, makeLogger, randomIds, readEnvironment, readPolicy, systemClock } from '@suimon/platform';
import { CommandRunner, WorkspaceCommands } from '@suimon/use-cases';
import { SingleHostRuntime } from '@suimon/workspace-runtime';
import { beat } from './process-beat.js';
import { untilStopped } from './process-life.js';
import { removeHalfMade } from './workspaces/dataset-projection.js';
import { WorkspaceController } from './workspaces/workspace-controller.js';
import { soleController } from './workspaces/sole-controller.js';

/** The workspace controller: the only process that may make or end a workspace. `--stop-all` ends all and exits. */
const environment = readEnvironment('workspaces');
const logger = makeLogger('workspaces', environment.SUIMON_LOG_LEVEL);
// Two installations of one host must not limit, or end, each other's workspaces.
const cgroupName = `suimon-${createHash('sha256').update(environment.SUIMON_WORKSPACES_DIR).digest('hex').slice(0, 8)}`;
const runtime = new SingleHostRuntime({ cgroupName, rootDir: environment.SUIMON_WORKSPACES_DIR, datasetsDir: environment.SUIMON_DATASETS_DIR, gatewayUid: environment.SUIMON_GATEWAY_UID, airlockGid: environment.SUIMON_AIRLOCK_GID });

if (process.argv.includes('--stop-all')) {
  for (const { workspaceId } of await runtime.observe()) await runtime.stop(workspaceId);
  process.exit(0);
}
const { policy } = await readPolicy(environment.SUIMON_POLICY_DIR);
const dataSource = await makeDataSource(environment.DATABASE_URL).initialize();
const unitOfWork = new PostgresUnitOfWork(dataSource);
const feed = new ChangeFeed(environment.DATABASE_URL, logger);
const release = await soleController(environment.DATABASE_URL, logger);
await feed.start();
await removeHalfMade(environment.SUIMON_DATASETS_DIR);
const controller = new WorkspaceController({
  commands: new WorkspaceCommands(new CommandRunner(unitOfWork, systemClock), unitOfWork, systemClock, randomIds, { current: policy }),
  runtime, records: new RecordQueries(dataSource), unitOfWork, policy: { current: policy }, clock: systemClock, feed, logger, datasetsDir: environment.SUIMON_DATASETS_DIR,
});
const stopBeat = beat(dataSource, 'workspace-controller', () => ({ ok: true, text: '' }), logger);
const running = controller.run();
logger.info('reconciling');
await untilStopped();
stopBeat();
controller.stop();
await running;
await feed.stop();
await release();
await dataSource.destroy();
process.exit(0);
