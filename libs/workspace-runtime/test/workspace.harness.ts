import { spawnSync } from 'node:child_process';
import { access, chmod, mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkspaceSpec } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { findCgroupHost } from '../src/single-host/cgroup.limits.js';
import type { SingleHostOptions } from '../src/single-host/single-host.options.js';
import { SingleHostRuntime } from '../src/single-host/single-host.runtime.js';

/**
 * Real workspaces for tests, with folders, cgroups and ids of their own. Probes run inside by way of the researcher's own
 * `.bashrc`, which the first terminal reads: so tests see exactly what production starts, through no door of their own.
 */
export class WorkspaceHarness {
  readonly runtime: SingleHostRuntime;
  private constructor(readonly base: string, readonly options: SingleHostOptions) { this.runtime = new SingleHostRuntime(options); }

  static async create(more: Partial<SingleHostOptions> = {}): Promise<WorkspaceHarness> {
    const base = await mkdtemp('/tmp/suimon-runtime-');
    // As on a host where the installation lies in a folder only root may enter.
    await chmod(base, 0o700);
    const release = join(base, 'datasets', 'stroke', 'v1');
    await mkdir(release, { recursive: true, mode: 0o755 });
    await writeFile(join(release, 'patients.csv'), 'id,age\n1,70\n2,81\n');
    const name = `suimon-test-${process.pid}-${base.slice(-6)}`;
    return new WorkspaceHarness(base, { rootDir: join(base, 'root'), datasetsDir: join(base, 'datasets'), runtimeDir: `/run/${name}`, cgroupName: name, ...more });
  }

  spec(workspaceId: string, more: Partial<WorkspaceSpec> = {}): WorkspaceSpec {
    return { workspaceId, projectId: 'p1', personId: 'a1', datasets: [{ slug: 'stroke', version: 'v1' }], limits: { memoryMiB: 1024, cpus: 2, pids: 300 }, ...more };
  }

  folder(spec: WorkspaceSpec, name: 'home' | 'outbox'): string { return join(this.options.rootDir, 'people', spec.projectId, spec.personId, name); }
  share(spec: WorkspaceSpec): string { return join(this.options.rootDir, 'projects', spec.projectId, 'share'); }
  run(spec: WorkspaceSpec, name: string): string { return join(this.options.rootDir, 'run', spec.workspaceId, name); }

  /** Lays files into the home before the start. */
  async furnishHome(spec: WorkspaceSpec, files: Readonly<Record<string, string>>): Promise<void> {
    const home = this.folder(spec, 'home');
    await mkdir(home, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text, { mode: 0o644 });
  }

  /** Starts a workspace whose first terminal runs `script`, and gives what the script printed. */
  async startWithScript(spec: WorkspaceSpec, script: string, files: Readonly<Record<string, string>> = {}, waitMs = 60_000): Promise<string> {
    const once = `if mkdir ~/.ran 2>/dev/null; then ( ${script}\n ) >~/.out 2>&1; mv ~/.out ~/result; fi\n`;
    await this.furnishHome(spec, { ...files, '.bashrc': once });
    await rm(join(this.folder(spec, 'home'), '.ran'), { recursive: true, force: true });
    await rm(join(this.folder(spec, 'home'), 'result'), { force: true });
    await this.runtime.start(spec, () => undefined);
    return this.result(spec, waitMs);
  }

  /** The file a script inside finishes with. */
  async result(spec: WorkspaceSpec, waitMs = 60_000, name = 'result'): Promise<string> {
    const path = join(this.folder(spec, 'home'), name);
    await eventually(() => access(path).then(() => true, () => false), waitMs);
    return readFile(path, 'utf8');
  }

  /** Host pids in the workspace's cgroup. */
  async processes(spec: WorkspaceSpec): Promise<number[]> {
    const { pids } = await findCgroupHost();
    const text = await readFile(join(pids, this.options.cgroupName ?? '', spec.workspaceId, 'cgroup.procs'), 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '').map(Number);
  }

  async cgroupFolders(): Promise<string[]> {
    const host = await findCgroupHost();
    return [...new Set([host.memory, host.cpu, host.pids])].map((root) => join(root, this.options.cgroupName ?? ''));
  }

  async dispose(): Promise<void> {
    for (const { workspaceId } of await this.runtime.observe()) await this.runtime.stop(workspaceId);
    for (const folder of await this.cgroupFolders()) await rmdir(folder).catch(() => undefined);
    await rm(this.options.runtimeDir ?? this.base, { recursive: true, force: true });
    await rm(this.base, { recursive: true, force: true });
  }
}

/** Waits until a condition holds; throws when it does not come true. */
export async function eventually(holds: () => Promise<boolean>, waitMs = 20_000): Promise<void> {
  const giveUpAt = Date.now() + waitMs;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error('did not come true in time');
    await sleep(50);
  }
}

/** These tests need what a production host has. They fail, not skip, without it: an unproven wall is no wall. */
export function requireHost(): void {
  if (process.getuid?.() !== 0) throw new Error('the tests of the single-host driver need root');
  for (const program of ['bwrap', 'Xvnc', 'openbox', 'python3', 'setpriv', 'ip']) {
    if (spawnSync('which', [program]).status !== 0) throw new Error(`the tests of the single-host driver need ${program}`);
  }
}
