import { spawn } from 'node:child_process';

/** The search path our children get: the system's own folders and nothing of the caller's. */
export const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
export const SYSTEM_ENV: Readonly<Record<string, string>> = { PATH: SYSTEM_PATH, LANG: 'C.UTF-8' };

export interface RunOptions {
  /** What it is called in an error; the program's path if not given. */
  readonly name?: string;
  /** The whole environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly timeoutMs?: number;
}

/** Runs a command to its end and returns what it wrote to stdout; throws with its last lines when it fails. */
export function runOnce(command: readonly string[], options: RunOptions = {}): Promise<string> {
  const [file, ...args] = command;
  if (file === undefined) return Promise.reject(new Error('an empty command'));
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: '/', env: { ...(options.env ?? SYSTEM_ENV) }, timeout: options.timeoutMs ?? 120_000, killSignal: 'SIGKILL' });
    let out = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; all += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { all += text; });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${options.name ?? file} ended with ${signal ?? `code ${code}`}\n${all.trimEnd().split('\n').slice(-20).join('\n')}`));
    });
    child.stdin.on('error', () => undefined).end(options.input ?? '');
  });
}
