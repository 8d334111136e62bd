import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { TransferStatus } from '@suimon/domain';
import { readPolicy } from '@suimon/platform';
import { stagingKeys } from '@suimon/storage';
import { AirlockBench, until } from '@suimon/testing/harness/airlock-bench';

const ROOT = resolve(import.meta.dirname, '../../..');
const MIB = 1024 * 1024;
let bench: AirlockBench;
let child: ChildProcess | null = null;
let output = '';

/** The worker as it is started in earnest: its own process, told by its environment alone. */
function startProcess(change: Record<string, string | undefined> = {}): ChildProcess {
  const { mover } = bench.store.credentials;
  const env: NodeJS.ProcessEnv = {
    PATH: '/usr/bin:/bin', HOME: '/tmp', NODE_ENV: 'production', DATABASE_URL: bench.postgres.appUrl, S3_ENDPOINT: `unix:${bench.store.socketPath}`, S3_ACCESS_KEY: mover.accessKey, S3_SECRET_KEY: mover.secretKey,
    CLAMD: `unix:${bench.clamd.socketPath}`, SUIMON_POLICY_DIR: join(ROOT, 'policy'), SUIMON_WORKSPACES_DIR: bench.config.workspaces.rootDir, SUIMON_DATASETS_DIR: bench.config.workspaces.datasetsDir, SUIMON_DEMO: '1', ...change,
  };
  output = '';
  child = spawn(process.execPath, ['--conditions=@suimon/source', '--import', '@swc-node/register/esm-register', 'apps/airlock-worker/src/main.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout?.on('data', (text: Buffer) => { output += text.toString(); });
  child.stderr?.on('data', (text: Buffer) => { output += text.toString(); });
  return child;
}
const ended = (process: ChildProcess): Promise<number | null> => new Promise((resolve_) => { if (process.exitCode !== null || process.signalCode !== null) resolve_(process.exitCode); else process.once('exit', resolve_); });
async function running(change: Record<string, string> = {}): Promise<ChildProcess> {
  const process = startProcess(change);
  await until(() => output.includes('the airlock worker runs'), 60_000, () => Promise.resolve(output));
  return process;
}
async function kill9(): Promise<void> {
  const process = child;
  child = null;
  if (!process) return;
  process.kill('SIGKILL');
  await ended(process);
}

beforeAll(async () => {
  bench = await AirlockBench.start();
  await bench.stopWorker();
}, 300_000);
afterEach(kill9);
afterAll(async () => { await bench?.stop(); }, 60_000);

describe('the worker process', () => {
  test('does its work, and on SIGTERM ends with code 0', async () => {
    const process = await running();
    const id = await bench.submitImport([{ path: 'a.csv', bytes: 'a\n1\n' }]);
    await bench.reaches(id, 'in_review');
    process.kill('SIGTERM');
    expect(await ended(process)).toBe(0);
  }, 120_000);

  test('names every variable that is missing, and no value', async () => {
    const process = startProcess({ DATABASE_URL: undefined, S3_SECRET_KEY: undefined, CLAMD: 'nonsense-value' });
    expect(await ended(process)).not.toBe(0);
    for (const name of ['DATABASE_URL', 'S3_SECRET_KEY', 'CLAMD']) expect(output).toContain(name);
    expect(output).not.toContain('nonsense-value');
  }, 60_000);

  test('killed in every step, finishes all of them after it is started again', async () => {
    const big = Buffer.from('group,n\n'.repeat(1_000_000));
    await running();
    const id = await bench.submitImport([{ path: 'one.csv', bytes: big }, { path: 'two.csv', bytes: Buffer.concat([big, Buffer.from('B,1\n')]) }]);
    const seen: string[] = [];
    const killIn = async (status: TransferStatus): Promise<void> => {
      await bench.reaches(id, status, 60_000);
      await pause(80);
      await kill9();
      seen.push((await bench.transfer(id)).status);
      await running();
    };
    await killIn('sealing');
    await killIn('scanning');
    await bench.reaches(id, 'in_review', 90_000);
    await bench.approve(id);
    await killIn('releasing');
    await bench.reaches(id, 'released', 90_000);
    await bench.settled(90_000);
    expect(seen).toEqual(['sealing', 'scanning', 'releasing']);
    expect(Object.keys(await bench.imported(id) ?? {}).sort()).toEqual(['one.csv', 'two.csv']);
    expect(await bench.zones(id)).toMatchObject({ staging: [], quarantine: [], release: [] });
  }, 300_000);

  test('needs no more memory for 300 MiB than for 40', async () => {
    const process = await running({ SUIMON_POLICY_DIR: await policyForLargeFiles() });
    // All code has run, and buffers have been made once, before it is measured.
    await bench.reaches(await submitLarge(40 * MIB), 'in_review', 120_000);
    const residentMib = (): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${process.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const before = residentMib();
    const id = await submitLarge(300 * MIB);
    let peak = 0;
    await until(async () => { peak = Math.max(peak, residentMib()); return (await bench.transfer(id)).status === 'in_review'; }, 240_000, async () => JSON.stringify([await bench.transfer(id), await bench.openJobs()]));
    await bench.approve(id);
    await until(async () => { peak = Math.max(peak, residentMib()); return (await bench.transfer(id)).status === 'released'; }, 120_000);
    expect(peak - before).toBeLessThan(64);
  }, 600_000);
});

/** The policy of the checkout with room for large imports, for the worker and for the bench's own commands. */
async function policyForLargeFiles(): Promise<string> {
  const folder = join(bench.directory, 'policy-large');
  await cp(join(ROOT, 'policy'), folder, { recursive: true });
  const { policy } = await readPolicy(folder);
  const airlock = { ...policy.airlock, import: { ...policy.airlock.import, maxFileBytes: 400 * MIB, maxTotalBytes: 800 * MIB } };
  await writeFile(join(folder, 'airlock.json'), JSON.stringify(airlock));
  bench.policy.current = { ...policy, airlock };
  return folder;
}

async function submitLarge(sizeBytes: number): Promise<string> {
  const { lead, transfers, projectId, ids } = bench.people;
  const { id } = await transfers.create(projectId, 'import', lead.call);
  const fileId = ids.next();
  const row = Buffer.from(`${'group of people, '.repeat(60)}\n`.repeat(1_000));
  const rows = function* (): Generator<Buffer> { for (let made = 0; made < sizeBytes; made += row.length) yield row.subarray(0, Math.min(row.length, sizeBytes - made)); };
  const stored = await bench.vault('api').put('staging', stagingKeys.file(id, fileId), Readable.from(rows()));
  await transfers.run(id, 'addFile', { fileId, path: 'large.csv', ...stored }, lead.call);
  await transfers.run(id, 'describe', { form: { reason: 'These tables are needed for the analysis of the cohort.', provenance: 'Published tables.', licence: 'CC0-1.0', ownCheck: { product: 'ClamAV', definitionsDate: '2026-01-01', scanDate: '2026-01-01', clean: true }, notAlreadyInside: true } }, lead.call);
  await transfers.run(id, 'submit', {}, lead.call);
  return id;
}
