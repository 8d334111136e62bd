import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from './installation.js';
import { runProcess } from './our-process.js';
import type { RunningPlaces } from './process-environment.js';
import { PROCESSES } from './process-table.js';

/** Ends every workspace of this installation: they outlive the controller on purpose, but not the installation. */
export async function stopAllWorkspaces(place: Installation, places: RunningPlaces, tell: (line: string) => void): Promise<void> {
  const row = PROCESSES.find(process => process.name === 'workspaces');
  if (!row || !existsSync(join(place.root, row.entry))) return;
  await runProcess(row, place, places, ['--stop-all']).catch((error: unknown) => {
    tell(`workspaces could not be ended: ${error instanceof Error ? error.message : String(error)}`);
  });
}
