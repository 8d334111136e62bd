import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Identity, type ObjectStoreHandle, startObjectStore } from '@suimon/embedded';
import { partSizeFor } from './multipart.upload.js';
import { S3FileVault, type S3FileVaultOptions } from './s3-file.vault.js';

const MIB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'suimon-vault-'));
let store: ObjectStoreHandle;
let mover: S3FileVault;

const vaultOf = (identity: Identity, options?: S3FileVaultOptions): S3FileVault => new S3FileVault({ endpoint: `unix:${store.socketPath}`, ...store.credentials[identity] }, options);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const streamOf = (bytes: Buffer): Readable => Readable.from((function* () { for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000); })());
async function read(vault: S3FileVault, ...place: Parameters<S3FileVault['open']>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await vault.open(...place)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
async function unfinished(bucket: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const upload of store.client('mover').listIncompleteUploads(bucket, '', true)) keys.push(upload.key);
  return keys;
}
async function* breaking(bytes: Buffer): AsyncGenerator<Buffer> {
  yield* streamOf(bytes);
  throw new Error('the source broke');
}

beforeAll(async () => {
  store = await startObjectStore({ dataDir: join(folder, 'data') });
  mover = vaultOf('mover');
}, 300_000);
afterAll(async () => { await store?.stop(); rmSync(folder, { recursive: true, force: true }); }, 60_000);

describe('file vault on an object store', () => {
  const big = randomBytes(20 * MIB + 123);

  it.each([['nothing', Buffer.alloc(0)], ['one byte', Buffer.from('x')], ['exactly one part', big.subarray(0, 8 * MIB)], ['one byte more than a part', big.subarray(0, 8 * MIB + 1)], ['several parts', big]])('stores %s and returns it unchanged', async (name, bytes) => {
    const key = `kept/${name.replaceAll(' ', '-')}`;
    expect(await mover.put('quarantine', key, streamOf(bytes))).toEqual({ sizeBytes: bytes.length, sha256: sha256(bytes) });
    expect(await mover.stat('quarantine', key)).toEqual({ sizeBytes: bytes.length });
    expect((await read(mover, 'quarantine', key)).equals(bytes)).toBe(true);
  }, 60_000);

  it.each([['in the first part', 1 * MIB], ['after parts were sent', 17 * MIB]])('leaves nothing of a source that breaks %s, and throws its error', async (_name, length) => {
    await expect(mover.put('staging', 'broken/a', Readable.from(breaking(big.subarray(0, length))))).rejects.toThrow('the source broke');
    expect(await mover.stat('staging', 'broken/a')).toBeNull();
    expect(await unfinished('staging')).toEqual([]);
  }, 60_000);

  it.each([['small', 10], ['of several parts', 20 * MIB]])('shows no object %s whose bytes are not the promised ones', async (_name, length) => {
    await expect(mover.put('release', 'promised/a', streamOf(big.subarray(0, length)), sha256(big))).rejects.toThrow(expect.objectContaining({ problem: 'hash-differs' }));
    expect(await mover.stat('release', 'promised/a')).toBeNull();
    expect(await unfinished('release')).toEqual([]);
  }, 60_000);

  it('keeps the object that is there when a later put of the same key fails', async () => {
    await mover.put('quarantine', 'same/key', streamOf(Buffer.from('first')));
    await expect(mover.put('quarantine', 'same/key', Readable.from(breaking(big)))).rejects.toThrow('the source broke');
    expect((await read(mover, 'quarantine', 'same/key')).toString()).toBe('first');
  }, 60_000);

  it('keeps two writers of one key apart', async () => {
    const other = randomBytes(big.length);
    await Promise.all([mover.put('staging', 'raced/a', streamOf(big)), mover.put('staging', 'raced/a', streamOf(other))]);
    const left = await read(mover, 'staging', 'raced/a');
    expect([sha256(big), sha256(other)]).toContain(sha256(left));
  }, 60_000);

  it('refuses an object above the limit while it streams in', async () => {
    const small = vaultOf('mover', { maxObjectBytes: 9 * MIB });
    await expect(small.put('staging', 'large/a', streamOf(big))).rejects.toThrow(expect.objectContaining({ problem: 'too-large' }));
    expect(await small.stat('staging', 'large/a')).toBeNull();
  }, 60_000);

  it('lists and removes one level only, unfinished uploads included', async () => {
    await mover.put('staging', 'tree/a/1', streamOf(Buffer.from('1')));
    await mover.put('staging', 'tree/a/2', streamOf(Buffer.from('2')));
    await mover.put('staging', 'tree/ab/3', streamOf(Buffer.from('3')));
    await store.client('mover').initiateNewMultipartUpload('staging', 'tree/a/4', {});
    expect(await mover.list('staging', 'tree/a/')).toEqual(['tree/a/1', 'tree/a/2']);
    await mover.removeAll('staging', 'tree/a/');
    expect(await mover.list('staging', 'tree/')).toEqual(['tree/ab/3']);
    expect(await unfinished('staging')).toEqual([]);
    await mover.remove('staging', 'tree/ab/3');
    await mover.remove('staging', 'tree/ab/3');
    expect(await mover.list('staging', 'tree/')).toEqual([]);
  });

  it('says that an object is not there', async () => {
    await expect(mover.open('release', 'nothing/here')).rejects.toThrow(expect.objectContaining({ problem: 'not-found', zone: 'release', key: 'nothing/here' }));
  });

  it.each(['../quarantine/a', 'a//b', '/a', 'a/', '', 'A', 'a b', '表', `${'a/'.repeat(8)}a`])('refuses the key %j', async (key) => {
    await expect(mover.put('staging', key, streamOf(Buffer.from('x')))).rejects.toThrow(expect.objectContaining({ problem: 'key-not-allowed' }));
  });
  it.each(['', '/', 'a', 'a/../'])('refuses to empty %j', async (prefix) => {
    await expect(mover.removeAll('staging', prefix)).rejects.toThrow(expect.objectContaining({ problem: 'key-not-allowed' }));
  });

  it('is denied what its identity may not do', async () => {
    const api = vaultOf('api');
    expect(await api.put('staging', 'mine/a', streamOf(Buffer.from('up')))).toMatchObject({ sizeBytes: 2 });
    expect((await api.put('staging', 'mine/b', streamOf(big))).sizeBytes).toBe(big.length);
    for (const zone of ['quarantine', 'workspace-in', 'release'] as const) {
      await expect(api.put(zone, 'mine/a', streamOf(Buffer.from('x')))).rejects.toThrow(expect.objectContaining({ problem: 'denied', zone }));
      await expect(api.put(zone, 'mine/b', streamOf(big))).rejects.toThrow(expect.objectContaining({ problem: 'denied', zone }));
      await expect(api.remove(zone, 'kept/one-byte')).rejects.toThrow(expect.objectContaining({ problem: 'denied' }));
    }
    await expect(api.open('workspace-in', 'mine/a')).rejects.toThrow(expect.objectContaining({ problem: 'denied' }));
    expect((await read(api, 'quarantine', 'kept/one-byte')).toString()).toBe('x');
  }, 60_000);

  it('fails while the store is down, in the middle of a put and of a read, and works again after', async () => {
    let sent = 0;
    const killing = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of streamOf(big)) {
        sent += chunk.length;
        if (sent > 9 * MIB) await store.kill9();
        yield chunk;
      }
    };
    await expect(mover.put('quarantine', 'killed/a', Readable.from(killing()))).rejects.toThrow(expect.objectContaining({ problem: 'unavailable' }));
    await expect(mover.open('quarantine', 'kept/several-parts')).rejects.toThrow(expect.objectContaining({ problem: 'unavailable' }));
    await store.restart();
    expect(await mover.stat('quarantine', 'killed/a')).toBeNull();
    expect((await mover.put('quarantine', 'killed/a', streamOf(big))).sha256).toBe(sha256(big));
    const half = async (): Promise<void> => { for await (const chunk of await mover.open('quarantine', 'killed/a')) { sent += chunk.length; await store.kill9(); } };
    await expect(half()).rejects.toThrow();
    await store.restart();
    expect(sha256(await read(mover, 'quarantine', 'killed/a'))).toBe(sha256(big));
    await mover.removeAll('quarantine', 'killed/');
    expect(await unfinished('quarantine')).toEqual([]);
  }, 180_000);

  it('takes part sizes that fit the largest object into what a store allows', () => {
    expect(partSizeFor(1)).toBe(8 * MIB);
    expect(partSizeFor(50 * 1024 * MIB)).toBe(8 * MIB);
    expect(5 * 1024 * 1024 * MIB / partSizeFor(5 * 1024 * 1024 * MIB)).toBeLessThan(10_000);
  });
});
