/** One classic-BPF instruction (`struct sock_filter`). Jumps count from the next instruction. */
export interface Instruction { readonly code: number; readonly jt: number; readonly jf: number; readonly k: number }

/** The few operations a seccomp filter needs; values from linux/bpf_common.h. */
export const OP = { loadWord: 0x20, and: 0x54, jumpEqual: 0x15, jumpAtLeast: 0x35, jumpAnyBit: 0x45, give: 0x06 } as const;

/** Verdicts of linux/seccomp.h; an errno goes into the low 16 bits of `errno`. */
export const VERDICT = { killProcess: 0x80000000, errno: 0x00050000, allow: 0x7fff0000 } as const;

export const EPERM = 1;
export const ENOSYS = 38;

/** Offsets in `struct seccomp_data`, little endian. `arg` is the low word: the kernel reads these arguments as 32 bit. */
export const DATA = { number: 0, arch: 4, arg: (index: number) => 16 + 8 * index } as const;

export const load = (offset: number): Instruction => ({ code: OP.loadWord, jt: 0, jf: 0, k: offset });
export const keepBits = (mask: number): Instruction => ({ code: OP.and, jt: 0, jf: 0, k: mask });
export const give = (verdict: number): Instruction => ({ code: OP.give, jt: 0, jf: 0, k: verdict });
export const refuse = (errno: number): Instruction => give(VERDICT.errno | errno);

/** Runs `body` if the loaded word equals `k`, else goes on behind it. */
export function whenEqual(k: number, body: readonly Instruction[]): Instruction[] {
  return branch(OP.jumpEqual, k, body);
}
/** Runs `body` if the loaded word shares a bit with `mask`. */
export function whenAnyBit(mask: number, body: readonly Instruction[]): Instruction[] {
  return branch(OP.jumpAnyBit, mask, body);
}
/** Runs `body` if the loaded word is `k` or more (unsigned). */
export function whenAtLeast(k: number, body: readonly Instruction[]): Instruction[] {
  return branch(OP.jumpAtLeast, k, body);
}

/** Runs `body`, which must end in a verdict, unless the loaded word equals `k`. */
export function unlessEqual(k: number, body: readonly Instruction[]): Instruction[] {
  return [{ code: OP.jumpEqual, jt: body.length, jf: 0, k }, ...body];
}

function branch(code: number, k: number, body: readonly Instruction[]): Instruction[] {
  if (body.length > 255) throw new Error('a BPF jump reaches 255 instructions at most');
  return [{ code, jt: 0, jf: body.length, k }, ...body];
}

/** The bytes `bwrap --seccomp` reads: instructions of 8 bytes, little endian. */
export function encode(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach((one, index) => {
    bytes.writeUInt16LE(one.code, index * 8);
    bytes.writeUInt8(one.jt, index * 8 + 2);
    bytes.writeUInt8(one.jf, index * 8 + 3);
    bytes.writeUInt32LE(one.k >>> 0, index * 8 + 4);
  });
  return bytes;
}
