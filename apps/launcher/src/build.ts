import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM_PATH, writeFileAtomically } from '@suimon/embedded';
import type { Installation } from './installation.js';
import { MIGRATE, PROCESSES, SEED } from './process-table.js';

const SOURCES = ['apps', 'libs', 'nx.json', '.swcrc', 'package-lock.json', 'tsconfig.base.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', '.suimon', 'coverage']);

/** A fingerprint of everything that a build reads: names, sizes and times, which is enough and takes milliseconds. */
export function sourceFingerprint(root: string): string {
  const hash = createHash('sha256');
  const visit = (path: string): void => {
    const entry = statSync(path, { throwIfNoEntry: false });
    if (!entry) return;
    if (!entry.isDirectory()) { hash.update(`${path}\0${entry.size}\0${entry.mtimeMs}\n`); return; }
    for (const name of readdirSync(path).sort()) if (!NOT_SOURCES.has(name)) visit(join(path, name));
  };
  for (const source of SOURCES) visit(join(root, source));
  return hash.digest('hex');
}

const stamp = (place: Installation): string => join(place.cacheDir, 'build.stamp');

function isBuilt(place: Installation, fingerprint: string): boolean {
  const entries = [...PROCESSES, MIGRATE, SEED].map(row => row.entry).concat('apps/portal/dist/index.html');
  if (entries.some(entry => !existsSync(join(place.root, entry)))) return false;
  return existsSync(stamp(place)) && readFileSync(stamp(place), 'utf8') === fingerprint;
}

/** Builds all projects if a source changed since the last build; throws with the build's output if it fails. */
export async function buildIfNeeded(place: Installation, tell: (line: string) => void): Promise<void> {
  const fingerprint = sourceFingerprint(place.root);
  if (isBuilt(place, fingerprint)) return;
  tell('building (a minute or so the first time) / ビルドしています');
  await build(place.root);
  writeFileAtomically(stamp(place), fingerprint, 0o644);
}

function build(root: string): Promise<void> {
  const bin = join(root, 'node_modules', '.bin');
  const env = { ...process.env, PATH: `${bin}:${SYSTEM_PATH}`, NX_DAEMON: 'false', NX_TUI: 'false', CI: '1', NO_COLOR: '1', FORCE_COLOR: '0' };
  return new Promise((resolve, reject) => {
    const child = spawn(join(bin, 'nx'), ['run-many', '-t', 'build', '--parallel=2', '--outputStyle=static'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text: Buffer) => { output += text.toString('utf8'); });
    child.stderr.on('data', (text: Buffer) => { output += text.toString('utf8'); });
    child.once('error', reject);
    child.once('close', code => code === 0 ? resolve() : reject(new Error(`the build failed:\n${output.trimEnd().split('\n').slice(-60).join('\n')}`)));
  });
}
