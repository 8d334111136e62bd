import { createHash } from 'node:crypto';
import type { AnyEvent, Origin } from '@suimon/use-cases';
import type { EntityManager } from 'typeorm';

const GENESIS = '0'.repeat(64);

/** JSON with sorted keys: the same event has the same bytes, before and after jsonb. */
export const canonical = (value: unknown): string => JSON.stringify(value, (_key, inner: unknown) =>
  (inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));

export const eventHash = (previous: string, kind: string, id: string, seq: number, payload: unknown, origin: Origin): string =>
  createHash('sha256').update([previous, kind, id, seq, canonical(payload), origin.requestId, origin.ip ?? '', origin.sessionRef ?? ''].join('\n')).digest('hex');

/**
 * Appends events to the hash chain of one stream. The caller holds the stream's row lock; streams without a row are
 * serialised by an advisory lock for the transaction.
 */
export async function appendEvents(manager: EntityManager, kind: string, id: string, events: readonly AnyEvent[], origin: Origin): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${kind}:${id}`]);
  const [last] = await manager.query<{ seq: number; hash: string }[]>('SELECT seq, hash FROM audit_event WHERE stream_kind = $1 AND stream_id = $2 ORDER BY seq DESC LIMIT 1', [kind, id]);
  let seq = last?.seq ?? 0;
  let previous = last?.hash ?? GENESIS;
  for (const event of events) {
    seq += 1;
    const payload: unknown = JSON.parse(JSON.stringify(event));
    const hash = eventHash(previous, kind, id, seq, payload, origin);
    await manager.query(
      'INSERT INTO audit_event (stream_kind, stream_id, seq, at, actor, type, payload, request_id, ip, session_ref, prev_hash, hash) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)',
      [kind, id, seq, event.at, event.by, event.type, JSON.stringify(payload), origin.requestId, origin.ip, origin.sessionRef, previous, hash],
    );
    previous = hash;
  }
}

interface ChainRow { stream_kind: string; stream_id: string; seq: number; payload: unknown; request_id: string; ip: string | null; session_ref: string | null; prev_hash: string; hash: string }
export interface ChainReport { readonly events: number; readonly streams: number; readonly broken: readonly { kind: string; id: string; seq: number }[] }

/** Recomputes every chain, in pages, and names each event that is altered, missing or out of order. */
export async function verifyChains(manager: EntityManager): Promise<ChainReport> {
  const broken: { kind: string; id: string; seq: number }[] = [];
  let events = 0; let streams = 0; let stream = ''; let expectedSeq = 0; let previous = GENESIS;
  let after: [string, string, number] = ['', '', 0];
  for (;;) {
    const rows = await manager.query<ChainRow[]>('SELECT stream_kind, stream_id, seq, payload, request_id, ip, session_ref, prev_hash, hash FROM audit_event WHERE (stream_kind, stream_id, seq) > ($1, $2, $3) ORDER BY stream_kind, stream_id, seq LIMIT 1000', after);
    for (const row of rows) {
      const name = `${row.stream_kind}:${row.stream_id}`;
      if (name !== stream) { stream = name; streams += 1; expectedSeq = 0; previous = GENESIS; }
      expectedSeq += 1; events += 1;
      const origin = { requestId: row.request_id, ip: row.ip, sessionRef: row.session_ref };
      if (row.seq !== expectedSeq || row.prev_hash !== previous || row.hash !== eventHash(previous, row.stream_kind, row.stream_id, row.seq, row.payload, origin)) broken.push({ kind: row.stream_kind, id: row.stream_id, seq: row.seq });
      expectedSeq = row.seq; previous = row.hash;
    }
    const last = rows.at(-1);
    if (!last) return { events, streams, broken };
    after = [last.stream_kind, last.stream_id, last.seq];
  }
}
