import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SESSION_FILES } from './session.files.js';

/** The command a workspace starts with. */
export const SESSION_COMMAND = ['/usr/bin/bash', '/opt/suimon/start'] as const;

/** Writes the folder shown at `/opt/suimon`: the desktop's files, and `etc/` with the given generated system files. */
export async function writeSessionFolder(dir: string, systemFiles: Readonly<Record<string, string>>): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await readableFolder(dir);
  const generated = Object.entries(systemFiles).map(([name, text]) => ({ path: `etc/${name}`, text, program: false }));
  for (const file of [...SESSION_FILES, ...generated]) {
    const path = join(dir, file.path);
    for (const folder of foldersOf(file.path)) await readableFolder(join(dir, folder));
    await writeFile(path, file.text);
    await chmod(path, file.program ? 0o755 : 0o644);
  }
}

/** Tells the session that its display is safely handed over and the desktop may start. */
export async function letDesktopStart(dir: string): Promise<void> {
  await writeFile(join(dir, 'go'), '');
}

function foldersOf(path: string): string[] {
  const parent = dirname(path);
  return parent === '.' ? [] : [...foldersOf(parent), parent];
}

// Explicit modes: the controller's umask may be stricter than a workspace needs.
async function readableFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await chmod(path, 0o755);
}
