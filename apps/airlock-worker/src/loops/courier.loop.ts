import { pathProblem } from '@suimon/domain';
import type { RecordQueries } from '@suimon/persistence';
import type { Logger } from '@suimon/platform';
import type { Clock, OutboxEntry, OutboxReader, OutboxRefusal, TransferCommands } from '@suimon/use-cases';
import { loopCall } from '../jobs/system.call.js';

/** A file counts as written when it did not change for so long. */
const QUIET_MS = 2_000;
interface Owner { readonly projectId: string; readonly personId: string }

/** Turns what lies in outboxes into drafts, and tells their owners what is not taken and why. */
export class Courier {
  private readonly told = new Map<string, string>();
  private readonly problems = new Map<string, string>();

  constructor(private readonly outbox: OutboxReader, private readonly transfers: TransferCommands, private readonly records: RecordQueries, private readonly clock: Clock, private readonly logger: Logger) {}

  /** Visits every outbox. One that cannot be read stops none of the others. */
  async pass(): Promise<void> {
    for (const owner of await this.outbox.outboxes()) {
      const key = `${owner.projectId}/${owner.personId}`;
      try {
        await this.visit(owner, key);
        this.problems.delete(key);
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        if (this.problems.get(key) !== problem) this.logger.warn({ ...owner, error: problem }, 'outbox not taken');
        this.problems.set(key, problem);
      }
    }
  }

  private async visit(owner: Owner, key: string): Promise<void> {
    const { files, refused } = await this.outbox.list(owner.projectId, owner.personId);
    const named = files.filter(({ path }) => pathProblem(path) === null);
    const misnamed = files.filter(({ path }) => pathProblem(path) !== null).map(({ path }): OutboxRefusal => ({ path, reason: 'name-not-allowed' }));
    await this.tell(owner, key, [...refused, ...misnamed]);
    const quietBefore = Date.parse(this.clock.now()) - QUIET_MS;
    const isQuiet = (file: OutboxEntry): boolean => file.modifiedAtMs <= quietBefore;
    const unsettled = named.filter((file) => !isQuiet(file)).map(({ path }) => path);
    await this.transfers.noticeOutbox(owner.projectId, owner.personId, named.filter(isQuiet), loopCall('courier', 'courier'), unsettled);
  }

  private async tell({ projectId, personId }: Owner, key: string, refused: readonly OutboxRefusal[]): Promise<void> {
    const list = refused.map(({ path, reason }) => ({ path, reason })).sort((a, b) => (a.path < b.path ? -1 : 1)).slice(0, 100);
    const text = JSON.stringify(list);
    const before = this.told.get(key) ?? JSON.stringify(await this.records.refusedOutboxFiles(projectId, personId));
    if (text !== before) await this.records.putRefusedOutboxFiles(projectId, personId, list);
    this.told.set(key, text);
  }
}
