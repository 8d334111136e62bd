import { spawn } from 'node:child_process';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { workspaceFilterBytes } from '../seccomp/workspace.filter.js';
import type { HostIdentity } from './host-ids.store.js';
import { type HostProcess, hostProcess, stillRuns } from './host-process.js';
import { LAUNCH_SCRIPT } from './launch.script.js';
import { readBwrapStatus } from './run-record.reader.js';
import type { SandboxPlan } from './sandbox.plan.js';
import type { RunFolders } from './storage.layout.js';
import type { WorkspaceCgroup } from './workspace.cgroup.js';

const DISPLAY_SERVER = '/usr/bin/Xvnc';

/** Writes what the launcher reads: the arguments of bwrap and the seccomp filter of this processor. */
export async function writeLaunchFolder(run: RunFolders, plan: SandboxPlan): Promise<void> {
  await mkdir(run.launch, { recursive: true, mode: 0o700 });
  await writeFile(run.arguments, plan.bwrapArguments.map((one) => `${one}\0`).join(''), { mode: 0o600 });
  await writeFile(run.filter, workspaceFilterBytes(), { mode: 0o600 });
}

/** The command line of the launcher; see {@link LAUNCH_SCRIPT}. */
export function launchCommand(run: RunFolders, plan: SandboxPlan, identity: HostIdentity, cgroup: WorkspaceCgroup): string[] {
  return [
    'unshare', '--mount', '--propagation', 'private', '--', 'bash', '-c', LAUNCH_SCRIPT, 'suimon-launch',
    String(identity.uid), String(identity.gid), run.base, DISPLAY_SERVER, ...cgroup.entrances, '--',
    ...plan.binds.flatMap(({ source, name, flags }) => [source, name, flags]), '--', ...plan.command,
  ];
}

/** Starts the launcher so that it outlives this process, and returns its identity. */
export async function launch(run: RunFolders, command: readonly string[]): Promise<HostProcess> {
  const log = await open(run.log, 'a', 0o600);
  try {
    const [program = '', ...rest] = command;
    const child = spawn(program, rest, { detached: true, stdio: ['ignore', log.fd, log.fd], cwd: '/', env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } });
    const failed = new Promise<never>((_, reject) => { child.once('error', reject); });
    failed.catch(() => undefined);
    child.unref();
    const launched = child.pid === undefined ? null : await hostProcess(child.pid);
    return launched ?? await Promise.race([failed, sleep(1000).then(() => { throw new Error('the launcher ended at once'); })]);
  } finally {
    await log.close();
  }
}

/** Waits for the workspace's first process, the anchor of its life; throws if the launcher ends before. */
export async function firstProcess(run: RunFolders, launcher: HostProcess, signal: AbortSignal): Promise<HostProcess> {
  for (;;) {
    const { childPid } = await readBwrapStatus(run);
    const first = childPid === null ? null : await hostProcess(childPid);
    if (first) return first;
    if (!(await stillRuns(launcher))) throw new Error('the launcher ended');
    await sleep(20, undefined, { signal });
  }
}
