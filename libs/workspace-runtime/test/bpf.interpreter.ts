import { DATA, type Instruction, OP } from '../src/seccomp/bpf.js';

/** One system call as a filter sees it. */
export interface Call { readonly arch: number; readonly number: number; readonly args?: readonly (number | bigint)[] }

/** Runs a seccomp program as the kernel would and gives its verdict; throws on anything the kernel would not load. */
export function verdictOf(program: readonly Instruction[], call: Call): number {
  const data = seccompData(call);
  let word = 0;
  for (let at = 0; at < program.length; at += 1) {
    const one = program[at];
    if (!one) break;
    const jump = (taken: boolean) => { at += taken ? one.jt : one.jf; };
    switch (one.code) {
      case OP.loadWord: word = data.readUInt32LE(one.k); break;
      case OP.and: word = (word & one.k) >>> 0; break;
      case OP.jumpEqual: jump(word === one.k >>> 0); break;
      case OP.jumpAtLeast: jump(word >= one.k >>> 0); break;
      case OP.jumpAnyBit: jump((word & one.k) !== 0); break;
      case OP.give: return one.k >>> 0;
      default: throw new Error(`unknown instruction ${one.code}`);
    }
  }
  throw new Error('the program ended without a verdict');
}

function seccompData({ arch, number, args = [] }: Call): Buffer {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(number >>> 0, DATA.number);
  data.writeUInt32LE(arch >>> 0, DATA.arch);
  args.forEach((value, index) => data.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)), DATA.arg(index)));
  return data;
}
