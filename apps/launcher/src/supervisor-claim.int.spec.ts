import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPidFile } from '@suimon/embedded';
import { choosePorts, keepPorts } from './ports.js';
import { claimSupervision } from './supervisor-claim.js';

const folder = mkdtempSync(join(tmpdir(), 'suimon-claim-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('claim of an installation', () => {
  const pidFile = join(folder, 'claim', 'supervisor.pid');

  it('is given to the first and names it to the second', () => {
    expect(claimSupervision(pidFile)).toBeNull();
    expect(claimSupervision(pidFile)?.pid).toBe(process.pid);
    expect(readdirSync(join(folder, 'claim'))).toEqual(['supervisor.pid']);
  });

  it('is taken over from a process that has ended', () => {
    writeFileSync(pidFile, JSON.stringify({ pid: process.pid, startTicks: 1, bootId: 'another' }));
    expect(claimSupervision(pidFile)).toBeNull();
    expect(readPidFile(pidFile)?.pid).toBe(process.pid);
  });
});

describe('ports', () => {
  const file = join(folder, 'ports.json');

  it('moves on from a port that another program holds, says so, and stays there', async () => {
    const other = createServer();
    const port = await new Promise<number>(resolve => other.listen(0, '127.0.0.1', () => { const address = other.address(); resolve(typeof address === 'object' && address ? address.port : 0); }));
    const told: string[] = [];
    const ports = await choosePorts(file, { SUIMON_PORT: String(port) }, line => told.push(line));
    expect(ports.api).not.toBe(port);
    expect(told.join('\n')).toContain(`port ${port} is taken`);
    keepPorts(file, ports);
    other.close();
    expect(await choosePorts(file, {}, () => undefined)).toMatchObject({ api: ports.api, gateway: ports.gateway });
  });

  it('refuses what is not a port', async () => {
    await expect(choosePorts(file, { SUIMON_PORT: '80a' }, () => undefined)).rejects.toThrow('SUIMON_PORT must be a port number');
  });
});
