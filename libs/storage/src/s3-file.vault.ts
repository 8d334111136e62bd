import { createHash } from 'node:crypto';
import type { FileVault, Zone } from '@suimon/use-cases';
import type { Client } from 'minio';
import { MultipartUpload, partSizeFor } from './multipart.upload.js';
import { requireKey, requirePrefix } from './object.key.js';
import { type S3Access, s3Client } from './s3.client.js';
import { VaultError, vaultError } from './vault.error.js';

export interface S3FileVaultOptions {
  /** Larger objects are refused while they stream in. Also sets the part size, and with it the memory one upload takes. */
  readonly maxObjectBytes?: number;
  /** A store that is silent for longer has failed. */
  readonly silenceMs?: number;
}

const GIB = 1024 ** 3;
type Stored = { readonly sizeBytes: number; readonly sha256: string };

/**
 * The zones as buckets of an S3 store. What an identity may do in which zone is decided by the store, not here.
 * Memory: one part (8 MiB unless objects above 70 GiB are allowed) for each upload that runs.
 */
export class S3FileVault implements FileVault {
  private readonly client: Client;
  private readonly maxObjectBytes: number;

  constructor(access: S3Access, options: S3FileVaultOptions = {}) {
    this.client = s3Client(access, options.silenceMs);
    this.maxObjectBytes = options.maxObjectBytes ?? 64 * GIB;
  }

  /**
   * Stores a stream and says what was stored. The object appears whole or not at all: a source that breaks, grows beyond the
   * limit or does not have `expectedSha256` leaves nothing. An error of the source is thrown as it is.
   */
  async put(zone: Zone, key: string, content: NodeJS.ReadableStream, expectedSha256?: string): Promise<Stored> {
    requireKey('put', zone, key);
    const stored = await this.upload(zone, key, content, expectedSha256);
    const there = await this.stat(zone, key);
    if (there?.sizeBytes !== stored.sizeBytes) throw new VaultError('size-differs', 'put', zone, key);
    return stored;
  }

  async open(zone: Zone, key: string): Promise<NodeJS.ReadableStream> {
    requireKey('open', zone, key);
    return this.client.getObject(zone, key).catch((error: unknown) => { throw vaultError(error, 'open', zone, key); });
  }

  async stat(zone: Zone, key: string): Promise<{ sizeBytes: number } | null> {
    requireKey('stat', zone, key);
    try {
      return { sizeBytes: (await this.client.statObject(zone, key)).size };
    } catch (error) {
      const problem = vaultError(error, 'stat', zone, key);
      if (problem.problem === 'not-found') return null;
      throw problem;
    }
  }

  /** Keys below a prefix, which ends with `/`. */
  async list(zone: Zone, prefix: string): Promise<readonly string[]> {
    requirePrefix('list', zone, prefix);
    try {
      const keys: string[] = [];
      for await (const item of this.client.listObjectsV2(zone, prefix, true)) if (typeof item.name === 'string') keys.push(item.name);
      return keys;
    } catch (error) { throw vaultError(error, 'list', zone, prefix); }
  }

  /** A key that is not there counts as removed. */
  async remove(zone: Zone, key: string): Promise<void> {
    requireKey('remove', zone, key);
    await this.client.removeObject(zone, key).catch((error: unknown) => { throw vaultError(error, 'remove', zone, key); });
  }

  /** Everything below a prefix, and the parts of uploads that a crash left unfinished there. */
  async removeAll(zone: Zone, prefix: string): Promise<void> {
    requirePrefix('removeAll', zone, prefix);
    try {
      for await (const upload of this.client.listIncompleteUploads(zone, prefix, true)) await this.client.abortMultipartUpload(zone, upload.key, upload.uploadId);
    } catch (error) { throw vaultError(error, 'removeAll', zone, prefix); }
    for (const key of await this.list(zone, prefix)) await this.remove(zone, key);
  }

  private async upload(zone: Zone, key: string, content: NodeJS.ReadableStream, expectedSha256: string | undefined): Promise<Stored> {
    const part = Buffer.allocUnsafeSlow(partSizeFor(this.maxObjectBytes));
    const hash = createHash('sha256');
    let filled = 0;
    let sizeBytes = 0;
    let multipart: MultipartUpload | null = null;
    const ask = <Answer>(request: Promise<Answer>): Promise<Answer> => request.catch((error: unknown) => { throw vaultError(error, 'put', zone, key); });
    try {
      for await (const chunk of content) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        hash.update(bytes);
        sizeBytes += bytes.length;
        if (sizeBytes > this.maxObjectBytes) throw new VaultError('too-large', 'put', zone, key);
        for (let taken = 0; taken < bytes.length;) {
          // Sent only when more bytes come, so that an object of just one part is a plain put.
          if (filled === part.length) {
            multipart ??= await ask(MultipartUpload.begin(this.client, zone, key));
            await ask(multipart.add(part));
            filled = 0;
          }
          const copied = bytes.copy(part, filled, taken);
          filled += copied;
          taken += copied;
        }
      }
      const sha256 = hash.digest('hex');
      if (expectedSha256 !== undefined && sha256 !== expectedSha256) throw new VaultError('hash-differs', 'put', zone, key);
      const rest = part.subarray(0, filled);
      if (multipart === null) await ask(this.client.putObject(zone, key, rest, filled));
      else { await ask(multipart.add(rest)); await ask(multipart.complete()); }
      return { sizeBytes, sha256 };
    } catch (error) {
      // If this fails too, the parts stay invisible until `removeAll` takes them away.
      await multipart?.abort().catch(() => undefined);
      throw error;
    }
  }
}
