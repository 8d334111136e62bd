import { directionPolicy, type Job, type SealedFile, type Transfer, type TransferFile } from '@suimon/domain';
import { isMovedOn, type JobCall } from '@suimon/platform/jobs/index';
import { manifestHash } from '@suimon/storage';
import type { TransferCommands } from '@suimon/use-cases';
import { SealProblem, type SealSource } from './seal.source.js';
import { lastCall, systemActor } from './system.call.js';
import type { ZoneSweeper } from './zone.sweeper.js';

type Payload = Extract<Job, { job: 'seal-transfer' }>;

/** Copies the submitted bytes to where their owner cannot reach them, and says in a manifest what they are (I4). */
export class SealTransferJob {
  constructor(private readonly transfers: TransferCommands, private readonly sources: Readonly<Record<Transfer['direction'], SealSource>>, private readonly sweeper: ZoneSweeper) {}

  async run({ transferId, round }: Payload, call: JobCall): Promise<void> {
    const { stored, context } = await this.transfers.view(transferId, systemActor('sealer'));
    const transfer = stored.state;
    // Also when this very job did it and was cut before its end: what it copied in vain goes.
    if (transfer.status !== 'sealing' || transfer.round !== round) return this.sweeper.sweep(transferId, call.jobId);
    try {
      const files = await this.sealAll(transfer, directionPolicy(transfer, context.facts.policy).maxFileBytes, call);
      await this.transfers.run(transferId, 'sealed', { round, manifest: { hash: manifestHash(files), files } }, lastCall('sealer', call.jobId));
    } catch (error) {
      if (isMovedOn(error)) return this.sweeper.sweep(transferId, call.jobId);
      if (!(error instanceof SealProblem)) throw error;
      await this.transfers.run(transferId, 'sealFailed', { round, code: error.code, text: error.path }, lastCall('sealer', call.jobId));
    }
  }

  private async sealAll(transfer: Transfer, maxFileBytes: number, { signal }: JobCall): Promise<readonly SealedFile[]> {
    const sealOne = await this.sources[transfer.direction].forTransfer(transfer, signal);
    const files: SealedFile[] = [];
    for (const file of transfer.files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      requireSize(file, file.sizeBytes, maxFileBytes);
      const sealed = await sealOne(file);
      requireSize(file, sealed.sizeBytes, maxFileBytes);
      files.push({ fileId: file.id, path: file.path, role: file.role, ...sealed });
    }
    return files;
  }
}

function requireSize(file: TransferFile, sizeBytes: number, maxFileBytes: number): void {
  if (sizeBytes === 0) throw new SealProblem('file-empty', file.path);
  if (sizeBytes > maxFileBytes) throw new SealProblem('file-too-large', file.path);
}
