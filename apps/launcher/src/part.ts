import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceHandle } from '@suimon/embedded';
import type { PartState, PartStatus } from './status-file.js';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const SOUND_AFTER_MS = 60_000;

/** One service or process under supervision: started again, with growing pauses, until somebody stops it. */
export class Part {
  private state: PartState = 'running';
  private restarts = 0;
  private lastProblem: string | null = null;
  private delayMs = FIRST_DELAY_MS;
  private runningSince = Date.now();
  private ending = new AbortController();
  private revival: Promise<void> = Promise.resolve();

  constructor(readonly kind: PartStatus['kind'], readonly handle: ServiceHandle, private readonly changed: (event: string | null) => void) {
    handle.onUnexpectedExit(exit => {
      this.lastProblem = `ended with ${exit.signal ?? `code ${exit.code}`}`;
      this.changed(`${this.name} ${this.lastProblem}; its last lines:\n${exit.lastLines.split('\n').slice(-5).map(line => `    ${line}`).join('\n')}`);
      this.revival = this.revive();
    });
  }

  get name(): string { return this.handle.name; }

  status(): PartStatus {
    return { name: this.name, kind: this.kind, state: this.state, pid: this.handle.pid, restarts: this.restarts, lastProblem: this.lastProblem };
  }

  /** Ends it for good, also when it is just being started again. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.handle.stop();
    await this.revival;
    await this.handle.stop();
    this.state = 'stopped';
    this.changed(null);
  }

  private async revive(): Promise<void> {
    if (Date.now() - this.runningSince > SOUND_AFTER_MS) this.delayMs = FIRST_DELAY_MS;
    this.state = 'restarting';
    while (!this.ending.signal.aborted) {
      this.changed(null);
      await pause(this.delayMs, undefined, { signal: this.ending.signal }).catch(() => undefined);
      if (this.ending.signal.aborted) return;
      this.delayMs = Math.min(this.delayMs * 2, LONGEST_DELAY_MS);
      try {
        await this.handle.restart();
        this.restarts += 1;
        this.runningSince = Date.now();
        this.state = 'running';
        this.changed(`${this.name} runs again`);
        return;
      } catch (error) {
        this.lastProblem = error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error);
        if (!this.ending.signal.aborted) this.changed(`${this.name} could not be started again: ${this.lastProblem}`);
      }
    }
  }
}
