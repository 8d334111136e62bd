import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceHandle, UnexpectedExit } from '@suimon/embedded';
import { Part } from './part.js';

/** Stands in for a process of the operating system; the real one is tested in libs/embedded. */
class Fake implements ServiceHandle {
  readonly name = 'fake';
  readonly logFile = '/dev/null';
  pid: number | null = 1;
  stops = 0;
  attempts: number[] = [];
  failing = 0;
  private listener: (exit: UnexpectedExit) => void = () => undefined;

  onUnexpectedExit(listener: (exit: UnexpectedExit) => void): void { this.listener = listener; }
  async stop(): Promise<void> { this.stops += 1; this.pid = null; }
  async kill9(): Promise<void> { this.pid = null; }
  async restart(): Promise<void> {
    this.attempts.push(Date.now());
    if (this.failing > 0) { this.failing -= 1; throw new Error('port taken\nmore'); }
    this.pid = 2;
  }
  crash(): void {
    this.pid = null;
    this.listener({ name: this.name, code: 7, signal: null, lastLines: 'last words' });
  }
}

const until = async (condition: () => boolean): Promise<void> => { while (!condition()) await pause(20); };

describe('part under supervision', () => {
  it('is started again with growing pauses, and says so', async () => {
    const told: string[] = [];
    const fake = new Fake();
    const part = new Part('process', fake, event => { if (event !== null) told.push(event); });
    fake.failing = 1;
    fake.crash();
    expect(part.status()).toMatchObject({ state: 'restarting', lastProblem: 'ended with code 7' });
    await until(() => part.status().state === 'running');
    expect(part.status()).toMatchObject({ pid: 2, restarts: 1, lastProblem: 'port taken' });
    const [first = 0, second = 0] = fake.attempts;
    expect(second - first).toBeGreaterThanOrEqual(900);
    expect(told[0]).toContain('last words');
    expect(told.slice(1)).toEqual(['fake could not be started again: port taken', 'fake runs again']);
    await part.stop();
  });

  it('is not started again once it is stopped', async () => {
    const fake = new Fake();
    const part = new Part('process', fake, () => undefined);
    fake.crash();
    await part.stop();
    await pause(700);
    expect(fake.attempts).toEqual([]);
    expect(part.status().state).toBe('stopped');
  });
});
