import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Client } from 'minio';
import { startObjectStore, type ObjectStoreHandle } from './object-store.js';

const folder = mkdtempSync(join(tmpdir(), 'suimon-s3-'));
let store: ObjectStoreHandle;
let api: Client;
let mover: Client;

async function read(client: Client, bucket: string, key: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await client.getObject(bucket, key)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function list(client: Client, bucket: string): Promise<(string | undefined)[]> {
  const names: (string | undefined)[] = [];
  for await (const item of client.listObjectsV2(bucket, '', true)) names.push((item as { name?: string }).name);
  return names;
}

beforeAll(async () => {
  store = await startObjectStore({ dataDir: join(folder, 'data') });
  api = store.client('api');
  mover = store.client('mover');
}, 300_000);
afterAll(async () => { await store?.stop(); rmSync(folder, { recursive: true, force: true }); }, 60_000);

describe('embedded object store', () => {
  const big = randomBytes(12 * 1024 * 1024);

  it('takes, returns and lists an object in staging for the api', async () => {
    await api.putObject('staging', 'a/b.txt', 'hello');
    expect((await read(api, 'staging', 'a/b.txt')).toString()).toBe('hello');
    expect(await list(api, 'staging')).toEqual(['a/b.txt']);
  });

  it('takes a stream in parts', async () => {
    const client = store.client('api', { partSize: 5 * 1024 * 1024 });
    const stream = Readable.from([big.subarray(0, 7_000_000), big.subarray(7_000_000)]);
    const { etag } = await client.putObject('staging', 'big.bin', stream, big.length);
    expect(etag).toMatch(/-[23]$/);
    expect((await read(api, 'staging', 'big.bin')).equals(big)).toBe(true);
  }, 30_000);

  it.each(['release', 'workspace-in', 'quarantine', 'probe'])('refuses the api to write %s', async bucket => {
    await expect(api.putObject(bucket, 'x', 'x')).rejects.toThrow('Access Denied');
  });

  it.each(['staging', 'quarantine', 'workspace-in', 'release'])('lets the mover write, read and list %s', async bucket => {
    await mover.putObject(bucket, 'moved.txt', 'moved');
    expect((await read(mover, bucket, 'moved.txt')).toString()).toBe('moved');
    expect(await list(mover, bucket)).toContain('moved.txt');
  });

  it('lets the api read what is quarantined and released, and nothing that goes into workspaces', async () => {
    expect((await read(api, 'release', 'moved.txt')).toString()).toBe('moved');
    expect((await read(api, 'quarantine', 'moved.txt')).toString()).toBe('moved');
    await expect(api.getObject('workspace-in', 'moved.txt')).rejects.toThrow('Access Denied');
  });

  it.each(['release', 'quarantine', 'workspace-in'])('refuses the api to delete from %s', async bucket => {
    await expect(api.removeObject(bucket, 'moved.txt')).rejects.toThrow('Access Denied');
    expect(await list(mover, bucket)).toContain('moved.txt');
  });

  it('refuses both to make a bucket', async () => {
    await expect(api.makeBucket('mine')).rejects.toThrow('Access Denied');
    await expect(mover.makeBucket('mine')).rejects.toThrow('Access Denied');
  });

  it('refuses a request that nobody signed', async () => {
    const nobody = store.client('api', { accessKey: '', secretKey: '' });
    await expect(nobody.getObject('release', 'moved.txt')).rejects.toThrow('Access Denied');
  });

  it('removes an object', async () => {
    await mover.removeObject('workspace-in', 'moved.txt');
    expect(await list(mover, 'workspace-in')).toEqual([]);
  });

  it('runs without rights and without a network', () => {
    const status = readFileSync(`/proc/${store.pid}/status`, 'utf8');
    expect(status).toMatch(/^Uid:\t61001\t61001\t61001\t61001$/m);
    expect(status).toMatch(/^CapBnd:\t0+$/m);
    const devices = readFileSync(`/proc/${store.pid}/net/dev`, 'utf8').split('\n').slice(2).filter(Boolean);
    expect(devices.map(line => line.trim().split(':')[0])).toEqual(['lo']);
  });

  it('has everything it acknowledged after kill -9', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => mover.putObject('quarantine', `many/${index}`, `object ${index}`)));
    await store.kill9();
    await expect(api.statObject('staging', 'big.bin')).rejects.toThrow();
    await store.restart();
    expect((await read(api, 'staging', 'big.bin')).equals(big)).toBe(true);
    for (let index = 0; index < 50; index += 1) expect((await read(mover, 'quarantine', `many/${index}`)).toString()).toBe(`object ${index}`);
  }, 120_000);

  it('takes its socket away when it is stopped', async () => {
    await store.stop();
    expect(existsSync(store.socketPath)).toBe(false);
  }, 30_000);
});
