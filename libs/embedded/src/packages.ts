import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { runOnce, SYSTEM_ENV } from './run-once.js';

/** Debian packages that Suimon needs, and for what. */
export const PACKAGES = {
  run: [
    'postgresql', 'clamav-daemon', 'bubblewrap', 'util-linux', 'python3-venv', 'ca-certificates',
    // Inside a workspace: the desktop and the tools of the trade.
    'tigervnc-standalone-server', 'openbox', 'tint2', 'pcmanfm', 'xfce4-terminal', 'xterm', 'mousepad', 'x11-utils', 'dbus-daemon', 'fonts-noto-cjk',
    'r-base-core', 'r-cran-survival', 'python3-pandas',
  ],
  test: ['redis-server', 'chromium'],
} as const;

const POLICY = '/usr/sbin/policy-rc.d';

/** The packages of the list that are not installed. */
export async function missingPackages(wanted: readonly string[]): Promise<string[]> {
  const listed = await runOnce(['dpkg-query', '-W', '-f', '${Package} ${Status}\n']).catch(() => {
    throw new Error('dpkg-query does not answer: Suimon takes its services from Debian packages (Debian 12 or newer)');
  });
  const installed = new Set(listed.split('\n').filter(line => line.endsWith(' install ok installed')).map(line => line.split(' ')[0]));
  return wanted.filter(name => !installed.has(name));
}

/**
 * Installs what is missing with apt-get, and says so through `tell`. Does nothing and needs no network when all is there.
 * Services that Debian would start with a package stay off: we start our own, in folders of our own.
 */
export async function installPackages(wanted: readonly string[], tell: (line: string) => void): Promise<void> {
  const missing = await missingPackages(wanted);
  if (missing.length === 0) return;
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`apt-get is missing. Install by hand: ${missing.join(' ')}`);
  tell(`installing with apt-get: ${missing.join(' ')}`);
  await withServicesHeldBack(async () => {
    await aptGet(['update', '-qq'], tell).catch((error: unknown) => tell(`apt-get update failed, trying with the lists that are there: ${String(error)}`));
    await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...missing], tell);
  });
}

/** While `action` runs, Debian's own switch says that no service may start. */
async function withServicesHeldBack(action: () => Promise<void>): Promise<void> {
  const made: string[] = [];
  const make = (path: string, text: string, mode: number) => {
    if (existsSync(path)) return;
    writeFileSync(path, text, { mode });
    made.push(path);
  };
  make(POLICY, '#!/bin/sh\nexit 101\n', 0o755);
  try { await action(); } finally { for (const path of made) rmSync(path, { force: true }); }
}

function aptGet(args: readonly string[], tell: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env as Record<string, string>, ...SYSTEM_ENV, DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'l' };
    const child = spawn('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const lines: string[] = [];
    const take = (text: Buffer): void => { lines.push(...text.toString('utf8').split('\n').filter(Boolean)); };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    child.once('close', code => {
      if (code === 0) { resolve(); return; }
      for (const line of lines.slice(-20)) tell(line);
      reject(new Error(`apt-get ${args[0]} ended with code ${code}`));
    });
  });
}
