import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sandboxCommand, serviceFolders, type Bind } from '@suimon/embedded';
import type { Installation } from './installation.js';
import type { FolderName, ProcessRow } from './process-table.js';

/** Where the workspace runtime puts display sockets. */
export const DISPLAYS_DIR = '/run/suimon';

/** The parts of the checkout that a process runs from. Not the rest: `.suimon` with its secrets lies there too. */
const PROGRAM_PARTS = ['package.json', 'apps', 'libs', 'policy', 'demo', 'node_modules'];

/** Node as pinned by the checkout, or the one that runs us where the pinned one does not fit the machine. */
export function nodeBinary(root: string): string {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  return existsSync(pinned) ? pinned : process.execPath;
}

// The folder of a socket is shown, since a restarted service makes a new socket in it; but never a folder of everybody's.
const SHARED_FOLDERS = ['/', '/tmp', '/run', '/var/run', '/var/tmp'];

/** The argument list that starts a process of ours, in a view of its own unless it is root's. */
export function processCommand(row: ProcessRow, place: Installation, extraSockets: readonly string[] = [], args: readonly string[] = []): string[] {
  const command = [nodeBinary(place.root), '--enable-source-maps', join(place.root, row.entry), ...args];
  // A supervisor that is killed cannot end its children, so the kernel does.
  if (row.user === 'root') return ['/usr/bin/setpriv', '--pdeathsig', 'TERM', '--', ...command];
  const binds: Bind[] = [
    ...PROGRAM_PARTS.map(part => join(place.root, part)).filter(path => existsSync(path)).map(same),
    ...row.sockets.map(name => serviceFolders(place.dataDir, name).sockets).filter(path => existsSync(path)).map(same),
    ...extraSockets.map(socket => same(SHARED_FOLDERS.includes(dirname(socket)) ? socket : dirname(socket))),
    ...(Object.entries(row.folders) as [FolderName, 'read' | 'write'][]).map(([name, right]) => ({ ...same(folderPath(place, name)), writable: right === 'write' })),
  ];
  return sandboxCommand({ user: row.user, network: 'host', binds, workingDirectory: place.root }, command);
}

// The same path inside and outside, so that a path in a variable or a log line means one thing.
const same = (path: string): Bind => ({ from: path, to: path });

export function folderPath(place: Installation, name: FolderName): string {
  if (name === 'workspaces') return place.workspacesDir;
  return name === 'datasets' ? place.datasetsDir : DISPLAYS_DIR;
}
