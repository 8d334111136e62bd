import type { Logger } from '@suimon/platform';
import type { JobHandlers } from '@suimon/platform/jobs/index';
import type { Clock, FileVault, Ids, ImportsWriter, OutboxReader, ProjectCommands, TransferCommands, UnitOfWork } from '@suimon/use-cases';
import type { ClamavOptions } from '../scanners/clamav.scanner.js';
import { ExportDelivery, ImportDelivery } from './delivery.js';
import { OpenProjectJob } from './open-project.job.js';
import { ReleaseTransferJob } from './release-transfer.job.js';
import { ScanTransferJob } from './scan-transfer.job.js';
import { OutboxSource, StagingSource } from './seal.source.js';
import { SealTransferJob } from './seal-transfer.job.js';
import { WipeTransferJob } from './wipe-transfer.job.js';
import { ZoneSweeper } from './zone.sweeper.js';

export interface JobParts {
  readonly transfers: TransferCommands;
  readonly projects: ProjectCommands;
  readonly unitOfWork: UnitOfWork;
  readonly vault: FileVault;
  readonly outbox: OutboxReader;
  readonly imports: ImportsWriter;
  readonly clamav: ClamavOptions;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
}

/** Every job of the product has its handler here. */
export function jobHandlers(parts: JobParts): JobHandlers {
  const { transfers, vault } = parts;
  const sweeper = new ZoneSweeper(parts.unitOfWork, vault, parts.imports, parts.clock);
  const seal = new SealTransferJob(transfers, { import: new StagingSource(vault), export: new OutboxSource(vault, parts.outbox) }, sweeper);
  const scan = new ScanTransferJob(transfers, vault, parts.clamav, parts.clock);
  const release = new ReleaseTransferJob(transfers, { import: new ImportDelivery(vault, parts.imports), export: new ExportDelivery(vault) }, sweeper, parts.ids, parts.logger);
  const wipe = new WipeTransferJob(sweeper);
  const open = new OpenProjectJob(parts.projects);
  return {
    'seal-transfer': (job, call) => seal.run(job, call),
    'scan-transfer': (job, call) => scan.run(job, call),
    'release-transfer': (job, call) => release.run(job, call),
    'wipe-transfer': (job, call) => wipe.run(job, call),
    'open-project': (job, call) => open.run(job, call),
  };
}
