import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ApplicationView, ProposalShape } from '@suimon/contracts';
import type { DraftEdits } from './draft-edits.js';
import { applyEdits, isEmpty, joinEdits, NO_EDITS } from './draft-edits.js';
import { DraftKeeper } from './draft-keeper.js';

const PAUSE_MS = 1000;
const person = { id: 'a', displayName: { ja: 'A', en: 'A' }, organisation: { ja: 'O', en: 'O' } };
const view = (proposal: Partial<ProposalShape>, version: number): ApplicationView => ({
  id: 'x', version, status: 'draft', title: '', applicant: person, round: 0, updatedAt: '', turn: null, datasets: [], form: { version: '1.0.0', sections: [] }, members: [], changes: [], submissions: [], returns: [],
  review: null, decision: null, contract: null, projectId: null, submitParams: {},
  proposal: { title: '', answers: {}, useClass: 'desktop', datasets: [], memberIds: [], period: null, ...proposal },
  commands: { edit: null, submit: null, withdraw: null, startScreening: null, sendBack: null, openToCommittee: null, declareInterest: null, judge: null, vote: null, decide: null, recordContract: null, projectOpened: null },
});

/** A server of one draft that can be cut off and that others may write to. */
function server(start: ApplicationView, kept: DraftEdits = NO_EDITS) {
  let stored = start;
  let fails: 'passing' | 'refused' | null = null;
  let copy: DraftEdits = kept;
  const sent: Partial<ProposalShape>[] = [];
  const keeper = new DraftKeeper(start, kept, {
    save: async (patch, version) => {
      if (fails) throw new Error(fails);
      if (version !== stored.version) throw new Error('stale');
      sent.push(patch);
      stored = view({ ...stored.proposal, ...patch }, stored.version + 1);
      return stored;
    },
    reload: async () => stored,
    keep: (edits) => { copy = edits; },
    kindOf: (error) => (error instanceof Error && (error.message === 'stale' || error.message === 'passing') ? error.message : 'refused'),
  });
  return { keeper, sent, stored: () => stored, copy: () => copy, fail: (kind: typeof fails) => { fails = kind; }, write: (patch: Partial<ProposalShape>) => { stored = view({ ...stored.proposal, ...patch }, stored.version + 1); } };
}

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

describe('a draft that is saved as it is typed', () => {
  it('is sent once after a pause, however many keys were pressed', async () => {
    const { keeper, sent, copy } = server(view({}, 1));
    for (const title of ['t', 'ti', 'tit']) keeper.edit({ title });
    expect(keeper.snapshot().state.kind).toBe('saving');
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    expect(sent).toEqual([{ title: 'tit' }]);
    expect(keeper.snapshot().state.kind).toBe('saved');
    expect(isEmpty(copy())).toBe(true);
  });

  it('keeps a copy while the connection is gone and saves it once it is back', async () => {
    const { keeper, stored, copy, fail } = server(view({}, 1));
    fail('passing');
    keeper.edit({ answers: { purpose: 'typed offline' } });
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    expect(keeper.snapshot().state.kind).toBe('failed');
    expect(copy().answers).toEqual({ purpose: 'typed offline' });
    fail(null);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(stored().proposal.answers).toEqual({ purpose: 'typed offline' });
    expect(isEmpty(copy())).toBe(true);
  });

  it('does not try a refusal again by itself and keeps the text', async () => {
    const { keeper, sent, copy, fail } = server(view({}, 1));
    fail('refused');
    keeper.edit({ title: 'kept' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    fail(null);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(keeper.snapshot().state.kind).toBe('refused');
    expect(sent).toEqual([]);
    expect(copy().title).toBe('kept');
  });

  it('merges what was changed elsewhere under what is typed here and says which field met', async () => {
    const { keeper, stored, write } = server(view({ answers: { purpose: 'old', method: 'old' } }, 1));
    write({ answers: { purpose: 'theirs', method: 'theirs' } });
    keeper.edit({ answers: { purpose: 'mine' } });
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    expect(stored().proposal.answers).toEqual({ purpose: 'mine', method: 'theirs' });
    expect(keeper.snapshot().clashes).toEqual([{ field: 'answer:purpose', theirs: 'theirs' }]);
  });

  it('brings back what an earlier visit could not save', async () => {
    const kept = joinEdits(NO_EDITS, { title: 'from before' });
    const { keeper, stored } = server(view({ title: 'saved' }, 4), kept);
    expect(keeper.snapshot().proposal.title).toBe('from before');
    expect(keeper.snapshot().restored).toBe(true);
    expect(await keeper.flush()).toBe(true);
    expect(applyEdits(stored().proposal, NO_EDITS).title).toBe('from before');
  });

  it('tries no more once the page is closed', async () => {
    const { keeper, sent, fail } = server(view({}, 1));
    fail('passing');
    keeper.edit({ title: 'closing' });
    keeper.attend(false);
    await keeper.flush();
    fail(null);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(sent).toEqual([]);
  });
});
