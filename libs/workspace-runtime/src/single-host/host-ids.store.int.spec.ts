import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostIdStore } from './host-ids.store.js';

describe('host ids', () => {
  let dir: string;
  beforeEach(async () => { dir = await mkdtemp(join(tmpdir(), 'suimon-ids-')); });
  afterEach(async () => { await rm(dir, { recursive: true, force: true }); });

  it('stay the same for a person in a project, also for the next controller', async () => {
    const first = await new HostIdStore(dir, 200_000).identity('p1', 'a1');
    expect(await new HostIdStore(dir, 200_000).identity('p1', 'a1')).toEqual(first);
  });
  it('are never shared by two projects or two people', async () => {
    const store = new HostIdStore(dir, 200_000);
    const given = [await store.identity('p1', 'a1'), await store.identity('p1', 'a2'), await store.identity('p2', 'a1')];
    expect(new Set(given.map(({ uid }) => uid)).size).toBe(3);
    expect(given.map(({ gid }) => gid === given[0]?.gid)).toEqual([true, true, false]);
    expect(new Set([...given.map(({ uid }) => uid), ...given.map(({ gid }) => gid)]).size).toBe(5);
  });
  it('are given once when many controllers ask at the same time', async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, (_, index) => new HostIdStore(dir, 200_000).identity('p1', `a${index % 5}`)));
    expect(new Set(asked.map(({ gid }) => gid)).size).toBe(1);
    expect(new Set(asked.map(({ uid }) => uid)).size).toBe(5);
  });
  it('are not taken from numbers a crash left half written', async () => {
    await writeFile(join(dir, '.draft'), 'person:p1:a1');
    const { gid } = await new HostIdStore(dir, 200_000).identity('p1', 'a1');
    expect(gid).toBeGreaterThanOrEqual(200_000);
    expect((await readdir(dir)).filter((name) => name !== '.draft')).toHaveLength(2);
  });
  it('are not taken from accounts of the host', async () => {
    // 65534 is nobody on every Debian host.
    const { gid, uid } = await new HostIdStore(dir, 65_534).identity('p1', 'a1');
    expect([gid, uid]).not.toContain(65_534);
  });
});
