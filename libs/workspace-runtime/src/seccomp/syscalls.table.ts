/** Numbers of the system calls the filter speaks about, as `[x86_64, aarch64]`; `null` where an architecture has none. */
export const SYSCALLS = {
  unshare: [272, 97], setns: [308, 268], clone: [56, 220], clone3: [435, 435],
  keyctl: [250, 219], add_key: [248, 217], request_key: [249, 218],
  io_uring_setup: [425, 425], io_uring_enter: [426, 426], io_uring_register: [427, 427],
  bpf: [321, 280], perf_event_open: [298, 241], userfaultfd: [323, 282],
  ptrace: [101, 117], process_vm_readv: [310, 270], process_vm_writev: [311, 271], process_madvise: [440, 440],
  kcmp: [312, 272], pidfd_getfd: [438, 438],
  mount: [165, 40], umount2: [166, 39], pivot_root: [155, 41], chroot: [161, 51], open_tree: [428, 428],
  move_mount: [429, 429], fsopen: [430, 430], fsconfig: [431, 431], fsmount: [432, 432], fspick: [433, 433],
  mount_setattr: [442, 442], statmount: [457, 457], listmount: [458, 458],
  name_to_handle_at: [303, 264], open_by_handle_at: [304, 265],
  swapon: [167, 224], swapoff: [168, 225], quotactl: [179, 60], quotactl_fd: [443, 443], nfsservctl: [180, 42],
  kexec_load: [246, 104], kexec_file_load: [320, 294], reboot: [169, 142],
  init_module: [175, 105], finit_module: [313, 273], delete_module: [176, 106],
  create_module: [174, null], get_kernel_syms: [177, null], query_module: [178, null],
  iopl: [172, null], ioperm: [173, null], modify_ldt: [154, null],
  acct: [163, 89], settimeofday: [164, 170], clock_settime: [227, 112], clock_adjtime: [305, 266], adjtimex: [159, 171],
  sethostname: [170, 161], setdomainname: [171, 162], syslog: [103, 116], lookup_dcookie: [212, 18], vhangup: [153, 58],
  uselib: [134, null], ustat: [136, null], sysfs: [139, null], _sysctl: [156, null],
  fanotify_init: [300, 262], fanotify_mark: [301, 263], move_pages: [279, 239], migrate_pages: [256, 238],
  personality: [135, 92], ioctl: [16, 29], socket: [41, 198], socketpair: [53, 199],
} as const satisfies Record<string, readonly [number, number | null]>;

export type SyscallName = keyof typeof SYSCALLS;

/** Newest call that was judged when this table was made (mseal, Linux 6.10). Later ones answer "not implemented". */
export const LAST_JUDGED_SYSCALL = 462;

/** What the filter needs to know about a processor family; `arch` is the kernel's AUDIT_ARCH value. */
export interface SeccompArchitecture {
  readonly arch: number;
  readonly column: 0 | 1;
  /** First number of a second calling convention under the same AUDIT_ARCH (x32), which is killed. */
  readonly foreignFrom: number | null;
}

const ARCHITECTURES: Readonly<Record<string, SeccompArchitecture>> = {
  x64: { arch: 0xc000003e, column: 0, foreignFrom: 0x40000000 },
  arm64: { arch: 0xc00000b7, column: 1, foreignFrom: null },
};

/** The table for a Node `process.arch`; throws on one we have no numbers for, so that nothing runs unfiltered. */
export function seccompArchitecture(nodeArch: string): SeccompArchitecture {
  const found = ARCHITECTURES[nodeArch];
  if (!found) throw new Error(`no system call table for ${nodeArch}; workspaces run on x64 and arm64 hosts only`);
  return found;
}
