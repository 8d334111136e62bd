import { changeNotice, endpoints } from '@suimon/contracts';
import type { ChangeNotice } from '@suimon/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { concerns } from './notice-reach.js';

const LOST_AFTER_MS = 4000;
/** One act makes several notices; reading once for all of them is enough. */
const GATHER_MS = 150;
const LONGEST_WAIT_MS = 60_000;

const parseNotice = (data: string): ChangeNotice | null => {
  try { return changeNotice.safeParse(JSON.parse(data)).data ?? null; } catch { return null; }
};

/** Listens until stopped. `report` hears of loss and return. */
export function listen(client: QueryClient, report: (online: boolean) => void): () => void {
  let source: EventSource | null = null;
  let lost: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let waitMs = 2000;
  let hasBeenOpen = false;
  let gather: ReturnType<typeof setTimeout> | undefined;
  let waiting: ChangeNotice[] = [];
  const deliver = (): void => {
    const notices = waiting;
    waiting = [];
    gather = undefined;
    void client.invalidateQueries({ predicate: ({ queryKey }) => notices.some((notice) => concerns(notice, queryKey)) });
  };
  const open = (): void => {
    source = new EventSource(`/api${endpoints.audit.events.path}`);
    source.addEventListener('open', () => {
      clearTimeout(lost);
      lost = undefined;
      waitMs = 2000;
      report(true);
      // Notices of the gap are gone for good, so everything on screen is read again once.
      if (hasBeenOpen) void client.invalidateQueries();
      hasBeenOpen = true;
    });
    source.addEventListener('message', ({ data }) => {
      const notice = typeof data === 'string' ? parseNotice(data) : null;
      if (!notice) return;
      waiting.push(notice);
      gather ??= setTimeout(deliver, GATHER_MS);
    });
    source.addEventListener('error', () => {
      // Nothing is said before the first connection: pages work without notices.
      if (hasBeenOpen) lost ??= setTimeout(() => report(false), LOST_AFTER_MS);
      // The browser gives up for good after an HTTP error; try again, ever more slowly.
      if (source?.readyState === EventSource.CLOSED) {
        retry = setTimeout(open, waitMs);
        waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
      }
    });
  };
  open();
  return () => { clearTimeout(lost); clearTimeout(retry); clearTimeout(gather); source?.close(); };
}
