import { DataSource } from 'typeorm';
import { Initial0001 } from './migrations/0001-initial.js';

/**
 * The one Postgres connection pool of a process. Schema changes come only from migrations, run by the owner's role. The
 * search path is fixed: the application's role may make schemas (for the queue), and none of them may stand before ours.
 */
export const makeDataSource = (url: string, poolSize = 10): DataSource =>
  new DataSource({ type: 'postgres', url, synchronize: false, migrations: [Initial0001], migrationsTableName: 'migrations', poolSize, extra: { max: poolSize, connectionTimeoutMillis: 5000, options: '-c search_path=public' } });
