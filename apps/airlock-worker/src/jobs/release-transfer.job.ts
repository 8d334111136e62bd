import { Denial, type Job, outputsOf, type Transfer } from '@suimon/domain';
import type { Logger } from '@suimon/platform';
import { isMovedOn, type JobCall, MovedOn } from '@suimon/platform/jobs/index';
import type { Ids, TransferCommands } from '@suimon/use-cases';
import { type Delivery, DeliveryMismatch } from './delivery.js';
import { lastCall, systemActor, systemCall } from './system.call.js';
import type { ZoneSweeper } from './zone.sweeper.js';

type Payload = Extract<Job, { job: 'release-transfer' }>;
type Ticketed = Transfer & { readonly ticket: NonNullable<Transfer['ticket']> };

/** Takes a ticket for an approved transfer and delivers its outputs. May be cut anywhere: a run with a ticket goes on with it. */
export class ReleaseTransferJob {
  constructor(private readonly transfers: TransferCommands, private readonly deliveries: Readonly<Record<Transfer['direction'], Delivery>>, private readonly sweeper: ZoneSweeper, private readonly ids: Ids, private readonly logger: Logger) {}

  async run(job: Payload, call: JobCall): Promise<void> {
    try {
      await this.release(await this.ticketed(job, call), call);
    } catch (error) {
      // Too late: the deadline took the ticket away, or somebody else was faster. Nothing may stay where it counts as released.
      if (!isMovedOn(error)) throw error;
      await this.sweeper.sweep(job.transferId, call.jobId);
    }
  }

  private async release(transfer: Ticketed, call: JobCall): Promise<void> {
    const ticketId = transfer.ticket.id;
    try {
      const hashes = await this.deliveries[transfer.direction].deliver(transfer, call.signal, () => this.requireTicket(transfer.id, ticketId));
      const files = outputsOf(transfer).map((file) => ({ fileId: file.fileId, sha256: hashes.get(file.sha256) ?? '' }));
      await this.transfers.run(transfer.id, 'delivered', { ticketId, files }, lastCall('releaser', call.jobId));
    } catch (error) {
      if (!(error instanceof DeliveryMismatch)) throw error;
      this.logger.error({ transferId: transfer.id, ticketId }, 'delivered bytes are not those that were approved');
      await this.transfers.run(transfer.id, 'deliveryMismatch', { ticketId, text: error.message }, systemCall('releaser', call.jobId));
      await this.sweeper.sweep(transfer.id, call.jobId);
    }
  }

  private async ticketed({ transferId, round }: Payload, call: JobCall): Promise<Ticketed> {
    const { state } = (await this.transfers.view(transferId, systemActor('releaser'))).stored;
    if (state.round === round && state.status === 'approved') return withTicket(await this.issueTicket(transferId, call));
    if (state.round === round && state.status === 'releasing') return withTicket(state);
    throw new MovedOn();
  }

  /** Refused when approvals or standing no longer hold. The approval is left to its deadline, which takes it back. */
  private async issueTicket(transferId: string, call: JobCall): Promise<Transfer> {
    try {
      return await this.transfers.run(transferId, 'issueTicket', { ticketId: this.ids.next() }, systemCall('releaser', call.jobId));
    } catch (error) {
      // A twin of this job was faster; the next run goes on with its ticket.
      if (isMovedOn(error)) throw new Error('the transfer changed while its ticket was asked for', { cause: error });
      if (!(error instanceof Denial) || error.kind !== 'rule' || error.code === 'cooling-off') throw error;
      this.logger.warn({ transferId, code: error.code }, 'an approved transfer is not released');
      throw new MovedOn();
    }
  }

  private async requireTicket(transferId: string, ticketId: string): Promise<void> {
    const { state } = (await this.transfers.view(transferId, systemActor('releaser'))).stored;
    if (state.status !== 'releasing' || state.ticket?.id !== ticketId) throw new MovedOn();
  }
}

function withTicket(transfer: Transfer): Ticketed {
  if (!transfer.ticket) throw new MovedOn();
  return { ...transfer, ticket: transfer.ticket };
}
