import { endpoints } from '@suimon/contracts';
import type { AuditEntry } from '@suimon/contracts';
import { call } from '../../lib/api.js';
import type { AuditQuery } from './audit-query.js';
import { saveAsFile, toCsv } from './csv.js';
import type { Names } from './use-names.js';

const HEADER = ['id', 'at', 'actorId', 'actor', 'type', 'sentence', 'kind', 'recordId', 'reason', 'detail'];

/** Saves entries as CSV: as they were written, with the sentence and names that the reader saw. */
export function saveEntries(entries: readonly AuditEntry[], tell: (entry: AuditEntry) => string, names: Names): void {
  const rows = entries.map((entry) => [entry.id, entry.at, entry.actor.id, names.actor(entry.actor), entry.type, tell(entry), entry.stream.kind, entry.stream.id, entry.reason ?? '', JSON.stringify(entry.detail)]);
  saveAsFile(`suimon-audit-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.csv`, toCsv([HEADER, ...rows]));
}

/** All entries that a filter finds, page after page. New events push older ones on to the next page, so one may come twice, but none is missed. */
export async function readEntries(query: AuditQuery, pages: number, signal: AbortSignal, report: (pagesRead: number) => void): Promise<readonly AuditEntry[]> {
  const found = new Map<string, AuditEntry>();
  for (let page = 1; page <= pages; page += 1) {
    const { items } = await call(endpoints.audit.log, { query: { ...query, page }, signal });
    for (const entry of items) found.set(entry.id, entry);
    report(page);
  }
  return [...found.values()];
}
