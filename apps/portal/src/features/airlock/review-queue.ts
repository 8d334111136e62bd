import type { TransferSummary } from '@suimon/contracts';

/** How urgent a waiting request is, most urgent first. */
export const QUEUE_GROUPS = ['overdue', 'week', 'days', 'new'] as const;
export type QueueGroup = (typeof QUEUE_GROUPS)[number];
const DAY_MS = 86_400_000;

/** By due date where there is one, else by how long it has waited. */
export function groupOf({ turn, updatedAt }: Pick<TransferSummary, 'turn' | 'updatedAt'>, now: number): QueueGroup {
  if (turn?.until && new Date(turn.until).getTime() < now) return 'overdue';
  const days = (now - new Date(turn?.since ?? updatedAt).getTime()) / DAY_MS;
  return days >= 5 ? 'week' : days >= 1 ? 'days' : 'new';
}
