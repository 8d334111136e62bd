import type { Readable } from 'node:stream';
import { outputsOf, type SealedFile, type Transfer } from '@suimon/domain';
import { deliveryKeys, hashStream, interruptible, quarantineKeys, VaultError } from '@suimon/storage';
import type { FileVault, ImportsWriter, Zone } from '@suimon/use-cases';
import { ImportDigestError } from '@suimon/workspace-runtime';

/** What was read back at the destination, or left in quarantine, is not what was approved. Names the file, never its content. */
export class DeliveryMismatch extends Error {}

/** Brings the outputs of a manifest to where their receiver gets them; returns the hash read back there, by sealed hash. */
export interface Delivery {
  /** `stillHeld` throws when the ticket is gone; it is asked right before anything becomes visible. */
  deliver(transfer: Transfer, signal: AbortSignal, stillHeld: () => Promise<void>): Promise<ReadonlyMap<string, string>>;
}

/** Copies into a zone that only the mover writes. What is there already is read back just the same. */
async function copyAll(vault: FileVault, transfer: Transfer, zone: Zone, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const file of outputsOf(transfer)) {
    if (hashes.has(file.sha256)) continue;
    const key = deliveryKeys.file(transfer.id, file.sha256);
    if ((await vault.stat(zone, key))?.sizeBytes !== file.sizeBytes) await copy(vault, transfer, file, zone, key, signal);
    const { sha256 } = await hashStream(await vault.open(zone, key), signal);
    if (sha256 !== file.sha256) throw new DeliveryMismatch(`read back otherwise: ${file.path}`);
    hashes.set(file.sha256, sha256);
  }
  return hashes;
}

async function copy(vault: FileVault, transfer: Transfer, file: SealedFile, zone: Zone, key: string, signal: AbortSignal): Promise<void> {
  try {
    const sealed = await vault.open('quarantine', quarantineKeys.file(transfer.id, transfer.round, file.sha256));
    await vault.put(zone, key, interruptible(sealed, signal), file.sha256);
  } catch (error) {
    if (error instanceof VaultError && (error.problem === 'hash-differs' || error.problem === 'not-found')) throw new DeliveryMismatch(`sealed bytes ${error.problem}: ${file.path}`);
    throw error;
  }
}

/** An export is released to the store from which it is downloaded. */
export class ExportDelivery implements Delivery {
  constructor(private readonly vault: FileVault) {}
  deliver(transfer: Transfer, signal: AbortSignal): Promise<ReadonlyMap<string, string>> { return copyAll(this.vault, transfer, 'release', signal); }
}

/** An import appears in the workspaces of its project, all files or none. */
export class ImportDelivery implements Delivery {
  constructor(private readonly vault: FileVault, private readonly imports: ImportsWriter) {}

  async deliver(transfer: Transfer, signal: AbortSignal, stillHeld: () => Promise<void>): Promise<ReadonlyMap<string, string>> {
    const hashes = await copyAll(this.vault, transfer, 'workspace-in', signal);
    const open = async (sha256: string): Promise<Readable> => interruptible(await this.vault.open('workspace-in', deliveryKeys.file(transfer.id, sha256)), signal);
    await stillHeld();
    // The writer checks each hash as it writes and once more in the folder that was delivered.
    await this.imports.deliver(transfer.projectId, transfer.id, outputsOf(transfer).map(({ path, sha256 }) => ({ path, sha256, open: () => open(sha256) }))).catch((error: unknown) => {
      throw error instanceof ImportDigestError ? new DeliveryMismatch(`delivered otherwise: ${error.path}`) : error;
    });
    return hashes;
  }
}
