import type { Transfer, TransferFile } from '@suimon/domain';
import { hashStream, interruptible, quarantineKeys, stagingKeys, VaultError } from '@suimon/storage';
import type { FileVault, OutboxReader } from '@suimon/use-cases';
import { OutboxRefusedError } from '@suimon/workspace-runtime';

/** Why the bytes of a submitted file cannot be sealed as they were submitted. The requester gets the request back. */
export const SEAL_PROBLEMS = ['outbox-file-missing', 'outbox-file-changed', 'outbox-file-refused', 'staged-file-missing', 'staged-bytes-differ', 'file-empty', 'file-too-large'] as const;
export class SealProblem extends Error {
  constructor(readonly code: (typeof SEAL_PROBLEMS)[number], readonly path: string) { super(code); }
}
type Sealed = { readonly sizeBytes: number; readonly sha256: string };

/** Where submitted bytes come from. Each file is put into quarantine under the hash of what was really read. */
export interface SealSource { forTransfer(transfer: Transfer, signal: AbortSignal): Promise<(file: TransferFile) => Promise<Sealed>> }

/** Sealed once, a copy stays: the key is the hash, so a second run has nothing to write. */
async function isSealed(vault: FileVault, key: string, sizeBytes: number): Promise<boolean> {
  return (await vault.stat('quarantine', key))?.sizeBytes === sizeBytes;
}

/** Uploads in staging, whose hash was taken as they came in. */
export class StagingSource implements SealSource {
  constructor(private readonly vault: FileVault) {}

  async forTransfer(transfer: Transfer, signal: AbortSignal): Promise<(file: TransferFile) => Promise<Sealed>> {
    return async (file) => {
      const from = stagingKeys.file(transfer.id, file.id);
      const { sha256 } = file;
      const staged = await this.vault.stat('staging', from);
      if (!staged || sha256 === null) throw new SealProblem('staged-file-missing', file.path);
      if (staged.sizeBytes !== file.sizeBytes) throw new SealProblem('staged-bytes-differ', file.path);
      const to = quarantineKeys.file(transfer.id, transfer.round, sha256);
      if (await isSealed(this.vault, to, file.sizeBytes)) return { sizeBytes: file.sizeBytes, sha256 };
      return this.vault.put('quarantine', to, interruptible(await this.vault.open('staging', from), signal), sha256).catch((error: unknown) => {
        throw error instanceof VaultError && error.problem === 'hash-differs' ? new SealProblem('staged-bytes-differ', file.path) : error;
      });
    };
  }
}

/** A person's outbox: hostile, and it may change at any moment until it was read. */
export class OutboxSource implements SealSource {
  constructor(private readonly vault: FileVault, private readonly outbox: OutboxReader) {}

  async forTransfer(transfer: Transfer, signal: AbortSignal): Promise<(file: TransferFile) => Promise<Sealed>> {
    const { projectId, requesterId } = transfer;
    const { files: present } = await this.outbox.list(projectId, requesterId);
    const open = async (file: TransferFile) => {
      const { sizeBytes, stream } = await this.outbox.open(projectId, requesterId, file.path);
      if (sizeBytes === file.sizeBytes) return interruptible(stream, signal);
      stream.destroy();
      throw new SealProblem('outbox-file-changed', file.path);
    };
    return async (file) => {
      const entry = present.find(({ path }) => path === file.path);
      if (!entry) throw new SealProblem('outbox-file-missing', file.path);
      // What the requester described and explained is what they saw then, not what lies there now.
      if (entry.sizeBytes !== file.sizeBytes || entry.modifiedAtMs !== file.modifiedAtMs) throw new SealProblem('outbox-file-changed', file.path);
      try {
        const { sizeBytes, sha256 } = await hashStream(await open(file), signal);
        const to = quarantineKeys.file(transfer.id, transfer.round, sha256);
        if (await isSealed(this.vault, to, sizeBytes)) return { sizeBytes, sha256 };
        return await this.vault.put('quarantine', to, await open(file), sha256);
      } catch (error) { throw asProblem(error, file.path); }
    };
  }
}

function asProblem(error: unknown, path: string): unknown {
  if (error instanceof OutboxRefusedError) return new SealProblem(error.reason === 'changed-while-reading' ? 'outbox-file-changed' : 'outbox-file-refused', path);
  return error instanceof VaultError && error.problem === 'hash-differs' ? new SealProblem('outbox-file-changed', path) : error;
}
