import { endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../../../lib/api.js';
import { useOnline } from '../../../lib/change-notices.js';
import { codeOf, ProblemError } from '../../../lib/problem-error.js';
import { readKey, settle } from '../../../lib/queries.js';
import { isEmpty } from './draft-edits.js';
import type { DraftSnapshot, DraftWays } from './draft-keeper.js';
import { DraftKeeper } from './draft-keeper.js';
import { keepEdits, readKeptEdits } from './kept-edits.js';

const kindOf: DraftWays['kindOf'] = (error) => {
  if (codeOf(error) === 'version-stale') return 'stale';
  return error instanceof ProblemError && (error.unreachable || error.problem.status >= 500 || error.problem.status === 429) ? 'passing' : 'refused';
};

export interface Draft extends DraftSnapshot { readonly edit: DraftKeeper['edit']; readonly flush: DraftKeeper['flush']; /** The view once all is saved, else null. */ readonly settled: () => Promise<ApplicationView | null>; readonly dismissClashes: () => void }

/** The draft of one application while it is being written. `view` is the newest answer of the server. */
export function useDraft(view: ApplicationView): Draft {
  const client = useQueryClient();
  const online = useOnline();
  const { id } = view;
  const [keeper] = useState(() => {
    const read = { params: { id } };
    return new DraftKeeper(view, readKeptEdits(id), {
      save: async (proposal, version) => {
        const saved = await call(endpoints.applications.edit, { ...read, body: { proposal }, ifMatch: version });
        void settle(client, endpoints.applications.edit, saved);
        return saved;
      },
      reload: () => client.fetchQuery({ queryKey: readKey(endpoints.applications.one, read), queryFn: () => call(endpoints.applications.one, read), staleTime: 0 }),
      keep: (edits) => keepEdits(id, edits),
      kindOf,
    });
  });
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  useEffect(() => keeper.accept(view), [keeper, view]);
  // Also sends what an earlier visit could not save, and tries at once when the connection is back.
  useEffect(() => { if (online && !isEmpty(keeper.snapshot().edits)) void keeper.flush(); }, [keeper, online]);
  useEffect(() => {
    keeper.attend(true);
    const leave = (): void => { void keeper.flush(); };
    const guard = (event: BeforeUnloadEvent): void => { if (!isEmpty(keeper.snapshot().edits)) event.preventDefault(); };
    const hide = (): void => { if (document.visibilityState === 'hidden') leave(); };
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('beforeunload', guard);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('beforeunload', guard);
      keeper.attend(false);
      leave();
    };
  }, [keeper]);
  return { ...snapshot, edit: keeper.edit, flush: keeper.flush, settled: async () => ((await keeper.flush()) ? keeper.snapshot().view : null), dismissClashes: keeper.dismissClashes };
}
