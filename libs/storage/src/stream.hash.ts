import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/** The chunks of a stream as bytes. Ends with the signal's reason when it fires, and destroys the stream however it ends. */
export async function* chunksOf(stream: NodeJS.ReadableStream, signal?: AbortSignal): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    signal?.throwIfAborted();
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
}

/** Lets go of a stream that nobody reads on: an open response keeps its connection otherwise. */
export function discard(stream: NodeJS.ReadableStream): void { if (stream instanceof Readable) stream.destroy(); }

/** The same stream, broken when the signal fires. */
export const interruptible = (stream: NodeJS.ReadableStream, signal: AbortSignal): Readable => Readable.from(chunksOf(stream, signal), { objectMode: false });

/** Reads a stream to its end for its size and SHA-256; keeps none of it. */
export async function hashStream(stream: NodeJS.ReadableStream, signal?: AbortSignal): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const bytes of chunksOf(stream, signal)) {
    hash.update(bytes);
    sizeBytes += bytes.length;
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}
