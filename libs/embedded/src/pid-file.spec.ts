import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPidFile, writePidFile } from './pid-file.js';

const folder = mkdtempSync(join(tmpdir(), 'suimon-pid-'));
const path = join(folder, 'it.pid');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rewrite = (change: Record<string, unknown>): void => {
  writePidFile(path, process.pid);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')) as object, ...change }));
};

describe('pid file', () => {
  it('finds the process that it names', () => {
    writePidFile(path, process.pid);
    expect(readPidFile(path)?.pid).toBe(process.pid);
  });

  it('takes a pid that was given to another process for ended', () => {
    rewrite({ startTicks: 1 });
    expect(readPidFile(path)).toBeNull();
  });

  it('takes a process of an earlier boot for ended', () => {
    rewrite({ bootId: 'another' });
    expect(readPidFile(path)).toBeNull();
  });

  it('takes a missing process, file or content for ended', () => {
    rewrite({ pid: 4_194_303 });
    expect(readPidFile(path)).toBeNull();
    writeFileSync(path, 'null');
    expect(readPidFile(path)).toBeNull();
    writeFileSync(path, '{"pid":');
    expect(readPidFile(path)).toBeNull();
    expect(readPidFile(join(folder, 'none'))).toBeNull();
  });
});
