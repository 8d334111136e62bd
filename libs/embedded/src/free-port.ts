import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/** Whether a listener can be opened on this loopback port now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: HOST, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A loopback port that is free now: the wished one if it is, else one the kernel picks. */
export async function freePort(wished?: number): Promise<number> {
  if (wished !== undefined && await isPortFree(wished)) return wished;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: HOST, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('the kernel gave no loopback port'));
      });
    });
  });
}
