/** Keeps the first and the last bytes of what goes by, and how much it was. */
export class HeadTail {
  head = Buffer.alloc(0);
  tail = Buffer.alloc(0);
  sizeBytes = 0;

  constructor(private readonly headBytes: number, private readonly tailBytes: number) {}

  take(chunk: Buffer): void {
    if (this.head.length < this.headBytes) this.head = Buffer.concat([this.head, chunk.subarray(0, this.headBytes - this.head.length)]);
    this.tail = chunk.length >= this.tailBytes ? Buffer.from(chunk.subarray(chunk.length - this.tailBytes)) : Buffer.concat([this.tail, chunk]).subarray(-this.tailBytes);
    this.sizeBytes += chunk.length;
  }
}

/** Hands on each chunk with the last bytes before it, so that nothing is missed that lies across two chunks. */
export class Overlap {
  private kept = Buffer.alloc(0);
  constructor(private readonly bytes: number) {}

  join(chunk: Buffer): Buffer {
    const joined = Buffer.concat([this.kept, chunk]);
    this.kept = Buffer.from(joined.subarray(Math.max(0, joined.length - this.bytes)));
    return joined;
  }
}
