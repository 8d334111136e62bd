import type { Job } from '@suimon/domain';
import type { JobCall } from '@suimon/platform/jobs/index';
import type { ZoneSweeper } from './zone.sweeper.js';

type Payload = Extract<Job, { job: 'wipe-transfer' }>;

/** Destroys the bytes that the state of a transfer no longer allows. */
export class WipeTransferJob {
  constructor(private readonly sweeper: ZoneSweeper) {}
  run(job: Payload, { jobId }: JobCall): Promise<void> { return this.sweeper.sweep(job.transferId, jobId); }
}
