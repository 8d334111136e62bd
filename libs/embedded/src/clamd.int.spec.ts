import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askClamd } from './clamd-client.js';
import { startClamd, type ClamdHandle } from './clamd.js';

const folder = mkdtempSync(join(tmpdir(), 'suimon-clamd-'));
let clamd: ClamdHandle;

// In parts, so that this file is not a test virus itself.
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
const scan = (...parts: Buffer[]): Promise<string> => askClamd(clamd.socketPath, 'INSTREAM', parts);

/** Makes an archive with Python, whose zipfile module comes with Debian's interpreter. */
function zip(script: string): Buffer {
  const path = join(folder, 'made.zip');
  writeFileSync(join(folder, 'eicar.txt'), eicar);
  execFileSync('/usr/bin/python3', ['-c', `import zipfile, io, sys\nout, eicar = sys.argv[1], open(sys.argv[2], 'rb').read()\n${script}`, path, join(folder, 'eicar.txt')]);
  return readFileSync(path);
}

beforeAll(async () => { clamd = await startClamd({ dataDir: join(folder, 'data') }); }, 60_000);
afterAll(async () => { await clamd?.stop(); rmSync(folder, { recursive: true, force: true }); }, 60_000);

describe('embedded clamd', () => {
  it('calls an ordinary table clean', async () => {
    expect(await scan(Buffer.from('arm,n\nplacebo,120\n'))).toBe('stream: OK');
  });

  it('finds the EICAR test file', async () => {
    expect(await scan(eicar)).toMatch(/^stream: Suimon\.Test\.Eicar.* FOUND$/);
  });

  it('finds EICAR at the end and in the middle of a long stream', async () => {
    const filler = Buffer.alloc(1024 * 1024, 'a');
    expect(await scan(...Array.from({ length: 120 }, () => filler), eicar)).toMatch(/Eicar.* FOUND$/);
    expect(await scan(filler, eicar, filler)).toMatch(/Eicar.* FOUND$/);
  }, 60_000);

  it('finds EICAR inside a compressed zip, and in a zip inside a zip', async () => {
    const one = zip(`z = zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED); z.writestr('a.csv', 'a,b\\n' * 1000); z.writestr('e.com', eicar); z.close()`);
    expect(one.includes(eicar)).toBe(false);
    expect(await scan(one)).toMatch(/Eicar.* FOUND$/);
    const two = zip(`b = io.BytesIO(); i = zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED); i.writestr('e.com', eicar * 9); i.close()
z = zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED); z.writestr('i.zip', b.getvalue()); z.close()`);
    expect(await scan(two)).toMatch(/Eicar.* FOUND$/);
  });

  it.each(['5f0c7d5e-7a3b-4c43-9a0e-6c1d2b8f4e11', 'b21e9c64-0f57-4d8a-8c36-3e5a7f90d2b4'])('finds our own marker %s', async id => {
    expect(await scan(Buffer.from(`text SUIMON-TEST-${'MALWARE'}-${id} text`))).toMatch(/Suimon\.Test\.Marker[AB].* FOUND$/);
  });

  it('does not call clean what it may not look into to the end', async () => {
    const deep = zip(`b = eicar
for n in range(20):
  f = io.BytesIO(); z = zipfile.ZipFile(f, 'w', zipfile.ZIP_DEFLATED); z.writestr('%d.zip' % n, b); z.close(); b = f.getvalue()
open(out, 'wb').write(b)`);
    expect(await scan(deep)).toMatch(/FOUND$/);
    const many = zip(`z = zipfile.ZipFile(out, 'w')
for n in range(10050): z.writestr('%d' % n, 'x')
z.writestr('last', eicar); z.close()`);
    expect(await scan(many)).toMatch(/FOUND$/);
  }, 60_000);

  it('runs without rights', () => {
    const status = readFileSync(`/proc/${clamd.pid}/status`, 'utf8');
    expect(status).not.toMatch(/^Uid:\t0/m);
    expect(status).toMatch(/^CapBnd:\t0+$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
  });

  it('answers on the same socket after kill -9, and keeps no half-scanned file', async () => {
    writeFileSync(join(folder, 'data', 'clamd', 'tmp', 'left-behind'), 'somebody’s file');
    await clamd.kill9();
    await expect(scan(eicar)).rejects.toThrow();
    await clamd.restart();
    expect(await scan(eicar)).toMatch(/Eicar.* FOUND$/);
    expect(() => readFileSync(join(folder, 'data', 'clamd', 'tmp', 'left-behind'))).toThrow('ENOENT');
  }, 60_000);

  it('uses signatures of another folder, and says why it cannot start on broken ones', async () => {
    const signatureDir = join(folder, 'signatures');
    mkdirSync(signatureDir);
    writeFileSync(join(signatureDir, 'empty.hdb'), '');
    writeFileSync(join(signatureDir, 'own.ndb'), `Own.Marker:0:*:${Buffer.from('own marker').toString('hex')}\n`);
    const other = await startClamd({ dataDir: join(folder, 'other'), signatureDir });
    try {
      expect(await askClamd(other.socketPath, 'INSTREAM', [Buffer.from('an own marker')])).toBe('stream: Own.Marker.UNOFFICIAL FOUND');
    } finally { await other.stop(); }
    writeFileSync(join(signatureDir, 'own.ndb'), 'not a signature\n');
    await expect(startClamd({ dataDir: join(folder, 'other'), signatureDir })).rejects.toThrow(/clamd did not start[\s\S]*Malformed database/);
  }, 60_000);
});
