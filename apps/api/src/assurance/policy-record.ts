import type { Clock, UnitOfWork } from '@suimon/use-cases';
import type { DataSource } from 'typeorm';

/** Writes into the audit log, once, that a policy with other contents came into force (R019). Concurrent starts write it once. */
export async function recordPolicy(dataSource: DataSource, unitOfWork: UnitOfWork, clock: Clock, hash: string): Promise<void> {
  const added = await dataSource.query<unknown[]>('INSERT INTO policy_version (hash) VALUES ($1) ON CONFLICT DO NOTHING RETURNING hash', [hash]);
  if (added.length === 0) return;
  await unitOfWork.run((tx) => tx.note('policy', 'policy', { type: 'policy.in-force', at: clock.now(), by: 'system:registrar', hash }, { requestId: 'start', ip: null, sessionRef: null }));
}
