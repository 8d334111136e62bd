import { spawn } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClamd } from '@suimon/embedded';
import type { Figure } from './figure.js';

const MIB = 1024 * 1024;

/** Peak resident memory (VmHWM) of a process that takes one file through the worker's pass. */
async function peakMiB(directory: string, socketPath: string, sizeMiB: number): Promise<number> {
  const path = join(directory, `sparse-${sizeMiB}.txt`);
  await writeFile(path, '');
  await truncate(path, sizeMiB * MIB);
  const child = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, 'one-pass.process.ts'), path, socketPath], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => { printed += chunk.toString(); });
  const code = await new Promise<number | null>((resolve) => { child.on('close', resolve); });
  if (code !== 0) throw new Error('the pass failed; see above');
  return Number(printed.trim()) / 1024;
}

/** The worker's memory must not follow the size of a file. */
export async function workerMemory(): Promise<readonly Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'suimon-bench-'));
  const clamd = await startClamd({ dataDir: directory });
  try {
    const small = await peakMiB(directory, clamd.socketPath, 100);
    const large = await peakMiB(directory, clamd.socketPath, 4096);
    return [{ name: 'worker pass, peak memory at 100 MiB (sparse)', ours: small, raw: null, unit: 'MiB', ratio: null }, { name: 'worker pass, peak memory at 4 GiB (sparse) against 100 MiB', ours: large, raw: small, unit: 'MiB', ratio: large / small }];
  } finally {
    await clamd.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
