import { createHash } from 'node:crypto';
import type { Client } from 'minio';

const MIB = 1024 * 1024;
/** S3 allows 10,000 parts; some stores count them a little differently at the end, so we stay below. */
const MAX_PARTS = 9_000;
const SMALLEST_PART_BYTES = 8 * MIB;

/** One size for every part, as all stores accept: at least 8 MiB (good for 70 GiB), more only if the largest object needs it. */
export const partSizeFor = (maxObjectBytes: number): number => Math.max(SMALLEST_PART_BYTES, Math.ceil(maxObjectBytes / MAX_PARTS / MIB) * MIB);

/**
 * One multipart upload under an id of its own. The client's own `putObject` resumes whatever upload of the same key it finds:
 * two writers would mix their parts, and after a cut the parts of other bytes would be taken over.
 */
export class MultipartUpload {
  private readonly parts: { part: number; etag: string }[] = [];

  private constructor(private readonly client: Client, private readonly bucket: string, private readonly key: string, private readonly uploadId: string) {}

  static async begin(client: Client, bucket: string, key: string): Promise<MultipartUpload> {
    return new MultipartUpload(client, bucket, key, await client.initiateNewMultipartUpload(bucket, key, {}));
  }

  /** Stores the next part. The bytes may be overwritten by the caller once this returns. */
  async add(bytes: Buffer): Promise<void> {
    const part = this.parts.length + 1;
    const headers = { 'Content-MD5': createHash('md5').update(bytes).digest('base64') };
    const query = new URLSearchParams({ partNumber: String(part), uploadId: this.uploadId }).toString();
    const response = await this.client.makeRequestAsync({ method: 'PUT', bucketName: this.bucket, objectName: this.key, query, headers }, bytes);
    response.resume();
    const etag = response.headers.etag;
    if (etag === undefined) throw new Error('the object store took a part and gave no ETag for it');
    this.parts.push({ part, etag: etag.replaceAll('"', '') });
  }

  /** Makes the object visible, all of it at once. */
  async complete(): Promise<void> { await this.client.completeMultipartUpload(this.bucket, this.key, this.uploadId, this.parts); }
  async abort(): Promise<void> { await this.client.abortMultipartUpload(this.bucket, this.key, this.uploadId); }
}
