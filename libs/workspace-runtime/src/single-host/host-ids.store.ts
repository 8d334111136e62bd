import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './system-error.js';

/** The host identity of one person in one project: two projects never share a number, and none is ever given twice. */
export interface HostIdentity { readonly uid: number; readonly gid: number }

const HIGHEST = 0x7ffffff0;

/**
 * Hands out uids and gids, one number a file in `idsDir`. A file is written aside and then linked to its number, which
 * fails if the number is taken: so a crash leaves whole entries only, and two controllers cannot give one number twice.
 */
export class HostIdStore {
  constructor(private readonly idsDir: string, private readonly firstId: number) {}

  async identity(projectId: string, personId: string): Promise<HostIdentity> {
    const gid = await this.numberOf(`project:${projectId}`);
    const uid = await this.numberOf(`person:${projectId}:${personId}`);
    return { uid, gid };
  }

  async projectGid(projectId: string): Promise<number> { return this.numberOf(`project:${projectId}`); }

  private async numberOf(owner: string): Promise<number> {
    await mkdir(this.idsDir, { recursive: true, mode: 0o700 });
    for (;;) {
      const known = await this.entries();
      // The lowest wins, so that two controllers that gave two numbers at the same moment agree afterwards.
      const found = known.filter((entry) => entry.owner === owner).map((entry) => entry.id).toSorted((a, b) => a - b)[0];
      if (found !== undefined) return found;
      await this.claim(owner, await this.nextFree(known.map((entry) => entry.id)));
    }
  }

  private async entries(): Promise<{ id: number; owner: string }[]> {
    const names = (await readdir(this.idsDir)).filter((name) => /^\d+$/.test(name));
    return Promise.all(names.map(async (name) => ({ id: Number(name), owner: await readFile(join(this.idsDir, name), 'utf8') })));
  }

  private async nextFree(taken: readonly number[]): Promise<number> {
    let id = Math.max(this.firstId, ...taken.map((one) => one + 1));
    const foreign = await foreignRanges();
    for (let range = foreign.find((one) => holds(one, id)); range; range = foreign.find((one) => holds(one, id))) id = range.first + range.count;
    if (id > HIGHEST) throw new Error('no host ids left for workspaces');
    return id;
  }

  private async claim(owner: string, id: number): Promise<void> {
    const draft = join(this.idsDir, `.${randomUUID()}`);
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(owner);
      await file.sync();
      await link(draft, join(this.idsDir, String(id)));
      const folder = await open(this.idsDir, 'r');
      await folder.sync().finally(() => folder.close());
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    } finally {
      await file.close();
      await rm(draft, { force: true });
    }
  }
}

interface IdRange { readonly first: number; readonly count: number }
const holds = (range: IdRange, id: number) => id >= range.first && id < range.first + range.count;

/** Numbers the host uses for something else: its accounts, and ranges lent to containers in subuid and subgid. */
async function foreignRanges(): Promise<IdRange[]> {
  const [accounts, groups, ...lent] = await Promise.all(['/etc/passwd', '/etc/group', '/etc/subuid', '/etc/subgid'].map(readColumns));
  const single = [...(accounts ?? []), ...(groups ?? [])].map((columns) => ({ first: Number(columns[2]), count: 1 }));
  const ranges = lent.flat().map((columns) => ({ first: Number(columns[1]), count: Number(columns[2]) }));
  return [...single, ...ranges].filter((range) => Number.isSafeInteger(range.first) && range.count > 0);
}

async function readColumns(path: string): Promise<string[][]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '').map((line) => line.split(':'));
}
