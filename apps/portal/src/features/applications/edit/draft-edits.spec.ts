import { describe, expect, it } from '@jest/globals';
import type { ProposalShape } from '@suimon/contracts';
import type { DraftEdits } from './draft-edits.js';
import { applyEdits, clashingFields, isEmpty, joinEdits, NO_EDITS, patchOf, touchedFields, withoutSent } from './draft-edits.js';

const saved: ProposalShape = {
  title: 'Old title', useClass: 'desktop', period: null, memberIds: ['a'], answers: { purpose: 'why', method: 'how' },
  datasets: [{ slug: 'lung', version: '1.0.0', items: ['patients.age'] }, { slug: 'liver', version: '1.0.0', items: [] }],
};
const edits = (change: Partial<DraftEdits>): DraftEdits => joinEdits(NO_EDITS, change);

describe('what was typed and is not yet saved', () => {
  it('stands over what is saved, field by field', () => {
    const now = applyEdits(saved, edits({ title: 'New', answers: { method: 'better' }, datasets: { lung: null, heart: { slug: 'heart', version: '2.0.0', items: ['visits.day'] } } }));
    expect(now.title).toBe('New');
    expect(now.answers).toEqual({ purpose: 'why', method: 'better' });
    expect(now.datasets.map(({ slug }) => slug)).toEqual(['liver', 'heart']);
  });
  it('is sent with everything else that the API would replace along with it', () => {
    expect(patchOf(saved, edits({ answers: { method: 'better' } }))).toEqual({ answers: { purpose: 'why', method: 'better' } });
    expect(patchOf(saved, edits({ period: null }))).toEqual({ period: null });
    expect(patchOf(saved, NO_EDITS)).toEqual({});
  });
  it('keeps what was typed over while a request was out', () => {
    const sent = edits({ title: 'New', answers: { purpose: 'wh', method: 'x' } });
    const left = withoutSent(joinEdits(sent, { answers: { purpose: 'why not' } }), sent);
    expect(touchedFields(left)).toEqual(['answer:purpose']);
    expect(isEmpty(withoutSent(sent, sent))).toBe(true);
  });
});

describe('a change made elsewhere', () => {
  const latest = { ...saved, title: 'Their title', answers: { purpose: 'their why', method: 'how' } };
  it('clashes only with a field typed in here', () => {
    expect(clashingFields(saved, latest, edits({ title: 'My title', answers: { method: 'my how' } }), NO_EDITS)).toEqual(['title']);
  });
  it('is no clash when both wrote the same, or when it is our own earlier text', () => {
    expect(clashingFields(saved, latest, edits({ title: 'Their title' }), NO_EDITS)).toEqual([]);
    expect(clashingFields(saved, latest, edits({ title: 'Their title, longer' }), edits({ title: 'Their title' }))).toEqual([]);
  });
});
