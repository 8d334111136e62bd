import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPidFile } from '@suimon/embedded';
import type { Installation } from './installation.js';
import { readStatus, type PartStatus, type Status } from './status-file.js';

/** The table of `./suimon status`. */
export function statusTable(status: Status, alive: boolean): string {
  if (!alive) return status.phase === 'failed' ? `failed / 起動に失敗しました: ${status.step}` : 'not running / 起動していません';
  const head = `${status.phase}${status.step ? ` (${status.step})` : ''}${status.baseUrl ? `   ${status.baseUrl}` : ''}`;
  const cells = (part: PartStatus): string[] => [part.name, part.kind, part.state, part.pid === null ? '-' : String(part.pid), String(part.restarts), part.lastProblem ?? ''];
  const rows = [['part', 'kind', 'state', 'pid', 'restarts', 'last problem'], ...status.parts.map(cells)];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return [head, ...rows.map(row => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()}`)].join('\n');
}

/** Prints the table; 0 when everything is up, 3 when it is not (as init scripts answer). */
export function showStatus(place: Installation, tell: (line: string) => void): number {
  const status = readStatus(place.statusFile);
  const alive = readPidFile(place.supervisorPidFile) !== null;
  tell(statusTable(status, alive));
  return alive && status.phase === 'ready' ? 0 : 3;
}

/** Prints the last lines of one log or of all, and goes on with them when asked to follow. */
export function showLogs(place: Installation, name: string | undefined, follow: boolean): Promise<number> {
  const present = existsSync(place.logDir) ? readdirSync(place.logDir).filter(file => file.endsWith('.log')).map(file => file.slice(0, -'.log'.length)).sort() : [];
  if (name !== undefined && !present.includes(name)) throw new Error(`there is no log "${name}"; there are: ${present.join(', ') || 'none'}`);
  if (present.length === 0) return Promise.resolve(0);
  const files = (name === undefined ? present : [name]).map(each => join(place.logDir, `${each}.log`));
  return new Promise((resolve, reject) => {
    const tail = spawn('/usr/bin/tail', ['-n', name === undefined ? '15' : '100', ...(follow ? ['-F'] : []), '--', ...files], { stdio: ['ignore', 'inherit', 'inherit'] });
    tail.once('error', reject);
    tail.once('close', code => resolve(code ?? 0));
  });
}
