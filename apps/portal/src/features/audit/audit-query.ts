import { STREAM_KINDS } from '@suimon/contracts';
import type { endpoints } from '@suimon/contracts';
import type { QueryOf } from '@suimon/contracts';
import type { ListState } from '../../lib/list-state.js';
import { isUuid } from './use-names.js';

export type StreamKind = (typeof STREAM_KINDS)[number];
export type AuditQuery = Partial<QueryOf<typeof endpoints.audit.log>>;
const DAY_MS = 86_400_000;

export const streamKind = (value: string): StreamKind | undefined => STREAM_KINDS.find((kind) => kind === value);
/** Midnight in Japan at the start of a day, as the API wants it; nothing for what is not a day. */
export const startOfDay = (day: string, plusDays = 0): string | undefined => {
  const at = Date.parse(`${day}T00:00:00+09:00`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at) ? new Date(at + plusDays * DAY_MS).toISOString() : undefined;
};

/** The filters of the address as the API reads them. What cannot be meant is left out; both days count in full. */
export function auditQuery(state: ListState): AuditQuery {
  const kind = streamKind(state.filter('kind'));
  const personId = state.filter('personId');
  const from = startOfDay(state.filter('from'));
  const to = startOfDay(state.filter('to'), 1);
  return {
    q: state.q.slice(0, 200), page: state.page,
    ...(kind ? { kind } : {}), ...(isUuid(personId) ? { personId } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}),
    ...(state.filter('streamId') ? { streamId: state.filter('streamId').slice(0, 80) } : {}), ...(state.filter('type') ? { type: state.filter('type').slice(0, 80) } : {}),
  };
}
