import { Denial } from '@suimon/domain';
import type { RecordQueries } from '@suimon/persistence';
import type { TransferCommands } from '@suimon/use-cases';
import { loopCall } from '../jobs/system.call.js';

/** Ends what waited too long for a job (I8), and releases whose time of download is over. */
export class Deadlines {
  constructor(private readonly records: RecordQueries, private readonly transfers: TransferCommands) {}

  async pass(): Promise<void> {
    for (const { id, isExpiry } of await this.records.transfersOverdue()) {
      await this.transfers.run(id, isExpiry ? 'expire' : 'timeOut', {}, loopCall('expirer', 'deadline')).catch((error: unknown) => {
        // The job was faster after all, or the database's clock is ahead of ours: the next pass sees.
        if (!(error instanceof Denial)) throw error;
      });
    }
  }
}
