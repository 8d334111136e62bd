import { changeNotice, endpoints } from '@suimon/contracts';
import type { ChangeNotice } from '@suimon/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { concerns } from './notice-reach.js';
import { readKey } from './queries.js';

const LOST_AFTER_MS = 4000;
/** One act makes several notices; reading once for all of them is enough. */
const GATHER_MS = 150;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

const parseNotice = (data: unknown): ChangeNotice | null => {
  try { return typeof data === 'string' ? changeNotice.safeParse(JSON.parse(data)).data ?? null : null; } catch { return null; }
};

/** Collects notices for a moment, then marks what they concern as out of date. */
function gatherer(client: QueryClient): { add: (notice: ChangeNotice) => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: ChangeNotice[] = [];
  const deliver = (): void => {
    const notices = waiting;
    waiting = [];
    timer = undefined;
    void client.invalidateQueries({ predicate: ({ queryKey }) => notices.some((notice) => concerns(notice, queryKey)) });
  };
  return { add: (notice) => { waiting.push(notice); timer ??= setTimeout(deliver, GATHER_MS); }, stop: () => clearTimeout(timer) };
}

/** Listens until stopped. `report` hears of loss and return. */
export function listen(client: QueryClient, report: (online: boolean) => void): () => void {
  const gathered = gatherer(client);
  let source: EventSource | null = null;
  let lost: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;
  let hasBeenOpen = false;
  const opened = (): void => {
    clearTimeout(lost);
    lost = undefined;
    waitMs = FIRST_WAIT_MS;
    report(true);
    // Notices of the gap are gone for good, so everything on screen is read again once.
    if (hasBeenOpen) void client.invalidateQueries();
    hasBeenOpen = true;
  };
  const failed = (): void => {
    // Nothing is said before the first connection: pages work without notices.
    if (hasBeenOpen) lost ??= setTimeout(() => report(false), LOST_AFTER_MS);
    if (source?.readyState !== EventSource.CLOSED) return;
    // The browser gives up for good after an HTTP error, such as the end of the session. Ask who is signed in; try again, ever more slowly.
    void client.invalidateQueries({ queryKey: readKey(endpoints.people.me, {}) });
    retry = setTimeout(open, waitMs);
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  };
  function open(): void {
    source = new EventSource(`/api${endpoints.audit.events.path}`);
    source.addEventListener('open', opened);
    source.addEventListener('message', ({ data }) => { const notice = parseNotice(data); if (notice) gathered.add(notice); });
    source.addEventListener('error', failed);
  }
  open();
  return () => { clearTimeout(lost); clearTimeout(retry); gathered.stop(); source?.close(); };
}
