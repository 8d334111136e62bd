import { lstatSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who a process runs as. Numeric, so that no account has to be made on the host. */
export interface ProcessUser { readonly uid: number; readonly gid: number }

/** A host folder or file shown to a process at another path; read-only unless `writable`. */
export interface Bind { readonly from: string; readonly to: string; readonly writable?: boolean }

/** What a process may see and be. Everything that is not listed does not exist for it. */
export interface SandboxSpec {
  readonly user: ProcessUser;
  readonly network: 'none' | 'host';
  readonly binds: readonly Bind[];
  readonly workingDirectory?: string;
}

const SYSTEM_FOLDERS = ['/usr', '/bin', '/sbin', '/lib', '/lib64', '/lib32', '/etc'];

function systemBinds(): string[] {
  return SYSTEM_FOLDERS.flatMap(folder => {
    const entry = lstatSync(folder, { throwIfNoEntry: false });
    if (!entry) return [];
    return entry.isSymbolicLink() ? ['--symlink', readlinkSync(folder), folder] : ['--ro-bind', folder, folder];
  });
}

// bwrap would give the parents of a private folder its private mode, and the process could not pass through them.
const parentFolders = (path: string): string[] =>
  dirname(path) === path ? [] : [...parentFolders(dirname(path)), dirname(path)].filter(folder => folder !== '/');

const bindArguments = (bind: Bind): string[] => [
  ...parentFolders(bind.to).flatMap(folder => ['--perms', '0755', '--dir', folder]),
  bind.writable ? '--bind' : '--ro-bind', bind.from, bind.to,
];

/**
 * The argument list that runs `command` in a mount, pid and IPC namespace of its own, without capabilities.
 *
 * Root builds the view, so a checkout beneath a folder that only root may enter still works: the process sees its
 * folders at fixed paths. All namespaces end with bwrap, and bwrap ends with us.
 */
export function sandboxCommand(spec: SandboxSpec, command: readonly string[]): string[] {
  const { uid, gid } = spec.user;
  return [
    'bwrap', '--die-with-parent', '--unshare-pid', '--unshare-ipc', '--unshare-uts',
    ...(spec.network === 'none' ? ['--unshare-net'] : []),
    ...systemBinds(),
    '--proc', '/proc', '--dev', '/dev',
    '--perms', '1777', '--tmpfs', '/dev/shm', '--perms', '1777', '--tmpfs', '/tmp',
    ...spec.binds.flatMap(bindArguments),
    '--chdir', spec.workingDirectory ?? '/',
    '--', '/usr/bin/setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs',
    '--inh-caps=-all', '--ambient-caps=-all', '--bounding-set=-all', '--',
    ...command,
  ];
}
