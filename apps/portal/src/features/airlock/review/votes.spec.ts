import { describe, expect, it } from '@jest/globals';
import type { TransferFileView } from '@suimon/contracts';
import { nextOpen, outputsOf, stateOf } from './votes.js';

const reviewer = { id: 'r', displayName: { ja: '', en: '' }, organisation: { ja: '', en: '' } };
const file = (id: string, vote?: 'approve' | 'changes', change: Partial<TransferFileView> = {}): TransferFileView => ({
  id, path: id, role: 'output', sizeBytes: 1, sha256: null, use: null, note: '', verdicts: [], votes: vote ? [{ reviewer, vote, comment: '', mine: true }] : [], downloadsLeft: null, ...change,
});

describe('votes on the files of a request', () => {
  it('counts one’s own vote only', () => {
    const others = file('a', undefined, { votes: [{ reviewer, vote: 'approve', comment: '', mine: false }] });
    expect(stateOf(others)).toBe('open');
    expect(stateOf(file('b', 'changes'))).toBe('changes');
  });
  it('leaves supporting files out of what is voted on', () => {
    const files = [file('a'), file('b', undefined, { role: 'supporting' })];
    expect(outputsOf({ files }).map(({ id }) => id)).toEqual(['a']);
    expect(nextOpen({ files }, 'a')).toBeUndefined();
  });
  it('goes on to the next file without a vote, and round to the first', () => {
    const files = [file('a'), file('b', 'approve'), file('c'), file('d')];
    expect(nextOpen({ files }, 'a')?.id).toBe('c');
    expect(nextOpen({ files }, 'd')?.id).toBe('a');
  });
});
