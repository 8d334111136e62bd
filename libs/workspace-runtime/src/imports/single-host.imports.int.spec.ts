import { createHash } from 'node:crypto';
import { access, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { SingleHostImports } from './single-host.imports.js';

const file = (path: string, text: string, sha256 = createHash('sha256').update(text).digest('hex')) => ({ path, sha256, open: async () => Readable.from([Buffer.from(text)]) });
const exists = (path: string) => access(path).then(() => true, () => false);

describe('imports', () => {
  let base: string;
  let imports: string;
  let writer: SingleHostImports;
  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'suimon-imports-'));
    imports = join(base, 'projects', 'p1', 'imports');
    writer = new SingleHostImports({ rootDir: base, datasetsDir: join(base, 'datasets') });
  });
  afterEach(async () => { await rm(base, { recursive: true, force: true }); });
  const left = () => readdir(join(base, 'projects', 'p1', 'incoming')).catch(() => []);

  it('appear as a whole, read-only and never executable', async () => {
    await writer.deliver('p1', 't1', [file('run.sh', '#!/bin/sh\n'), file('表/一.csv', 'a,b\n')]);
    expect(await readFile(join(imports, 't1', '表', '一.csv'), 'utf8')).toBe('a,b\n');
    expect((await stat(join(imports, 't1', 'run.sh'))).mode & 0o777).toBe(0o444);
    for (const folder of ['t1', 't1/表']) expect((await stat(join(imports, folder))).mode & 0o777).toBe(0o555);
    expect(await left()).toEqual([]);
  });
  it('show nothing while they are being written', async () => {
    const seen: string[][] = [];
    const watched = { ...file('b', 'b'), open: async () => { seen.push(await readdir(imports)); return Readable.from([Buffer.from('b')]); } };
    await writer.deliver('p1', 't1', [file('a', 'a'), watched]);
    expect(seen).toEqual([[]]);
    expect(await readdir(imports)).toEqual(['t1']);
  });
  it('may be delivered twice, also at the same time', async () => {
    const files = [file('a', 'a'), file('d/b', 'b')];
    await Promise.all([1, 2, 3].map(() => writer.deliver('p1', 't1', files)));
    await writer.deliver('p1', 't1', files);
    expect(await readdir(join(imports, 't1'))).toEqual(['a', 'd']);
    expect(await left()).toEqual([]);
  });
  it('are refused as a whole when one file has other bytes', async () => {
    await expect(writer.deliver('p1', 't1', [file('a', 'a'), file('b', 'tampered', '0'.repeat(64))])).rejects.toThrow('digest');
    expect(await exists(join(imports, 't1'))).toBe(false);
    expect(await left()).toEqual([]);
  });
  it('leave nothing when a source breaks', async () => {
    const broken = { ...file('b', 'b'), open: async () => new Readable({ read() { this.destroy(new Error('lost')); } }) };
    await expect(writer.deliver('p1', 't1', [file('a', 'a'), broken])).rejects.toThrow('lost');
    expect(await exists(join(imports, 't1'))).toBe(false);
    expect(await left()).toEqual([]);
  });
  it('are not confirmed when others were delivered before under the same transfer', async () => {
    await writer.deliver('p1', 't1', [file('a', 'a')]);
    await expect(writer.deliver('p1', 't1', [file('a', 'b')])).rejects.toThrow('digest');
    await expect(writer.deliver('p1', 't1', [file('a', 'a'), file('b', 'b')])).rejects.toThrow('digest');
    await expect(writer.deliver('p1', 't1', [])).rejects.toThrow('digest');
    expect(await readFile(join(imports, 't1', 'a'), 'utf8')).toBe('a');
  });
  it.each(['../x', '/x', 'a/../../x', 'a\nb', 'CON', ''])('refuse the path %j', async (path) => {
    await expect(writer.deliver('p1', 't1', [file(path, 'x')])).rejects.toThrow('plain path');
  });
  it('refuse two files of one name, and ids that are no folder names', async () => {
    await expect(writer.deliver('p1', 't1', [file('a', 'x'), file('a', 'y')])).rejects.toThrow('plain path');
    await expect(writer.deliver('p1', '../t1', [])).rejects.toThrow('plain transfer id');
    await expect(writer.deliver('..', 't1', [])).rejects.toThrow('plain folder name');
    await expect(writer.remove('p1', '..')).rejects.toThrow('plain transfer id');
  });
  it('go away again, once or twice', async () => {
    await writer.deliver('p1', 't1', [file('a', 'a'), file('d/b', 'b')]);
    await writer.deliver('p1', 't2', [file('a', 'a')]);
    await writer.remove('p1', 't1');
    await writer.remove('p1', 't1');
    expect(await readdir(imports)).toEqual(['t2']);
    expect(await left()).toEqual([]);
  });
});
