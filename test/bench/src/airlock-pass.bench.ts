import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClamavScanner } from '@suimon/airlock-worker/scanners/clamav.scanner';
import { scanInOnePass } from '@suimon/airlock-worker/scanners/one-pass.scan';
import { StructureScanner } from '@suimon/airlock-worker/scanners/structure.scanner';
import { askClamd, startClamd } from '@suimon/embedded';
import { readPolicy } from '@suimon/platform';
import { median, timed } from './figure.js';
import type { Figure } from './figure.js';

const SIZE_MB = 200;
const RUNS = 3;

/** Lines of a table with changing digits, so that nothing can be skipped. */
async function writeCsv(path: string): Promise<{ sizeBytes: number; sha256: string }> {
  const file = await open(path, 'w', 0o644);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  while (sizeBytes < SIZE_MB * 1024 * 1024) {
    const block = Buffer.from(Array.from({ length: 16_384 }, () => `${randomBytes(12).readUInt32LE()},${randomBytes(4).readUInt32LE()},group\n`).join(''));
    hash.update(block);
    sizeBytes += block.length;
    await file.write(block);
  }
  await file.close();
  return { sizeBytes, sha256: hash.digest('hex') };
}

/** The airlock's one pass (hash, clamd by stream, structure) against clamd scanning the same file by its path. */
export async function airlockPass(): Promise<readonly Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'suimon-bench-'));
  const clamd = await startClamd({ dataDir: directory });
  try {
    const { policy } = await readPolicy(join(import.meta.dirname, '../../../policy'));
    const folder = join(directory, 'clamd');
    const path = join(folder, 'bench.csv');
    const { sizeBytes, sha256 } = await writeCsv(path);
    const pass = async (): Promise<void> => {
      const clamav = await ClamavScanner.ready({ place: { path: clamd.socketPath }, maxStreamBytes: 1900 * 1024 * 1024, acceptUndated: true }, 3650, new Date().toISOString());
      const verdicts = await scanInOnePass({ fileId: 'f', path: 'bench.csv', role: 'output', sizeBytes, sha256 }, 'import', createReadStream(path, { highWaterMark: 256 * 1024 }), [clamav, new StructureScanner(policy.airlock)], new AbortController().signal);
      if (!verdicts.every((verdict) => verdict.verdict === 'clean')) throw new Error(`not clean: ${JSON.stringify(verdicts)}`);
    };
    const raw = async (): Promise<void> => {
      const answer = await askClamd(clamd.socketPath, 'SCAN /srv/suimon/clamd/bench.csv', [], 120_000);
      if (!answer.endsWith(': OK')) throw new Error(`clamd said ${answer}`);
    };
    const ours = SIZE_MB / (median(await timed(RUNS, pass)) / 1000);
    const alone = SIZE_MB / (median(await timed(RUNS, raw)) / 1000);
    return [{ name: `airlock pass of a ${SIZE_MB} MB CSV`, ours, raw: alone, unit: 'MB/s', ratio: ours / alone }];
  } finally {
    await clamd.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
