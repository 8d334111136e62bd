import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Transfer } from '@suimon/domain';
import { AirlockBench } from '@suimon/testing/harness/airlock-bench';
import { type FakeClamdAnswers, startFakeClamd } from '@suimon/testing/harness/fake-clamd';

let bench: AirlockBench;
const MANY_TYPES = ['csv', 'json', 'png', 'jpg', 'pdf', 'zip', 'xyz', 'py'];
/** Known to clamd, and to nobody as anything harmful. */
const MARKER = ['SUIMON-TEST-MALWARE', '-5f0c7d5e-7a3b-4c43-9a0e-6c1d2b8f4e11'].join('');

beforeAll(async () => {
  bench = await AirlockBench.start();
  const { airlock } = bench.policy.current;
  bench.policy.current = { ...bench.policy.current, airlock: { ...airlock, import: { ...airlock.import, allowedExtensions: MANY_TYPES }, export: { ...airlock.export, allowedExtensions: MANY_TYPES } } };
  await bench.startWorker();
}, 300_000);
afterAll(async () => { await bench?.stop(); }, 60_000);

/** What becomes of one imported file. */
async function outcome(path: string, bytes: Buffer | string, status: Transfer['status'] = 'returned'): Promise<string | undefined> {
  const id = await bench.submitImport([{ path, bytes }]);
  return (await bench.reaches(id, status)).reason?.code;
}
const verdictsOf = async (id: string): Promise<readonly string[]> => {
  const scanned = (await bench.events(id)).find(({ type }) => type === 'transfer.scanned')?.payload.verdicts;
  return (scanned as readonly { scanner: string; verdict: string; reason: string }[]).map(({ scanner, verdict, reason }) => `${scanner}: ${verdict} ${reason}`.trim()).sort();
};
function zipped(args: readonly string[]): Buffer {
  const file = join(bench.directory, 'plain.txt');
  const archive = join(bench.directory, `made-${Math.random()}.zip`);
  writeFileSync(file, 'secret\n'.repeat(50));
  execFileSync('zip', ['-q', '-j', ...args, archive, file]);
  return readFileSync(archive);
}
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pdf = (trailer: string): string => `%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R${trailer}>>\n%%EOF\n`;

describe('what is never clean', () => {
  test('case 13: an encrypted archive, with the reason shown', async () => {
    const id = await bench.submitImport([{ path: 'locked.zip', bytes: zipped(['-P', 'password']) }]);
    expect((await bench.reaches(id, 'returned')).reason?.code).toBe('encrypted');
    expect(await verdictsOf(id)).toEqual(['clamav: not_scanned encrypted', 'structure: not_scanned encrypted']);
  }, 60_000);
  test.each([
    ['an encrypted PDF', 'a.pdf', pdf('/Encrypt 2 0 R'), 'encrypted'],
    ['an encrypted PDF that hides the word', 'b.pdf', pdf('/#45nc#72ypt 2 0 R'), 'encrypted'],
    ['case 32: a PDF that calls itself a table', 'c.csv', `${pdf('')}\u0000`, 'not-text'],
    ['a table in another encoding (Shift_JIS)', 'd.csv', Buffer.from('96bc914f2c944e97ee0a', 'hex'), 'not-utf8'],
    ['JSON that is none', 'e.json', '{"a": 1,}', 'json-not-valid'],
    ['an image with something behind it', 'f.png', Buffer.concat([png, Buffer.from('rows,rows\n')]), 'trailing-bytes'],
    ['an image that is none', 'g.jpg', 'rows,rows\n', 'content-not-of-type'],
    ['a type we cannot look into', 'h.xyz', 'x', 'type-not-checkable'],
  ])('%s', async (_what, path, bytes, code) => { expect(await outcome(path, bytes)).toBe(code); }, 60_000);

  test('an archive nested beyond the limit', async () => {
    let inner = Buffer.from('harmless\n');
    for (let depth = 0; depth < 12; depth += 1) {
      writeFileSync(join(bench.directory, 'inner.zip'), inner);
      const archive = join(bench.directory, `nest-${depth}.zip`);
      execFileSync('zip', ['-q', '-j', '-0', archive, join(bench.directory, 'inner.zip')]);
      inner = readFileSync(archive);
    }
    expect(await outcome('deep.zip', inner)).toBe('limits-exceeded');
  }, 60_000);

  test('a signature inside an archive', async () => {
    writeFileSync(join(bench.directory, 'odd.txt'), MARKER);
    execFileSync('zip', ['-q', '-j', join(bench.directory, 'odd.zip'), join(bench.directory, 'odd.txt')]);
    expect(await outcome('odd.zip', readFileSync(join(bench.directory, 'odd.zip')), 'quarantined')).toBe('infected');
  }, 60_000);

  test.each([['a program', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.from('text')])], ['a script that names its interpreter', '#!/bin/sh\nrm -rf /\n']])('%s on its way out', async (_what, bytes) => {
    await bench.clearOutbox();
    const id = await bench.submitExport([{ path: 'run.py', bytes }]);
    expect((await bench.reaches(id, 'returned')).reason?.code).toBe('executable');
    await bench.people.transfers.run(id, 'withdraw', {}, bench.people.lead.call);
  }, 60_000);

  test('a file above what clamd can look at', async () => {
    await bench.startWorker({}, { clamav: { ...bench.config.clamav, maxStreamBytes: 100 } });
    expect(await outcome('large.csv', 'x'.repeat(101))).toBe('too-large-to-scan');
    await bench.startWorker();
  }, 60_000);
});

describe('what comes clean', () => {
  test.each([['an archive that anybody may open', 'open.zip', () => zipped([])], ['a PDF', 'a.pdf', () => pdf('')], ['an image', 'a.png', () => png], ['JSON', 'a.json', () => '{"a": [1, -2.5e3, "é\\u00e9"]}'], ['Japanese text', 'a.csv', () => '名前,年齢\n太郎,30\n']])('%s', async (_what, path, bytes) => {
    const id = await bench.submitImport([{ path, bytes: bytes() }]);
    await bench.reaches(id, 'in_review');
    await bench.people.transfers.run(id, 'withdraw', {}, bench.people.lead.call);
  }, 60_000);
});

describe('I21: a clamd that lies', () => {
  const socket = (): string => join(bench.directory, 'fake.sock');
  async function judgedBy(answers: FakeClamdAnswers, tuning: { acceptUndated?: boolean } = {}): Promise<{ transfer: Transfer; verdicts: readonly string[] }> {
    const fake = await startFakeClamd(socket(), answers);
    try {
      await bench.startWorker({}, { clamav: { ...bench.config.clamav, place: { path: socket() }, silenceMs: 5_000, ...tuning } });
      const id = await bench.submitImport([{ path: 'a.csv', bytes: 'a\n1\n'.repeat(1_000_000) }]);
      const transfer = await bench.reaches(id, 'returned', 40_000);
      return { transfer, verdicts: await verdictsOf(id) };
    } finally { await fake.stop(); }
  }

  test.each<readonly [string, FakeClamdAnswers, string]>([
    ['finds nothing, not even the canary', { isBlind: true }, 'error canary-not-found'],
    ['answers garbage', { stream: () => '\u0001\u0002garbage\0' }, 'error scanner-answer-unknown'],
    ['answers OK for something else', { stream: () => 'file: OK\0' }, 'error scanner-answer-unknown'],
    ['answers OK and more', { stream: () => 'stream: OK\0stream: OK\0' }, 'error scanner-answer-unknown'],
    ['answers in other letters', { stream: () => 'stream: ok\0' }, 'error scanner-answer-unknown'],
    ['answers OK with a space', { stream: () => 'stream: OK \0' }, 'error scanner-answer-unknown'],
    ['answers an error', { stream: () => 'stream: Can\'t allocate memory ERROR\0' }, 'error scanner-answer-unknown'],
    ['answers that it was too much', { stream: () => 'INSTREAM size limit exceeded. ERROR\0' }, 'not_scanned too-large-to-scan'],
    ['answers (null)', { stream: () => 'stream: (null) FOUND\0' }, 'not_scanned limits-exceeded'],
    ['answers without an end', { stream: () => 'stream: OK' }, 'error scanner-disconnected'],
    ['answers nothing', { stream: () => '' }, 'error scanner-disconnected'],
    ['ends the connection', { stream: () => null }, 'error scanner-disconnected'],
    ['answers OK before it has seen the file', { early: 'stream: OK\0' }, 'error scanner-answered-early'],
    ['has no version', { version: 'whatever' }, 'error scanner-answer-unknown'],
  ])('that %s is never believed', async (_what, answers, verdict) => {
    const { transfer, verdicts } = await judgedBy(answers);
    expect(verdicts).toEqual([`clamav: ${verdict}`, 'structure: clean']);
    expect(transfer.reason?.code).toBe(verdict.split(' ')[1]);
  }, 60_000);

  test('case 15: signatures older than the policy allows make nothing clean', async () => {
    expect((await judgedBy({ version: 'ClamAV 1.4.6/27000/Mon Jan  5 09:26:55 2015' })).verdicts[0]).toBe('clamav: not_scanned signatures-too-old');
  }, 60_000);
  test('signatures without a date make nothing clean where they are not expected', async () => {
    expect((await judgedBy({}, { acceptUndated: false })).verdicts[0]).toBe('clamav: not_scanned signatures-undated');
  }, 60_000);
  test('fresh signatures are recorded with their date', async () => {
    const fake = await startFakeClamd(socket(), { version: `ClamAV 1.4.6/27500/${new Date().toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 $4')}` });
    await bench.startWorker({}, { clamav: { ...bench.config.clamav, place: { path: socket() }, acceptUndated: false } });
    try {
      const transfer = await bench.reaches(await bench.submitImport([{ path: 'a.csv', bytes: 'a\n1\n' }]), 'in_review');
      expect(transfer.verdicts.find(({ scanner }) => scanner === 'clamav')).toMatchObject({ engine: 'ClamAV 1.4.6', signatures: '27500', signaturesAt: expect.stringContaining(new Date().toISOString().slice(0, 10)) });
    } finally {
      await bench.startWorker();
      await fake.stop();
    }
  }, 60_000);
});

describe('sealed bytes that are no longer what was sealed', () => {
  test('are never clean, whatever scanners say', async () => {
    await bench.stopWorker();
    const id = await bench.submitImport([{ path: 'a.csv', bytes: 'a\n1\n' }]);
    const vault = bench.vault();
    const { Readable } = await import('node:stream');
    const { quarantineKeys } = await import('@suimon/storage');
    const { sha256 } = await import('@suimon/testing/harness/airlock-bench');
    // Somebody with the mover's rights was faster, with other bytes of the same length.
    await vault.put('quarantine', quarantineKeys.file(id, 1, sha256('a\n1\n')), Readable.from([Buffer.from('a\n2\n')]));
    await bench.startWorker();
    expect((await bench.reaches(id, 'returned')).reason?.code).toBe('sealed-bytes-differ');
  }, 60_000);
});
