import { createHash } from 'node:crypto';
import { isAbsolute, join } from 'node:path';

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const SLUG = /^[a-z0-9][a-z0-9._-]{0,99}$/;
const VERSION = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** True for an id that is one harmless folder name. */
export function isFolderId(id: string): boolean { return ID.test(id); }

/**
 * Where everything of the single-host driver lies. Pure: names in, absolute paths out; a name that is not one plain
 * folder name throws, so no id can point out of its place.
 */
export class StorageLayout {
  readonly idsDir: string;
  readonly runsDir: string;
  readonly projectsDir: string;
  readonly peopleDir: string;

  /** `runtimeDir` is short and traversable, for display sockets; `rootDir` may lie below a folder only root may enter. */
  constructor(readonly rootDir: string, readonly datasetsDir: string, readonly runtimeDir: string) {
    for (const dir of [rootDir, datasetsDir, runtimeDir]) {
      if (!isAbsolute(dir) || /[\0-\x1f]/.test(dir)) throw new Error('rootDir, datasetsDir and runtimeDir are absolute paths without control characters');
    }
    this.idsDir = join(rootDir, 'ids');
    this.runsDir = join(rootDir, 'run');
    this.projectsDir = join(rootDir, 'projects');
    this.peopleDir = join(rootDir, 'people');
  }

  project(projectId: string): ProjectFolders {
    const base = join(this.projectsDir, plain(projectId, ID));
    return { base, share: join(base, 'share'), imports: join(base, 'imports'), incoming: join(base, 'incoming') };
  }

  person(projectId: string, personId: string): PersonFolders {
    const project = join(this.peopleDir, plain(projectId, ID));
    const base = join(project, plain(personId, ID));
    return { project, base, home: join(base, 'home'), outbox: join(base, 'outbox') };
  }

  dataset(slug: string, version: string): string {
    return join(this.datasetsDir, plain(slug, SLUG), plain(version, VERSION));
  }

  run(workspaceId: string): RunFolders {
    const base = join(this.runsDir, plain(workspaceId, ID));
    const launch = join(base, 'launch');
    return {
      base, launch, session: join(base, 'session'),
      state: join(base, 'state.json'), status: join(base, 'status.jsonl'), log: join(base, 'log'),
      arguments: join(launch, 'bwrap.args'), filter: join(launch, 'seccomp.bpf'),
    };
  }

  /** Hashed: a socket address holds 108 bytes, and two enclaves of one host must not meet here. */
  displayDir(workspaceId: string): string {
    return join(this.runtimeDir, createHash('sha256').update(`${this.rootDir}\0${plain(workspaceId, ID)}`).digest('hex').slice(0, 24));
  }
}

export interface ProjectFolders { readonly base: string; readonly share: string; readonly imports: string; readonly incoming: string }
export interface PersonFolders { readonly project: string; readonly base: string; readonly home: string; readonly outbox: string }
/** `session` is shown to the workspace, read-only; the rest is for the controller alone. */
export interface RunFolders {
  readonly base: string; readonly launch: string; readonly session: string; readonly state: string; readonly status: string;
  readonly log: string; readonly arguments: string; readonly filter: string;
}

function plain(name: string, shape: RegExp): string {
  if (!shape.test(name)) throw new Error('not a plain folder name');
  return name;
}
