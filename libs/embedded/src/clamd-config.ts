/**
 * Settings under which clamd answers anything but a plain "OK" for what it did not look at in full.
 * Debian's defaults call a 101 MB file, an encrypted archive, a deeply nested one or one of 10,051 members clean.
 */
const SETTINGS = {
  Foreground: 'yes',
  LogTime: 'yes',
  LogFileMaxSize: '0',
  // Before 1.5 the cache knows a file by its MD5, so a harmless twin of equal MD5 makes its evil sibling "clean".
  DisableCache: 'yes',
  AlertExceedsMax: 'yes',
  AlertEncrypted: 'yes',
  AlertOLE2Macros: 'yes',
  AlertBrokenExecutables: 'yes',
  AlertBrokenMedia: 'yes',
  // clamd cannot look beyond 2 GiB - 3 bytes of a file; larger objects are split by the caller.
  MaxFileSize: '1900M',
  StreamMaxLength: '1900M',
  MaxScanSize: '2000M',
  MaxRecursion: '8',
  MaxFiles: '10000',
  MaxScanTime: '120000',
  MaxThreads: '4',
  MaxQueue: '32',
  ReadTimeout: '120',
  CommandReadTimeout: '30',
  LocalSocketMode: '666',
  FixStaleSocket: 'yes',
} as const;

export interface ClamdPlaces {
  readonly socketPath: string;
  readonly databaseFolder: string;
  readonly temporaryFolder: string;
  /** Whether the official database is in the folder; if it is, one older than a week stops clamd. */
  readonly official: boolean;
}

/** The text of `clamd.conf`. */
export function clamdConfig(places: ClamdPlaces): string {
  const all: Record<string, string> = {
    ...SETTINGS,
    LocalSocket: places.socketPath,
    DatabaseDirectory: places.databaseFolder,
    TemporaryDirectory: places.temporaryFolder,
    ...(places.official ? { FailIfCvdOlderThan: '7' } : {}),
  };
  return Object.entries(all).map(([name, value]) => `${name} ${value}\n`).join('');
}
