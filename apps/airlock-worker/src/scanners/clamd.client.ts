import { connect, type NetConnectOpts, type Socket } from 'node:net';

export type ClamdPlace = { readonly path: string } | { readonly host: string; readonly port: number };

/** clamd cannot be reached: nothing is known of the file, and another try may find it running. */
export class ClamdUnreachable extends Error {}

/** How an exchange ended: with an answer, before or after all bytes were sent, or without one. */
export type ClamdOutcome = { readonly kind: 'answer'; readonly text: string; readonly early: boolean } | { readonly kind: 'silent' } | { readonly kind: 'disconnected' };

/** clamd gives up on a file after two minutes by its own settings. */
const SILENCE_MS = 180_000;
const CONNECT_MS = 5_000;
const LONGEST_ANSWER_BYTES = 4_096;

/** One command to clamd, with or without a stream of bytes. Speaks the null-terminated form of its protocol. */
export class ClamdExchange {
  private answer = Buffer.alloc(0);
  private sentAll = false;
  private early = false;
  private ended = false;
  private release = (): void => undefined;
  private readonly outcome: Promise<ClamdOutcome>;

  private constructor(private readonly socket: Socket, silenceMs: number) {
    this.outcome = new Promise((resolve) => {
      const end = (outcome: ClamdOutcome): void => {
        this.ended = true;
        socket.destroy();
        resolve(outcome);
        this.release();
      };
      socket.setTimeout(silenceMs, () => end({ kind: 'silent' }));
      socket.on('data', (bytes) => {
        this.answer = Buffer.concat([this.answer, bytes]);
        this.early ||= !this.sentAll;
        if (this.answer.length > LONGEST_ANSWER_BYTES) end({ kind: 'disconnected' });
      });
      // Only a whole answer counts: ended by a zero byte, then by the end of the connection.
      socket.on('end', () => end(this.answer.at(-1) === 0 ? { kind: 'answer', text: this.answer.subarray(0, -1).toString('latin1'), early: this.early } : { kind: 'disconnected' }));
      socket.on('error', () => end({ kind: 'disconnected' }));
      socket.on('close', () => end({ kind: 'disconnected' }));
    });
  }

  static async open(place: ClamdPlace, command: string, silenceMs = SILENCE_MS): Promise<ClamdExchange> {
    const options: NetConnectOpts = 'path' in place ? { path: place.path, allowHalfOpen: true } : { host: place.host, port: place.port, allowHalfOpen: true };
    const socket = connect(options);
    await new Promise<void>((resolve, reject) => {
      const refuse = (why: string): void => { socket.destroy(); reject(new ClamdUnreachable(`clamd cannot be reached: ${why}`)); };
      const timer = setTimeout(() => refuse('it does not answer'), CONNECT_MS);
      socket.once('error', (error) => refuse(error.message));
      socket.once('connect', () => { socket.removeAllListeners('error'); clearTimeout(timer); resolve(); });
      socket.once('close', () => clearTimeout(timer));
    });
    const exchange = new ClamdExchange(socket, silenceMs);
    await exchange.write(Buffer.from(`z${command}\0`));
    return exchange;
  }

  /** Sends the next bytes of the file and waits while clamd is behind. After an answer it does nothing. */
  async send(chunk: Buffer): Promise<void> {
    if (chunk.length === 0) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    this.socket.cork();
    this.socket.write(length);
    const written = this.write(chunk);
    this.socket.uncork();
    await written;
  }

  /** The last word, asked for after all bytes of a stream were sent. */
  async finish(): Promise<ClamdOutcome> {
    this.sentAll = true;
    await this.write(Buffer.alloc(4));
    return this.outcome;
  }
  /** The answer to a command that has no stream. */
  async result(): Promise<ClamdOutcome> {
    this.sentAll = true;
    return this.outcome;
  }
  cancel(): void { this.socket.destroy(); }

  /** Returns when the bytes have left our memory, so that no file piles up in it and each chunk may be reused. */
  private write(bytes: Buffer): Promise<void> {
    if (this.ended) return Promise.resolve();
    // Not a race against `outcome`: each would hang its chunk on that promise for as long as the exchange lasts.
    return new Promise((resolve) => {
      this.release = resolve;
      this.socket.write(bytes, () => resolve());
    });
  }
}
