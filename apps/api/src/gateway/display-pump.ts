import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';

/** Bytes waiting for a slow browser before the display is paused. */
const HIGH_WATER_BYTES = 1024 * 1024;
const RESUME_CHECK_MS = 20;

/**
 * Moves bytes both ways with back-pressure, never growing memory. This is where the RFB parser of issue 4 stands in the
 * way: until then messages pass unparsed, and the clipboard is closed by the display server's own settings (ADR 0006).
 */
export function pumpDisplay(socket: WebSocket, display: Duplex, onEnd: () => void): void {
  let resume: NodeJS.Timeout | null = null;
  const waitForRoom = (): void => {
    if (socket.bufferedAmount < HIGH_WATER_BYTES) { resume = null; display.resume(); return; }
    resume = setTimeout(waitForRoom, RESUME_CHECK_MS);
  };
  display.on('data', (chunk: Buffer) => {
    socket.send(chunk, { binary: true });
    if (socket.bufferedAmount >= HIGH_WATER_BYTES && resume === null) { display.pause(); waitForRoom(); }
  });
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (!isBinary) { socket.close(1003, 'binary-only'); return; }
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
    if (!display.write(bytes)) { socket.pause(); display.once('drain', () => socket.resume()); }
  });
  const end = (): void => {
    if (resume) clearTimeout(resume);
    display.destroy();
    onEnd();
  };
  display.on('close', end).on('error', end);
  socket.on('close', end).on('error', end);
}
