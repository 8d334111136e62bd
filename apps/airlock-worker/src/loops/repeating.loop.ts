import type { Logger } from '@suimon/platform';

/** Runs a pass again and again, one at a time, until stopped. The same failure is logged once, not at every pass. */
export class RepeatingLoop {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();
  private stopped = true;
  private lastProblem = '';

  constructor(private readonly name: string, private readonly intervalMs: number, private readonly pass: () => Promise<void>, private readonly logger: Logger) {}

  start(): void {
    this.stopped = false;
    this.next();
  }

  /** Returns when the pass that runs has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.current;
  }

  private next(): void { this.current = this.once(); }

  private async once(): Promise<void> {
    try {
      await this.pass();
      this.lastProblem = '';
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (problem !== this.lastProblem) this.logger.warn({ loop: this.name, error: problem }, 'loop failed; it goes on');
      this.lastProblem = problem;
    }
    if (!this.stopped) this.timer = setTimeout(() => this.next(), this.intervalMs);
  }
}
