import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { appendFile, link, mkdir, mkdtemp, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import { MAX_ENTRIES } from './outbox.listing.js';
import { SingleHostOutbox } from './single-host.outbox.js';

async function contentOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

describe('an outbox', () => {
  let base: string;
  let outbox: string;
  let reader: SingleHostOutbox;
  const list = () => reader.list('p1', 'a1');
  const refusals = async () => Object.fromEntries((await list()).refused.map(({ path, reason }) => [path, reason]));

  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'suimon-outbox-'));
    outbox = join(base, 'people', 'p1', 'a1', 'outbox');
    await mkdir(outbox, { recursive: true });
    await writeFile(join(base, 'secret'), 'secret');
    reader = new SingleHostOutbox({ rootDir: base, datasetsDir: join(base, 'datasets') });
  });
  afterEach(async () => { await rm(base, { recursive: true, force: true }); });

  it('lists regular files with size and time, in folders too', async () => {
    await mkdir(join(outbox, '図表'));
    await writeFile(join(outbox, '図表', '表 1.csv'), 'a,b\n');
    await utimes(join(outbox, '図表', '表 1.csv'), 1_700_000_000, 1_700_000_000);
    await writeFile(join(outbox, 'empty'), '');
    const { files, refused } = await list();
    expect(refused).toEqual([]);
    expect(files.toSorted((a, b) => a.path.localeCompare(b.path))).toMatchObject([{ path: 'empty', sizeBytes: 0 }, { path: '図表/表 1.csv', sizeBytes: 4, modifiedAtMs: 1_700_000_000_000 }]);
  });
  it('is empty when there is none, and all that exist are found', async () => {
    expect(await reader.list('p9', 'a9')).toEqual({ files: [], refused: [] });
    await mkdir(join(base, 'people', 'p2', 'a7', 'outbox'), { recursive: true });
    expect((await reader.outboxes()).toSorted((a, b) => a.projectId.localeCompare(b.projectId))).toEqual([{ projectId: 'p1', personId: 'a1' }, { projectId: 'p2', personId: 'a7' }]);
  });

  it('gives the bytes of a file', async () => {
    await mkdir(join(outbox, 'a', 'b'), { recursive: true });
    const text = 'x'.repeat(700_000);
    await writeFile(join(outbox, 'a', 'b', 'c.csv'), text);
    const { sizeBytes, stream } = await reader.open('p1', 'a1', 'a/b/c.csv');
    expect(sizeBytes).toBe(700_000);
    expect(await contentOf(stream)).toBe(text);
  });

  it('refuses links, hard links, devices, pipes and sockets where they are, and takes the rest', async () => {
    await symlink('/etc/passwd', join(outbox, 'file-link'));
    await symlink('/etc', join(outbox, 'folder-link'));
    await symlink('../../../../secret', join(outbox, 'up-link'));
    await link(join(base, 'secret'), join(outbox, 'hard'));
    execFileSync('mkfifo', [join(outbox, 'pipe')]);
    execFileSync('mknod', [join(outbox, 'device'), 'c', '1', '5']);
    const server = createServer().listen(join(outbox, 'socket'));
    await once(server, 'listening');
    await writeFile(join(outbox, 'good.csv'), 'ok');
    expect(await refusals()).toEqual({ 'file-link': 'symlink', 'folder-link': 'symlink', 'up-link': 'symlink', hard: 'hard-link', pipe: 'not-a-regular-file', device: 'not-a-regular-file', socket: 'not-a-regular-file' });
    expect((await list()).files.map(({ path }) => path)).toEqual(['good.csv']);
    for (const [path, reason] of Object.entries(await refusals())) await expect(reader.open('p1', 'a1', path)).rejects.toMatchObject({ reason });
    await expect(reader.open('p1', 'a1', 'folder-link/passwd')).rejects.toMatchObject({ reason: 'symlink' });
    server.close();
  });

  it('refuses names that are not plain, also ones that are no text', async () => {
    const put = (name: Buffer) => writeFile(Buffer.concat([Buffer.from(`${outbox}/`), name]), 'x');
    for (const name of ['a\nb', 'a\u202Eb', 'CON', 'a\\b', 'end ', 'end.']) await put(Buffer.from(name));
    await put(Buffer.from([0x61, 0xff, 0xfe]));
    await mkdir(join(outbox, 'nul.d'));
    await writeFile(join(outbox, 'nul.d', 'inner.csv'), 'x');
    expect((await list()).files).toEqual([]);
    expect(await refusals()).toEqual({
      'a\\x0ab': 'name-not-allowed', 'a\\xe2\\x80\\xaeb': 'name-not-allowed', CON: 'name-not-allowed', 'a\\x5cb': 'name-not-allowed',
      'end ': 'name-not-allowed', 'end.': 'name-not-allowed', 'a\\xff\\xfe': 'name-not-allowed', 'nul.d': 'name-not-allowed',
    });
  });
  it.each(['../../secret', '/etc/passwd', 'a/../../secret', '..', '.', '', 'a//b', 'a\0b'])('does not open the path %j', async (path) => {
    await mkdir(join(outbox, 'a'));
    await expect(reader.open('p1', 'a1', path)).rejects.toMatchObject({ reason: 'name-not-allowed' });
  });
  it('does not open a folder or what is not there', async () => {
    await mkdir(join(outbox, 'a'));
    await expect(reader.open('p1', 'a1', 'a')).rejects.toMatchObject({ reason: 'not-a-regular-file' });
    await expect(reader.open('p1', 'a1', 'b')).rejects.toMatchObject({ reason: 'changed-while-reading' });
  });
  it('is not left through ids either', async () => {
    await expect(reader.list('..', 'a1')).rejects.toThrow('plain folder name');
    await expect(reader.open('p1', '../a1', 'x')).rejects.toThrow('plain folder name');
  });

  it('refuses what lies too deep, and ends on too many files', async () => {
    const deep = Array.from({ length: 20 }, () => 'd');
    await mkdir(join(outbox, ...deep), { recursive: true });
    await writeFile(join(outbox, ...deep, 'f'), 'x');
    expect((await list()).refused).toEqual([{ path: deep.slice(0, 16).join('/'), reason: 'too-deep' }]);
    execFileSync('bash', ['-c', `mkdir many; cd many; seq 1 ${MAX_ENTRIES + 500} | xargs touch`], { cwd: outbox });
    const { files, refused } = await list();
    expect(files.length).toBeLessThanOrEqual(MAX_ENTRIES);
    expect(refused.filter(({ reason }) => reason === 'too-many-files')).toHaveLength(1);
  }, 30_000);

  it.each<[string, (path: string) => Promise<unknown>]>([
    ['grows', (path) => appendFile(path, 'more')],
    ['shrinks', (path) => truncate(path, 10)],
    ['is written over', async (path) => { await writeFile(path, 'y'.repeat(1_000_000)); await utimes(path, 1, 1); }],
    ['gets a second name', (path) => link(path, `${path}.2`)],
    ['is replaced', async (path) => { await writeFile(`${path}.new`, 'z'.repeat(1_000_000)); await rename(`${path}.new`, path); }],
    ['is removed', (path) => rm(path)],
  ])('fails at the end when a file %s while it is read', async (_, change) => {
    const path = join(outbox, 'f');
    await writeFile(path, 'x'.repeat(1_000_000));
    const { stream } = await reader.open('p1', 'a1', 'f');
    await change(path);
    await expect(contentOf(stream)).rejects.toMatchObject({ reason: 'changed-while-reading' });
  });
  it('control: gives a file that stays the same', async () => {
    await writeFile(join(outbox, 'f'), 'x'.repeat(1_000_000));
    const { stream } = await reader.open('p1', 'a1', 'f');
    expect(await contentOf(stream)).toHaveLength(1_000_000);
  });

  it('never follows a link, however fast folder and link change places', async () => {
    await mkdir(join(base, 'elsewhere'));
    await writeFile(join(base, 'elsewhere', 'f'), 'secret');
    await mkdir(join(outbox, 'folder'));
    await writeFile(join(outbox, 'folder', 'f'), 'public');
    await symlink(join(base, 'elsewhere'), join(outbox, 'trap'));
    let racing = true;
    const race = (async () => { while (racing) for (const [from, to] of [['folder', 'x'], ['trap', 'folder'], ['folder', 'trap'], ['x', 'folder']] as const) await rename(join(outbox, from), join(outbox, to)); })();
    const seen = new Set<string>();
    for (let round = 0; round < 400; round += 1) {
      seen.add(await reader.open('p1', 'a1', 'folder/f').then(({ stream }) => contentOf(stream), (error: { reason?: string }) => error.reason ?? 'unexpected').catch(() => 'changed'));
      for (const file of (await list()).files) expect(file.path).not.toContain('trap');
    }
    racing = false;
    await race;
    expect(seen).not.toContain('secret');
    expect(seen).not.toContain('unexpected');
    expect(seen).toContain('public');
  }, 60_000);
});
