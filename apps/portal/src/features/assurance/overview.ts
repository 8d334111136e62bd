import type { endpoints } from '@suimon/contracts';
import type { ResponseOf } from '@suimon/contracts';

export type Overview = ResponseOf<typeof endpoints.audit.overview>;
export type Service = Overview['services'][number];

/** How many records of a kind stand in some states. */
export const countOf = ({ counts }: Overview, kind: string, ...statuses: readonly string[]): number =>
  counts.filter((entry) => entry.kind === kind && statuses.includes(entry.status)).reduce((sum, { count }) => sum + count, 0);
/** Parts that do not answer, of those named, or of all. */
export const silent = ({ services }: Overview, ...names: readonly string[]): readonly Service[] =>
  services.filter(({ name, ok }) => !ok && (names.length === 0 || names.includes(name)));
