import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ClamavScanner } from '@suimon/airlock-worker/scanners/clamav.scanner';
import { scanInOnePass } from '@suimon/airlock-worker/scanners/one-pass.scan';
import { StructureScanner } from '@suimon/airlock-worker/scanners/structure.scanner';
import { readPolicy } from '@suimon/platform';

/** Takes one file through the worker's pass and prints the peak resident memory of this process in KiB. */
const [path = '', socketPath = ''] = process.argv.slice(2);
const { policy } = await readPolicy(join(import.meta.dirname, '../../../policy'));
const clamav = await ClamavScanner.ready({ place: { path: socketPath }, maxStreamBytes: 1900 * 1024 * 1024, acceptUndated: true }, 3650, new Date().toISOString());
await scanInOnePass({ fileId: 'f', path: 'a.txt', role: 'output', sizeBytes: (await stat(path)).size, sha256: '' }, 'import', createReadStream(path, { highWaterMark: 256 * 1024 }), [clamav, new StructureScanner(policy.airlock)], new AbortController().signal);
process.stdout.write(`${/VmHWM:\s+(\d+)/.exec(await readFile('/proc/self/status', 'utf8'))?.[1] ?? 'unknown'}\n`);
process.exit(0);
