import { type Call, verdictOf } from '../../test/bpf.interpreter.js';
import { ENOSYS, EPERM, VERDICT } from './bpf.js';
import { seccompArchitecture, SYSCALLS, type SyscallName } from './syscalls.table.js';
import { ABSENT, REFUSED, workspaceFilter, workspaceFilterBytes } from './workspace.filter.js';

const DENIED = (VERDICT.errno | EPERM) >>> 0;
const MISSING = (VERDICT.errno | ENOSYS) >>> 0;

describe.each(['x64', 'arm64'])('the workspace filter on %s', (nodeArch) => {
  const architecture = seccompArchitecture(nodeArch);
  const program = workspaceFilter(architecture);
  const numberOf = (name: SyscallName) => SYSCALLS[name][architecture.column];
  const call = (name: SyscallName, ...args: NonNullable<Call['args']>) => verdictOf(program, { arch: architecture.arch, number: numberOf(name) ?? -1, args });

  it('has no jump that leaves the program, and every way through it ends in a verdict', () => {
    program.forEach((one, at) => expect(at + Math.max(one.jt, one.jf)).toBeLessThan(program.length - (one.jt || one.jf ? 1 : 0)));
    for (let number = 0; number < 600; number += 1) expect([VERDICT.allow, DENIED, MISSING]).toContain(verdictOf(program, { arch: architecture.arch, number }));
  });
  it.each(REFUSED.filter((name) => numberOf(name) !== null))('refuses %s', (name) => expect(call(name)).toBe(DENIED));
  it.each(ABSENT)('lets %s look not implemented', (name) => expect(call(name)).toBe(MISSING));
  it('lets calls younger than the table look not implemented', () => expect(verdictOf(program, { arch: architecture.arch, number: 470 })).toBe(MISSING));

  it.each([1, 2, 10])('allows sockets of family %i', (family) => expect(call('socket', family, 1 | 0o2000000, 0)).toBe(VERDICT.allow));
  it.each([0, 3, 15, 16, 17, 21, 29, 30, 31, 38, 40, 44])('refuses sockets of family %i', (family) => expect(call('socket', family, 3, 0)).toBe(DENIED));
  it('judges the family by the 32 bits the kernel reads', () => {
    expect(call('socket', (1n << 32n) | 17n, 3)).toBe(DENIED);
    expect(call('socket', (1n << 32n) | 1n, 1)).toBe(VERDICT.allow);
  });
  it.each([[3, 0], [3, 1], [5, 0], [6, 0], [1, 132], [2, 136], [1, 262]])('refuses internet sockets of type %i, protocol %i', (type, protocol) => expect(call('socket', 2, type, protocol)).toBe(DENIED));
  it.each([[1, 6], [2, 17], [2 | 0o4000, 0]])('allows internet sockets of type %i, protocol %i', (type, protocol) => expect(call('socket', 10, type, protocol)).toBe(VERDICT.allow));
  it('allows socket pairs of the unix family only', () => {
    expect(call('socketpair', 1, 1)).toBe(VERDICT.allow);
    expect(call('socketpair', 30, 1)).toBe(DENIED);
  });

  it('allows clone for threads and processes', () => {
    expect(call('clone', 0x3d0f00)).toBe(VERDICT.allow);
    expect(call('clone', 17)).toBe(VERDICT.allow);
  });
  it.each([0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000])('refuses clone with namespace flag %i', (flag) => expect(call('clone', flag | 17)).toBe(DENIED));

  it.each([0x5412, 0x541c])('refuses terminal injection by ioctl %i, also with high bits set', (request) => {
    expect(call('ioctl', 0, request)).toBe(DENIED);
    expect(call('ioctl', 0, (1n << 33n) | BigInt(request))).toBe(DENIED);
  });
  it('allows other ioctls', () => expect(call('ioctl', 0, 0x5401)).toBe(VERDICT.allow));
  it('allows asking for the personality and the plain one, nothing else', () => {
    expect([call('personality', 0), call('personality', 0xffffffff)]).toEqual([VERDICT.allow, VERDICT.allow]);
    expect([call('personality', 0x0040000), call('personality', 8)]).toEqual([DENIED, DENIED]);
  });
  it('ends a program of a foreign architecture', () => {
    for (const arch of [0x40000003, 0x40000028, nodeArch === 'x64' ? 0xc00000b7 : 0xc000003e]) expect(verdictOf(program, { arch, number: 0 })).toBe(VERDICT.killProcess);
  });
});

describe('the workspace filter', () => {
  it('ends a program that uses the x32 calling convention', () => {
    const architecture = seccompArchitecture('x64');
    for (const number of [0x40000000, 0x40000000 + 165, 0xffffffff]) expect(verdictOf(workspaceFilter(architecture), { arch: architecture.arch, number })).toBe(VERDICT.killProcess);
  });
  it('does not exist for processors without a table', () => expect(() => workspaceFilterBytes('riscv64')).toThrow('no system call table'));
  it('is encoded as 8 bytes an instruction', () => expect(workspaceFilterBytes('x64').length).toBe(workspaceFilter(seccompArchitecture('x64')).length * 8));
});
