import { connect } from 'node:net';

/** Sends clamd one command and returns its one line. For readiness and tests; the worker has its own client. */
export function askClamd(socketPath: string, command: string, body: Iterable<Buffer> = [], timeoutMs = 120_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path: socketPath });
    let answer = '';
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`clamd did not answer ${command} within ${timeoutMs} ms`)));
    socket.once('error', reject);
    socket.setEncoding('utf8').on('data', (text: string) => { answer += text; });
    socket.once('end', () => resolve(answer.replace(/\0$/, '')));
    socket.once('connect', () => {
      socket.write(`z${command}\0`);
      if (command !== 'INSTREAM') return;
      for (const part of body) {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(part.length);
        socket.write(length);
        socket.write(part);
      }
      socket.write(Buffer.alloc(4));
    });
  });
}
