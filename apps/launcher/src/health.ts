import { get } from 'node:http';

/** Whether a GET on this loopback port answers with a 2xx status within two seconds. */
export function answersOk(port: number, path: string): Promise<boolean> {
  return new Promise(resolve => {
    const request = get({ host: '127.0.0.1', port, path, timeout: 2_000, agent: false }, response => {
      response.resume();
      resolve((response.statusCode ?? 500) < 300);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });
}
