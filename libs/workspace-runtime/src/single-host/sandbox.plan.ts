import type { WorkspaceSpec } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { SHELL_SETUP } from '../desktop/session.scripts.js';
import type { HostIdentity } from './host-ids.store.js';
import type { SingleHostSettings } from './single-host.options.js';

/** Folder the launcher gathers all sources in, inside its private mount namespace. */
export const STAGE = '/mnt';
/** Places inside a workspace. */
export const INSIDE = { home: '/home/researcher', session: '/opt/suimon', display: '/run/suimon/display', displayServer: '/run/suimon/server' } as const;
/** The RFB socket's name in the display folder. */
export const DISPLAY_SOCKET = 'rfb';

/** A host folder shown at `<STAGE>/<name>` with mount flags. */
export interface StageBind { readonly source: string; readonly name: string; readonly flags: string }

/** All that the launcher needs to know; pure data, so a test can build one with another command. */
export interface SandboxPlan { readonly binds: readonly StageBind[]; readonly bwrapArguments: readonly string[]; readonly command: readonly string[] }

/** Host configuration a desktop, Python and R cannot do without. Nothing of it is secret; all else of /etc stays outside. */
const HOST_CONFIGURATION = [
  'alternatives', 'ld.so.cache', 'ld.so.conf', 'ld.so.conf.d', 'fonts', 'R', 'X11/app-defaults', 'terminfo', 'inputrc',
  'mime.types', 'python3', 'python3.11', 'python3.12', 'python3.13', 'gtk-2.0', 'gtk-3.0', 'matplotlibrc', 'debian_version', 'os-release',
] as const;
/** The parts of /usr/local that extend R and Python; programs an administrator keeps there are not for researchers. */
const LOCAL_LIBRARIES = ['/usr/local/lib/R', '/usr/local/lib/python3.11', '/usr/local/lib/python3.12', '/usr/local/lib/python3.13', '/usr/local/share/fonts'] as const;
const SYSTEM_FILES = ['passwd', 'group', 'hosts', 'hostname', 'nsswitch.conf', 'machine-id', 'bash.bashrc'] as const;

/** Turns a spec into mounts and bwrap arguments. `command` is the only process the workspace starts with. */
export function sandboxPlan(settings: SingleHostSettings, spec: WorkspaceSpec, command: readonly string[]): SandboxPlan {
  return { binds: stageBinds(settings, spec), bwrapArguments: bwrapArguments(settings, spec), command };
}

function stageBinds({ layout }: SingleHostSettings, spec: WorkspaceSpec): StageBind[] {
  const project = layout.project(spec.projectId);
  const person = layout.person(spec.projectId, spec.personId);
  const readOnly = 'ro,noexec';
  return [
    { source: layout.run(spec.workspaceId).session, name: 'session', flags: 'ro' },
    { source: person.home, name: 'home', flags: 'rw' },
    { source: person.outbox, name: 'outbox', flags: 'rw,noexec' },
    { source: project.share, name: 'project', flags: 'rw' },
    { source: project.imports, name: 'imports', flags: readOnly },
    { source: layout.displayDir(spec.workspaceId), name: 'display', flags: 'rw,noexec' },
    ...spec.datasets.map(({ slug, version }) => ({ source: layout.dataset(slug, version), name: `data/${slug}`, flags: readOnly })),
  ];
}

function bwrapArguments(settings: SingleHostSettings, spec: WorkspaceSpec): string[] {
  // Files in memory count against the memory limit; a full /tmp should say "disk full" and not end the desktop.
  const partOfMemory = (divisor: number) => String(Math.floor(spec.limits.memoryMiB / divisor) * 1024 * 1024);
  const staged = (name: string) => `${STAGE}/${name}`;
  return [
    '--unshare-user', '--unshare-pid', '--unshare-net', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup',
    // The session is process 1: when it ends, however it ends, the kernel ends everything else.
    '--as-pid-1', '--disable-userns', '--new-session', '--cap-drop', 'ALL', '--hostname', 'workspace', '--clearenv',
    ...Object.entries(environment(settings)).flatMap(([name, value]) => ['--setenv', name, value]),
    '--ro-bind', '/usr', '/usr', '--tmpfs', '/usr/local', ...LOCAL_LIBRARIES.flatMap((path) => ['--ro-bind-try', path, path]), '--remount-ro', '/usr/local',
    ...['bin', 'sbin', 'lib', 'lib64'].flatMap((name) => ['--symlink', `usr/${name}`, `/${name}`]),
    '--dir', '/etc', ...HOST_CONFIGURATION.flatMap((name) => ['--ro-bind-try', `/etc/${name}`, `/etc/${name}`]),
    ...SYSTEM_FILES.flatMap((name) => ['--ro-bind', staged(`session/etc/${name}`), `/etc/${name}`]),
    '--proc', '/proc', '--dev', '/dev', '--perms', '1777', '--size', partOfMemory(4), '--tmpfs', '/dev/shm', '--remount-ro', '/dev',
    '--perms', '1777', '--size', partOfMemory(2), '--tmpfs', '/tmp', '--dir', '/var', '--symlink', '../tmp', '/var/tmp',
    '--ro-bind', staged('session'), INSIDE.session, '--ro-bind', staged('display-server'), INSIDE.displayServer, '--bind', staged('display'), INSIDE.display,
    '--bind', staged('home'), INSIDE.home, '--bind', staged('project'), '/project', '--bind', staged('outbox'), '/outbox',
    '--ro-bind', staged('imports'), '/imports', '--dir', '/data', ...spec.datasets.flatMap(({ slug }) => ['--ro-bind', staged(`data/${slug}`), `/data/${slug}`]),
    '--remount-ro', '/', '--chdir', INSIDE.home,
  ];
}

function environment({ locale, timeZone, geometry }: SingleHostSettings): Record<string, string> {
  return {
    HOME: INSIDE.home, USER: 'researcher', LOGNAME: 'researcher', SHELL: '/bin/bash', PATH: '/usr/bin:/bin:/usr/games',
    LANG: locale, TZ: timeZone, TMPDIR: '/tmp', XDG_RUNTIME_DIR: '/tmp/runtime', DISPLAY: ':1', SUIMON_GEOMETRY: geometry,
    XDG_DATA_DIRS: `${INSIDE.session}/share:/usr/share`, XDG_CONFIG_DIRS: `${INSIDE.session}/xdg`, FONTCONFIG_FILE: `${INSIDE.session}/fonts.conf`,
    GTK2_RC_FILES: `${INSIDE.session}/gtkrc-2.0`, GTK_USE_PORTAL: '0', NO_AT_BRIDGE: '1', GIO_USE_VFS: 'local',
  };
}

/** Generated parts of /etc: the workspace's person and project group, no other name of the host, and the shell's setup. */
export function systemFiles(identity: HostIdentity): Record<(typeof SYSTEM_FILES)[number], string> {
  return {
    passwd: `researcher:x:${identity.uid}:${identity.gid}:Researcher:${INSIDE.home}:/bin/bash\nnobody:x:65534:65534:nobody:/:/usr/sbin/nologin\n`,
    group: `project:x:${identity.gid}:\nnogroup:x:65534:\n`,
    hosts: '127.0.0.1 localhost workspace\n::1 localhost workspace\n',
    hostname: 'workspace\n',
    'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
    'machine-id': '00000000000000000000000000000001\n',
    'bash.bashrc': SHELL_SETUP,
  };
}
