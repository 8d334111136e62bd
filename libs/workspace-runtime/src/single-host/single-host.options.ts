import { StorageLayout } from './storage.layout.js';

/** What an operator decides about a single-host installation. */
export interface SingleHostOptions {
  /** Homes, project folders, imports, outboxes and run state. Created root-only if missing. */
  readonly rootDir: string;
  /** Releases as `<slug>/<version>/…`, readable by everybody who can reach them (o+rX). */
  readonly datasetsDir: string;
  /** Short folder for display sockets; default `/run/suimon`. */
  readonly runtimeDir?: string;
  /** The account of the desktop gateway, sole user of display sockets; default root. */
  readonly gatewayUid?: number;
  /** A group that may read outboxes and write imports, for an airlock worker that is not root; default none. */
  readonly airlockGid?: number;
  /** First uid and gid given to workspaces; default 200000. */
  readonly firstId?: number;
  /** Name of our cgroup below each controller's root; default `suimon`. */
  readonly cgroupName?: string;
  readonly startTimeoutMs?: number;
  /** First size of the desktop; the viewer may resize it. */
  readonly geometry?: string;
  readonly locale?: string;
  readonly timeZone?: string;
}

/** {@link SingleHostOptions} with every default filled in and paths resolved to a layout. */
export interface SingleHostSettings extends Required<Omit<SingleHostOptions, 'airlockGid'>> {
  readonly airlockGid: number | undefined;
  readonly layout: StorageLayout;
}

export function singleHostSettings(options: SingleHostOptions): SingleHostSettings {
  const runtimeDir = options.runtimeDir ?? '/run/suimon';
  return {
    gatewayUid: 0, firstId: 200_000, cgroupName: 'suimon', startTimeoutMs: 60_000,
    geometry: '1280x800', locale: 'C.UTF-8', timeZone: 'Asia/Tokyo',
    ...options, runtimeDir, airlockGid: options.airlockGid,
    layout: new StorageLayout(options.rootDir, options.datasetsDir, runtimeDir),
  };
}
