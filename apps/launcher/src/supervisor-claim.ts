import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { readPidFile, writePidFile, type LinuxProcess } from '@suimon/embedded';

/** Makes this process the supervisor of an installation, or returns the one that is. Atomic: of two, one wins. */
export function claimSupervision(pidFile: string): LinuxProcess | null {
  mkdirSync(dirname(pidFile), { recursive: true });
  const mine = `${pidFile}.${process.pid}`;
  writePidFile(mine, process.pid);
  try {
    for (let tries = 0; ; tries += 1) {
      try { linkSync(mine, pidFile); return null; } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 5) throw error;
      }
      const running = readPidFile(pidFile);
      if (running) return running;
      rmSync(pidFile, { force: true });
    }
  } finally { rmSync(mine, { force: true }); }
}
