import type { AirlockPolicy, Job, Manifest, Transfer } from '@suimon/domain';
import { type JobCall, MovedOn } from '@suimon/platform/jobs/index';
import { quarantineKeys, VaultError } from '@suimon/storage';
import type { Clock, FileVault, TransferCommands } from '@suimon/use-cases';
import { storePreviews } from '../previews/preview.store.js';
import { type ClamavOptions, ClamavScanner, saidNothing } from '../scanners/clamav.scanner.js';
import { ClamdUnreachable } from '../scanners/clamd.client.js';
import type { FileScanner } from '../scanners/file.scanner.js';
import { type FileVerdict, scanInOnePass, unreadable } from '../scanners/one-pass.scan.js';
import { StructureScanner } from '../scanners/structure.scanner.js';
import { lastCall, systemActor } from './system.call.js';

type Payload = Extract<Job, { job: 'scan-transfer' }>;
/** A file in whose middle clamd goes away so often is given back as such, rather than tried until the deadline. */
const PATIENCE_ATTEMPTS = 3;

/** Scans the sealed bytes of a round with every required scanner and reports all verdicts at once. */
export class ScanTransferJob {
  constructor(private readonly transfers: TransferCommands, private readonly vault: FileVault, private readonly clamav: ClamavOptions, private readonly clock: Clock) {}

  async run({ transferId, round }: Payload, call: JobCall): Promise<void> {
    const { stored, context } = await this.transfers.view(transferId, systemActor('scanner'));
    const { state } = stored;
    if (state.status !== 'scanning' || state.round !== round || !state.manifest) throw new MovedOn();
    const verdicts = await this.scanAll(state, state.manifest, await this.scanners(context.facts.policy), call);
    // Only bytes that every scanner called clean are opened a second time, for the reviewers; before the verdicts, so that none comes to a file without.
    if (verdicts.every(({ verdict }) => verdict === 'clean')) await storePreviews(this.vault, state, call.signal);
    await this.transfers.run(transferId, 'scanned', { round, manifestHash: state.manifest.hash, verdicts }, lastCall('scanner', call.jobId));
  }

  private async scanners(policy: AirlockPolicy): Promise<readonly FileScanner[]> {
    return [await ClamavScanner.ready(this.clamav, policy.maxSignatureAgeDays, this.clock.now()), new StructureScanner(policy)];
  }

  private async scanAll(transfer: Transfer, manifest: Manifest, scanners: readonly FileScanner[], call: JobCall): Promise<readonly FileVerdict[]> {
    const verdicts: FileVerdict[] = [];
    for (const file of manifest.files) {
      const stream = await this.vault.open('quarantine', quarantineKeys.file(transfer.id, transfer.round, file.sha256)).catch((error: unknown) => {
        if (error instanceof VaultError && error.problem === 'not-found') return null;
        throw error;
      });
      const found = stream ? await scanInOnePass(file, transfer.direction, stream, scanners, call.signal) : unreadable(file, scanners, 'sealed-bytes-missing');
      if (call.attempts < PATIENCE_ATTEMPTS && found.some(saidNothing)) throw new ClamdUnreachable('clamd went away in the middle of a file');
      verdicts.push(...found);
    }
    return verdicts;
  }
}
