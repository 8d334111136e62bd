import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { childrenOf, readProcess, signalProcess, type LinuxProcess } from './linux-process.js';
import { readPidFile, removePidFile, writePidFile } from './pid-file.js';
import { lastLogLines, openServiceLog } from './service-log.js';

/** How one long-lived process is started, found ready and ended. */
export interface ProcessDefinition {
  readonly name: string;
  readonly logFile: string;
  readonly pidFile: string;
  /** The whole argument list, a sandbox included. Asked for at every start. */
  readonly command: () => readonly string[];
  /** The whole environment. Nothing of ours is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether `command` is a sandbox, whose init process has the real process as its first child. */
  readonly sandboxed: boolean;
  readonly stopSignal: NodeJS.Signals;
  readonly stopGraceMs: number;
  readonly readyTimeoutMs: number;
  readonly isReady: () => Promise<boolean>;
  /** Runs before every start: leftovers of a crash go, folders come. */
  readonly prepare?: () => void | Promise<void>;
  /** Runs after a stop that was asked for, and after a first start that failed. */
  readonly cleanUp?: () => void;
}

/** What a running service offers whoever started it. */
export interface ServiceHandle {
  readonly name: string;
  readonly logFile: string;
  /** Host pid of the service itself (not of its sandbox), `null` while it does not run. */
  readonly pid: number | null;
  /** Ends the process tree gracefully, by force after a grace time. Harmless when nothing runs. */
  stop(): Promise<void>;
  /** Ends every process of the tree at once, as a crash would, and returns when they are gone. */
  kill9(): Promise<void>;
  /** Starts it again with the same data, port and sockets; ends it first if it runs. */
  restart(): Promise<void>;
  /** Called when it ends without having been asked to (a `kill9` counts as asked). */
  onUnexpectedExit(listener: (exit: UnexpectedExit) => void): void;
}

export interface UnexpectedExit { readonly name: string; readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly lastLines: string }

/** One life of the process: `guard` is what must be killed for all to end, `main` is the service itself. */
interface Run {
  readonly child: ChildProcess;
  readonly logStartsAt: number;
  guard: LinuxProcess | null;
  main: LinuxProcess | null;
  ready: boolean;
  over: boolean;
  asked: boolean;
}

const POLL_MS = 40;

export class ManagedProcess implements ServiceHandle {
  private run: Run | null = null;
  private wasReady = false;
  private readonly listeners: ((exit: UnexpectedExit) => void)[] = [];

  constructor(private readonly definition: ProcessDefinition) {}

  get name(): string { return this.definition.name; }
  get logFile(): string { return this.definition.logFile; }
  get pid(): number | null { return this.run?.over === false ? this.run.main?.pid ?? null : null; }

  onUnexpectedExit(listener: (exit: UnexpectedExit) => void): void { this.listeners.push(listener); }

  /** Starts the process and returns when it is ready. Throws with its last log lines when it does not get there. */
  async start(): Promise<void> {
    const other = readPidFile(this.definition.pidFile);
    if (other) throw new Error(`${this.name} already runs as process ${other.pid} (${this.definition.pidFile}); end that one first`);
    await this.definition.prepare?.();
    const run = this.spawn();
    this.run = run;
    try {
      await this.findProcesses(run);
      writePidFile(this.definition.pidFile, run.child.pid ?? 0);
      await this.waitUntilReady(run);
    } catch (error) {
      const lines = lastLogLines(this.logFile, run.logStartsAt);
      await this.kill9();
      if (!this.wasReady) this.definition.cleanUp?.();
      throw new Error(`${this.name} did not start: ${error instanceof Error ? error.message : String(error)}\n--- ${this.logFile}\n${lines}`);
    }
  }

  async stop(): Promise<void> {
    await this.end();
    removePidFile(this.definition.pidFile);
    this.definition.cleanUp?.();
  }

  async kill9(): Promise<void> {
    const run = this.run;
    if (!run || run.over) return;
    run.asked = true;
    // The end of a pid namespace's init ends every process in it; without a sandbox guard and main are the same.
    if (run.guard) signalProcess(run.guard, 'SIGKILL');
    else run.child.kill('SIGKILL');
    while (!run.over) await pause(5);
    removePidFile(this.definition.pidFile);
  }

  async restart(): Promise<void> {
    await this.end();
    await this.start();
  }

  private async end(): Promise<void> {
    const run = this.run;
    if (!run || run.over) return;
    run.asked = true;
    if (run.main) signalProcess(run.main, this.definition.stopSignal);
    const deadline = Date.now() + (run.main ? this.definition.stopGraceMs : 0);
    while (!run.over && Date.now() < deadline) await pause(10);
    await this.kill9();
  }

  private spawn(): Run {
    const [file, ...args] = this.definition.command();
    if (file === undefined) throw new Error(`${this.name} has no command`);
    const log = openServiceLog(this.logFile);
    try {
      // A session of its own: Ctrl-C in the terminal reaches the launcher only, which then ends things in order.
      const child = spawn(file, args, { cwd: '/', env: { ...this.definition.env }, stdio: ['ignore', log.descriptor, log.descriptor], detached: true });
      child.unref();
      const run: Run = { child, logStartsAt: log.startsAt, guard: null, main: null, ready: false, over: false, asked: false };
      child.once('exit', (code, signal) => this.finished(run, code, signal));
      child.once('error', () => this.finished(run, null, null));
      return run;
    } finally { closeSync(log.descriptor); }
  }

  private finished(run: Run, code: number | null, signal: NodeJS.Signals | null): void {
    if (run.over) return;
    run.over = true;
    if (run.asked || !run.ready) return;
    const exit = { name: this.name, code, signal, lastLines: lastLogLines(this.logFile, run.logStartsAt) };
    for (const listener of this.listeners) listener(exit);
  }

  private async findProcesses(run: Run): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (!run.over && Date.now() < deadline) {
      const outer = run.child.pid === undefined ? null : readProcess(run.child.pid);
      if (outer && !this.definition.sandboxed) { run.guard = outer; run.main = outer; return; }
      const init = outer ? childrenOf(outer.pid)[0] : undefined;
      const main = init ? childrenOf(init.pid)[0] : undefined;
      if (init) run.guard = init;
      if (main) { run.main = main; return; }
      await pause(5);
    }
    throw new Error(run.over ? 'it ended at once' : 'its process was not found');
  }

  private async waitUntilReady(run: Run): Promise<void> {
    const deadline = Date.now() + this.definition.readyTimeoutMs;
    while (!run.over) {
      if (await this.definition.isReady()) { run.ready = true; this.wasReady = true; return; }
      if (Date.now() > deadline) throw new Error(`not ready after ${this.definition.readyTimeoutMs / 1000} s`);
      await pause(POLL_MS);
    }
    throw new Error(`it ended with ${run.child.signalCode ?? `code ${run.child.exitCode}`} before it was ready`);
  }
}
