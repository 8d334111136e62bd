import { makeDataSource } from '@suimon/persistence';
import { readEnvironment } from '@suimon/platform';

/** Brings the schema up to date, as its owner. Safe to run twice. */
const environment = readEnvironment('migrate');
const dataSource = await makeDataSource(environment.DATABASE_MIGRATION_URL, 2).initialize();
const done = await dataSource.runMigrations({ transaction: 'each' });
await dataSource.destroy();
process.stdout.write(`${done.length} migration(s) run\n`);
