import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';

const EICAR_NAME = 'EICAR-STANDARD-ANTIVIRUS';

export interface FakeClamdAnswers {
  /** Answer to VERSION, without the zero byte. */
  readonly version?: string;
  /** Raw answer to a stream; null ends the connection without one. The test virus is found unless `isBlind`. */
  readonly stream?: (bytes: Buffer) => string | null;
  readonly isBlind?: boolean;
  /** Sent as soon as a stream other than the test virus begins, before its bytes. */
  readonly early?: string;
}

/** A clamd that lies, on a unix socket: the one part of the world a test has to fake, since the real one does not lie. */
export async function startFakeClamd(path: string, answers: FakeClamdAnswers): Promise<{ stop(): Promise<void>; readonly streams: number }> {
  await rm(path, { force: true });
  const seen = { streams: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    let input = Buffer.alloc(0);
    let toldEarly = false;
    const answer = (text: string | null): void => { if (text === null) socket.destroy(); else socket.end(text); };
    socket.on('data', (bytes) => {
      input = Buffer.concat([input, bytes]);
      const end = input.indexOf(0);
      if (end === -1) return;
      const command = input.subarray(0, end).toString();
      if (command === 'zVERSION') return answer(`${answers.version ?? 'ClamAV 1.4.6'}\0`);
      if (command === 'zPING') return answer('PONG\0');
      const body = readStream(input.subarray(end + 1));
      if (answers.early !== undefined && !toldEarly && body.bytes.length > 0 && !body.bytes.includes(EICAR_NAME)) { toldEarly = true; socket.write(answers.early); }
      if (!body.isWhole) return;
      seen.streams += 1;
      if (toldEarly) return answer('');
      if (!answers.isBlind && body.bytes.includes(EICAR_NAME)) return answer('stream: Eicar-Test-Signature FOUND\0');
      answer((answers.stream ?? (() => 'stream: OK\0'))(body.bytes));
    });
  });
  await new Promise<void>((resolve) => { server.listen(path, resolve); });
  return {
    get streams() { return seen.streams; },
    stop: async () => { for (const socket of sockets) socket.destroy(); await new Promise((resolve) => { server.close(resolve); }); },
  };
}

function readStream(input: Buffer): { bytes: Buffer; isWhole: boolean } {
  const parts: Buffer[] = [];
  let at = 0;
  while (at + 4 <= input.length) {
    const length = input.readUInt32BE(at);
    at += 4;
    if (length === 0) return { bytes: Buffer.concat(parts), isWhole: true };
    parts.push(input.subarray(at, at + length));
    at += length;
  }
  return { bytes: Buffer.concat(parts), isWhole: false };
}
