import type { Logger } from '@suimon/platform';
import pg from 'pg';

/** Any number; all controllers of one database ask for the same one. */
const LOCK = 7_205_759;
const RETRY_MS = 2000;

/**
 * Waits until no other controller of this database runs, then holds that right on a connection of its own. When the
 * connection is lost the right is lost, so the process ends and its supervisor starts it again.
 */
export async function soleController(url: string, logger: Logger): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  let released = false;
  client.on('error', () => { if (!released) { logger.error('the right to control was lost'); process.exit(1); } });
  await client.connect();
  for (;;) {
    const { rows } = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock($1) AS ok', [LOCK]);
    if (rows[0]?.ok) break;
    logger.info('another controller is at work; waiting');
    await new Promise((resolve) => { setTimeout(resolve, RETRY_MS); });
  }
  return async () => { released = true; await client.end(); };
}
