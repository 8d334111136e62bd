import { DATA, ENOSYS, EPERM, encode, give, type Instruction, keepBits, load, refuse, unlessEqual, VERDICT, whenAnyBit, whenAtLeast, whenEqual } from './bpf.js';
import { LAST_JUDGED_SYSCALL, type SeccompArchitecture, seccompArchitecture, SYSCALLS, type SyscallName } from './syscalls.table.js';

/** Refused with EPERM, whatever the arguments: kernel surface that research programs have no use for. */
export const REFUSED = [
  'unshare', 'setns', 'keyctl', 'add_key', 'request_key', 'bpf', 'perf_event_open', 'userfaultfd',
  'ptrace', 'process_vm_readv', 'process_vm_writev', 'process_madvise', 'kcmp', 'pidfd_getfd',
  'mount', 'umount2', 'pivot_root', 'chroot', 'open_tree', 'move_mount', 'fsopen', 'fsconfig', 'fsmount', 'fspick',
  'mount_setattr', 'statmount', 'listmount', 'name_to_handle_at', 'open_by_handle_at',
  'swapon', 'swapoff', 'quotactl', 'quotactl_fd', 'nfsservctl', 'kexec_load', 'kexec_file_load', 'reboot',
  'init_module', 'finit_module', 'delete_module', 'create_module', 'get_kernel_syms', 'query_module',
  'iopl', 'ioperm', 'modify_ldt', 'acct', 'settimeofday', 'clock_settime', 'clock_adjtime', 'adjtimex',
  'sethostname', 'setdomainname', 'syslog', 'lookup_dcookie', 'vhangup', 'uselib', 'ustat', 'sysfs', '_sysctl',
  'fanotify_init', 'fanotify_mark', 'move_pages', 'migrate_pages',
] as const satisfies readonly SyscallName[];

/**
 * Refused with ENOSYS, so that libraries fall back to what an older kernel has. clone3 is among them because its flags
 * lie behind a pointer a filter cannot follow; glibc then uses clone, which is checked.
 */
export const ABSENT = ['clone3', 'io_uring_setup', 'io_uring_enter', 'io_uring_register'] as const satisfies readonly SyscallName[];

/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET of linux/sched.h. */
const NAMESPACE_FLAGS = 0x00020000 | 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000;
const [AF_UNIX, AF_INET, AF_INET6] = [1, 2, 10] as const;
const [SOCK_STREAM, SOCK_DGRAM, SOCK_TYPE_MASK] = [1, 2, 0xf] as const;
const IP_PROTOCOLS = [0, 6, 17] as const;
const TERMINAL_INJECTION = [0x5412 /* TIOCSTI */, 0x541c /* TIOCLINUX */] as const;
const PERSONALITIES = [0 /* PER_LINUX */, 0xffffffff /* ask */] as const;

const ALLOW = give(VERDICT.allow);
const REFUSE = refuse(EPERM);

/** TCP and UDP only: other types and protocols would load rarely tested kernel modules (SCTP, DCCP, MPTCP, raw). */
const INTERNET_SOCKET: readonly Instruction[] = [
  load(DATA.arg(1)), keepBits(SOCK_TYPE_MASK),
  ...[SOCK_STREAM, SOCK_DGRAM].flatMap((type) => whenEqual(type, [load(DATA.arg(2)), ...IP_PROTOCOLS.flatMap((protocol) => whenEqual(protocol, [ALLOW])), REFUSE])),
  REFUSE,
];

/** Calls allowed or refused by an argument. Every body ends in a verdict. */
const JUDGED: readonly (readonly [SyscallName, readonly Instruction[]])[] = [
  ['clone', [load(DATA.arg(0)), ...whenAnyBit(NAMESPACE_FLAGS, [REFUSE]), ALLOW]],
  ['socket', [load(DATA.arg(0)), ...whenEqual(AF_UNIX, [ALLOW]), ...[AF_INET, AF_INET6].flatMap((family) => whenEqual(family, INTERNET_SOCKET)), REFUSE]],
  ['socketpair', [load(DATA.arg(0)), ...whenEqual(AF_UNIX, [ALLOW]), REFUSE]],
  ['ioctl', [load(DATA.arg(1)), ...TERMINAL_INJECTION.flatMap((request) => whenEqual(request, [REFUSE])), ALLOW]],
  ['personality', [load(DATA.arg(0)), ...PERSONALITIES.flatMap((value) => whenEqual(value, [ALLOW])), REFUSE]],
];

/** The filter of a workspace. Foreign calling conventions end the process; calls newer than our table are "not implemented". */
export function workspaceFilter(architecture: SeccompArchitecture): Instruction[] {
  const number = (name: SyscallName) => SYSCALLS[name][architecture.column];
  const onCall = (name: SyscallName, body: readonly Instruction[]) => {
    const nr = number(name);
    return nr === null ? [] : whenEqual(nr, body);
  };
  const foreign = architecture.foreignFrom === null ? [] : whenAtLeast(architecture.foreignFrom, [give(VERDICT.killProcess)]);
  return [
    load(DATA.arch), ...unlessEqual(architecture.arch, [give(VERDICT.killProcess)]),
    load(DATA.number), ...foreign, ...whenAtLeast(LAST_JUDGED_SYSCALL + 1, [refuse(ENOSYS)]),
    ...JUDGED.flatMap(([name, body]) => onCall(name, body)),
    ...ABSENT.flatMap((name) => onCall(name, [refuse(ENOSYS)])),
    ...REFUSED.flatMap((name) => onCall(name, [REFUSE])),
    ALLOW,
  ];
}

/** The filter for this host as bytes for `bwrap --seccomp`; throws on a processor we have no table for. */
export function workspaceFilterBytes(nodeArch: string = process.arch): Buffer {
  return encode(workspaceFilter(seccompArchitecture(nodeArch)));
}
