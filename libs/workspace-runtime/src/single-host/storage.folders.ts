import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { RuntimeError, type WorkspaceSpec } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import type { HostIdentity } from './host-ids.store.js';
import type { SingleHostSettings } from './single-host.options.js';

const ROOT = 0;

/**
 * Makes the folders of a project and a person. Every parent belongs to root, so a workspace can put nothing in the place
 * of a folder that root opens or mounts by name. Contents are never touched: they belong to the researchers.
 */
export async function prepareStorage(settings: SingleHostSettings, spec: WorkspaceSpec, identity: HostIdentity): Promise<void> {
  const { layout, airlockGid } = settings;
  const project = layout.project(spec.projectId);
  const person = layout.person(spec.projectId, spec.personId);
  // The airlock's group may walk to the outboxes and the imports, and nobody else may walk anywhere.
  const [passers, passage] = airlockGid === undefined ? [ROOT, 0o700] : [airlockGid, 0o710];
  const listed = airlockGid === undefined ? 0o700 : 0o750;
  await folder(layout.rootDir, ROOT, passers, passage);
  for (const dir of [layout.peopleDir, person.project]) await folder(dir, ROOT, passers, listed);
  for (const dir of [layout.projectsDir, project.base, person.base]) await folder(dir, ROOT, passers, passage);
  await folder(project.share, ROOT, identity.gid, 0o2770);
  await folder(project.imports, ROOT, passers, airlockGid === undefined ? 0o755 : 0o775);
  await folder(project.incoming, ROOT, passers, airlockGid === undefined ? 0o700 : 0o770);
  await folder(person.home, identity.uid, identity.gid, 0o700);
  // setgid: what is written here becomes readable by the airlock's group without the researcher being a member of it.
  await (airlockGid === undefined ? folder(person.outbox, identity.uid, identity.gid, 0o700) : folder(person.outbox, identity.uid, airlockGid, 0o2770));
}

/** Checks that each dataset release is there and may be read. */
export async function requireDatasets(settings: SingleHostSettings, spec: WorkspaceSpec): Promise<void> {
  for (const { slug, version } of spec.datasets) {
    const found = await lstat(settings.layout.dataset(slug, version)).catch(() => null);
    if (!found?.isDirectory()) throw new RuntimeError('dataset-missing', `${slug} ${version} is not on this host`);
    if ((found.mode & 0o005) !== 0o005) throw new RuntimeError('dataset-missing', `${slug} ${version} is not readable for workspaces (o+rx)`);
  }
}

async function folder(path: string, uid: number, gid: number, mode: number): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const found = await lstat(path);
  if (!found.isDirectory()) throw new RuntimeError('storage-unavailable', 'a storage folder is not a folder');
  if (found.uid !== uid || found.gid !== gid) await chown(path, uid, gid);
  if ((found.mode & 0o7777) !== mode || found.uid !== uid || found.gid !== gid) await chmod(path, mode);
}
