import { createHash } from 'node:crypto';
import type { SealedFile } from '@suimon/domain';

type ManifestLine = Pick<SealedFile, 'path' | 'role' | 'sizeBytes' | 'sha256'>;

/**
 * The hash that verdicts, votes, tickets and downloads bind to: SHA-256 over one line a file, sorted by path (code units),
 * `path NUL role NUL size in bytes NUL hex SHA-256 LF`. A path holds neither NUL nor LF, so no two lists have the same text.
 */
export function manifestHash(files: readonly ManifestLine[]): string {
  const hash = createHash('sha256');
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`${file.path}\0${file.role}\0${file.sizeBytes}\0${file.sha256}\n`);
  return hash.digest('hex');
}
