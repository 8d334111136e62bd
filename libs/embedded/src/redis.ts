import { join } from 'node:path';
import { account } from './account.js';
import { freePort } from './free-port.js';
import { ManagedProcess, type ServiceHandle } from './managed-process.js';
import { keepSecrets, randomSecret, writeFileAtomically } from './private-file.js';
import { runOnce, SYSTEM_ENV } from './run-once.js';
import { sandboxCommand } from './sandbox.js';
import { makeOwnedFolder, secretFile, serviceFolders } from './service-folders.js';

export interface RedisOptions { readonly dataDir: string; readonly port?: number }
export interface RedisHandle extends ServiceHandle { readonly port: number; /** `redis://:password@127.0.0.1:port` */ readonly url: string }

const VIEW = '/srv/suimon/redis';

/** Starts Debian's Redis on a loopback port. Suimon needs none: the queue can use one, and a test proves that it does. */
export async function startRedis(options: RedisOptions): Promise<RedisHandle> {
  const user = account('redis');
  const folders = serviceFolders(options.dataDir, 'redis');
  const { password } = keepSecrets(secretFile(options.dataDir, 'redis'), { password: randomSecret });
  const port = await freePort(options.port);
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const managed = new ManagedProcess({
    name: 'redis', logFile: folders.logFile, pidFile: folders.pidFile, env: SYSTEM_ENV, sandboxed: true,
    stopSignal: 'SIGTERM', stopGraceMs: 10_000, readyTimeoutMs: 30_000,
    prepare: () => {
      makeOwnedFolder(folders.data, user, 0o700);
      // A queue must not lose jobs to memory pressure, nor the last second of them to a crash of the process.
      const lines = [`port ${port}`, 'bind 127.0.0.1', `dir ${VIEW}`, `requirepass ${password}`, 'appendonly yes', 'maxmemory-policy noeviction', 'daemonize no'];
      writeFileAtomically(join(folders.data, 'redis.conf'), `${lines.join('\n')}\n`, 0o644);
    },
    command: () => sandboxCommand({ user, network: 'host', binds: [{ from: folders.data, to: VIEW, writable: true }] }, ['/usr/bin/redis-server', `${VIEW}/redis.conf`]),
    isReady: () => runOnce(['/usr/bin/redis-cli', '-p', String(port), 'PING'], { env: { ...SYSTEM_ENV, REDISCLI_AUTH: password }, timeoutMs: 2_000 })
      .then(answer => answer.trim() === 'PONG', () => false),
  });
  await managed.start();
  return Object.assign(managed, { port, url });
}
