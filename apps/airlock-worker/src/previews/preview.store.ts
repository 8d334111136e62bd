import { Readable } from 'node:stream';
import type { Transfer } from '@suimon/domain';
import { chunksOf, discard, quarantineKeys } from '@suimon/storage';
import type { FileVault } from '@suimon/use-cases';
import { makePreview } from './file-preview.js';

/** Puts an inert preview beside each sealed file, below the prefix of its round, so that both are wiped together. */
export async function storePreviews(vault: FileVault, { id, round, manifest }: Transfer, signal: AbortSignal): Promise<void> {
  for (const file of manifest?.files ?? []) {
    const content = await vault.open('quarantine', quarantineKeys.file(id, round, file.sha256));
    // A preview may need the first bytes only, or none.
    const preview = await makePreview(file.path, chunksOf(content, signal)).finally(() => discard(content));
    signal.throwIfAborted();
    await vault.put('quarantine', quarantineKeys.preview(id, round, file.fileId), Readable.from([Buffer.from(JSON.stringify(preview))]));
  }
}
