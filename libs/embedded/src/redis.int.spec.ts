import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { runOnce } from './run-once.js';
import { startRedis, type RedisHandle } from './redis.js';

const folder = mkdtempSync(join(tmpdir(), 'suimon-redis-'));
let redis: RedisHandle;

async function connected<T>(url: string, use: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  try { await client.connect(); return await use(client); } finally { client.disconnect(); }
}

beforeAll(async () => { redis = await startRedis({ dataDir: join(folder, 'data') }); }, 30_000);
afterAll(async () => { await redis?.stop(); rmSync(folder, { recursive: true, force: true }); }, 30_000);

describe('embedded Redis', () => {
  it('asks for a password', async () => {
    expect(await runOnce(['/usr/bin/redis-cli', '-p', String(redis.port), 'SET', 'a', '1'])).toContain('NOAUTH');
  });

  it('keeps what it acknowledged through kill -9', async () => {
    await connected(redis.url, client => client.set('kept', 'yes'));
    await redis.kill9();
    await redis.restart();
    expect(await connected(redis.url, client => client.get('kept'))).toBe('yes');
  }, 30_000);
});
