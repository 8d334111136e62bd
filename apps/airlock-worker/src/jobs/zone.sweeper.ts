import type { Transfer } from '@suimon/domain';
import { deliveryKeys, quarantineKeys, stagingKeys } from '@suimon/storage';
import type { Clock, FileVault, ImportsWriter, UnitOfWork, Zone } from '@suimon/use-cases';
import { jobOrigin } from './system.call.js';

interface Place { readonly zone: Zone; readonly prefix: string }
const ENDED: readonly Transfer['status'][] = ['rejected', 'withdrawn', 'blocked', 'revoked', 'expired'];
const HASH = /\/([0-9a-f]{64})$/;

/** Where a transfer in this state may have no bytes. Reads the present only, so it may be asked again at any time. */
export function emptyPlaces({ id, status, round }: Pick<Transfer, 'id' | 'status' | 'round'>): readonly Place[] {
  const staging: Place = { zone: 'staging', prefix: stagingKeys.all(id) };
  const quarantine: Place = { zone: 'quarantine', prefix: quarantineKeys.all(id) };
  const delivered: readonly Place[] = [{ zone: 'workspace-in', prefix: deliveryKeys.all(id) }, { zone: 'release', prefix: deliveryKeys.all(id) }];
  if (ENDED.includes(status)) return [staging, quarantine, ...delivered];
  if (status === 'released') return [staging, quarantine];
  // Sealed copies of rounds that are over. A returned round is over; its staged uploads stay, to be submitted again.
  const roundsOver = status === 'returned' || status === 'draft' ? round : round - 1;
  const old = Array.from({ length: Math.max(0, roundsOver) }, (_, index): Place => ({ zone: 'quarantine', prefix: quarantineKeys.round(id, index + 1) }));
  // Without a ticket nothing may lie where it counts as released (I1).
  return status === 'releasing' ? old : [...old, ...delivered];
}

const mayBeInImports = ({ direction, status }: Pick<Transfer, 'direction' | 'status'>): boolean => direction === 'import' && status !== 'releasing' && status !== 'released';

/** Makes the zones fit the state of a transfer (I20), and leaves a tombstone in the audit log. */
export class ZoneSweeper {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly vault: FileVault, private readonly imports: ImportsWriter, private readonly clock: Clock) {}

  /**
   * Ends the job. The row is locked while bytes are removed: a release can neither begin nor be reported done meanwhile, so
   * nothing is taken away from one.
   */
  async sweep(transferId: string, jobId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const stored = await tx.lock('transfer', transferId);
      if (stored) {
        const removed = await this.removeFrom(emptyPlaces(stored.state));
        if (mayBeInImports(stored.state)) await this.imports.remove(stored.state.projectId, transferId);
        const zones = Object.fromEntries(removed.filter(({ keys }) => keys.length > 0).map(({ zone, keys }) => [zone, keys.length]));
        const hashes = [...new Set(removed.flatMap(({ keys }) => keys).flatMap((key) => HASH.exec(key)?.[1] ?? []))].sort();
        const event = { type: 'transfer.bytes-destroyed', at: this.clock.now(), by: 'system:releaser', round: stored.state.round, zones, hashes };
        if (Object.keys(zones).length > 0) await tx.note('transfer', transferId, event, jobOrigin(jobId));
      }
      await tx.finishJob(jobId);
    });
  }

  private async removeFrom(places: readonly Place[]): Promise<readonly { zone: Zone; keys: readonly string[] }[]> {
    const removed = new Map<Zone, string[]>();
    for (const { zone, prefix } of places) {
      removed.set(zone, [...(removed.get(zone) ?? []), ...(await this.vault.list(zone, prefix))]);
      await this.vault.removeAll(zone, prefix);
    }
    return [...removed].map(([zone, keys]) => ({ zone, keys }));
  }
}
