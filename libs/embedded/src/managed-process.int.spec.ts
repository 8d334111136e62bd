import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readProcess } from './linux-process.js';
import { ManagedProcess, type UnexpectedExit } from './managed-process.js';
import { SYSTEM_ENV } from './run-once.js';
import { sandboxCommand } from './sandbox.js';

const folder = mkdtempSync(join(tmpdir(), 'suimon-process-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOBODY = { uid: 61_099, gid: 61_099 };

function make(name: string, script: string, sandboxed = true): ManagedProcess {
  const shell = ['/bin/bash', '-c', script];
  const logFile = join(folder, `${name}.log`);
  return new ManagedProcess({
    name, logFile, pidFile: join(folder, `${name}.pid`), env: SYSTEM_ENV, sandboxed,
    stopSignal: 'SIGTERM', stopGraceMs: 1_000, readyTimeoutMs: 3_000,
    command: () => sandboxed ? sandboxCommand({ user: NOBODY, network: 'none', binds: [] }, shell) : shell,
    isReady: () => Promise.resolve(readFileSync(logFile, 'utf8').includes('ready')),
  });
}

describe('managed process', () => {
  it('says what a process wrote that did not get ready', async () => {
    await expect(make('failing', 'echo the reason >&2; exit 3').start()).rejects.toThrow(/failing did not start: it ended[\s\S]*the reason/);
    await expect(make('silent', 'sleep 60').start()).rejects.toThrow('not ready after 3 s');
  }, 10_000);

  it('ends a process that ignores the signal, and its children with it', async () => {
    const stubborn = make('stubborn', 'trap "" TERM; sleep 600 & echo ready; while true; do sleep 1; done');
    await stubborn.start();
    const { pid } = stubborn;
    expect(pid).not.toBeNull();
    await stubborn.stop();
    expect(readProcess(pid ?? 0)).toBeNull();
    expect(existsSync(join(folder, 'stubborn.pid'))).toBe(false);
  }, 10_000);

  it.each([true, false])('tells of an end that nobody asked for, and of no other (sandboxed: %s)', async sandboxed => {
    const exits: UnexpectedExit[] = [];
    const crashing = make(`crashing-${sandboxed}`, 'echo ready; sleep 1; echo last words; exit 7', sandboxed);
    crashing.onUnexpectedExit(exit => exits.push(exit));
    await crashing.start();
    await crashing.kill9();
    expect(exits).toEqual([]);
    await crashing.restart();
    for (let tries = 0; tries < 100 && exits.length === 0; tries += 1) await pause(50);
    expect(exits).toMatchObject([{ code: 7, lastLines: expect.stringContaining('last words') }]);
    expect(crashing.pid).toBeNull();
    await crashing.stop();
  }, 15_000);

  it('hides the rest of the machine from a sandboxed process', async () => {
    const looking = make('looking', 'ls /root /home /opt /var 2>&1; id -u; echo ready; sleep 60');
    await looking.start();
    const seen = readFileSync(join(folder, 'looking.log'), 'utf8');
    await looking.stop();
    expect(seen.match(/No such file/g)).toHaveLength(4);
    expect(seen).toContain('61099');
  }, 10_000);
});
