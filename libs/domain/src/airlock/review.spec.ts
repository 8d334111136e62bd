import { describe, expect, test } from '@jest/globals';
import { cast } from '../testing/people.js';
import { airlockPolicy } from '../testing/policies.js';
import { openProject } from '../testing/projects.js';
import { ballot, fileIdOf, intoConsolidation, intoReview, reviewed, scanned, sealed, sha, submitted, transferAt, transferFacts } from '../testing/transfers.js';
import type { PlannedFile, TransferJourney } from '../testing/transfers.js';
import { approversOf } from './rules.js';

const { stewardA, stewardB, stewardC } = cast;
const REASON = 'counts below ten';
const FOUR: readonly PlannedFile[] = ['a.csv', 'b.csv', 'c.csv', 'd.csv'].map((path) => ({ path }));
const asked = (journey: TransferJourney, steward: (typeof cast)[keyof typeof cast], path = 'table.csv', vote: 'approve' | 'changes' = 'approve'): string | null => journey.ask('vote', steward, ballot(journey.state, path, vote));

describe('who reviews', () => {
  test('a steward who is and was no member of the project votes, reviews, returns, approves and rejects', () => {
    expect(asked(intoReview('export'), stewardA)).toBeNull();
    const journey = intoConsolidation('export');
    expect([journey.ask('approve', stewardA, {}), journey.ask('reject', stewardA, { reason: REASON }), journey.ask('sendBack', stewardA, { reason: REASON })]).toEqual([null, null, null]);
  });
  test.each(['requester', 'lead', 'colleague', 'invitee', 'formerMember'] as const)('case 20: given a steward who is the %s, when they vote, return, approve or reject, then refused', (who) => {
    const review = intoReview('export');
    const journey = intoConsolidation('export');
    expect([asked(review, cast[who]), review.ask('submitReview', cast[who], {}), review.ask('sendBack', cast[who], { reason: REASON }), journey.ask('approve', cast[who], {}), journey.ask('reject', cast[who], { reason: REASON }), transferAt('approved').ask('undo', cast[who], {})]).toEqual(Array.from({ length: 6 }, () => 'access: not-permitted'));
  });
  test('a steward who declined an invitation into the project is not independent either', () => {
    const { state } = openProject();
    const project = { ...state, members: [...state.members, { personId: stewardA.id, status: 'declined' as const, termsVersion: null, joinedAt: null }] };
    expect(asked(intoReview('export').given({ project }), stewardA)).toBe('access: not-permitted');
  });
  test('no other role stands in for a steward', () => {
    expect([cast.security, cast.operator, cast.auditor, cast.secretary, cast.chair, cast.outsider].map((actor) => asked(intoReview('export'), actor))).toEqual(Array.from({ length: 6 }, () => 'access: not-permitted'));
  });
  test('case 5: given a draft, when a steward reviews it, then refused and nothing is recorded', () => {
    const journey = transferAt('draft');
    const past = journey.events.length;
    expect([asked(journey, stewardA), journey.ask('submitReview', stewardA, {}), journey.events.length]).toEqual(['state: not-in-this-state', 'state: not-in-this-state', past]);
  });
});

describe('votes', () => {
  test('are on one output file and its bytes', () => {
    const journey = intoReview('export').run('vote', stewardA, ballot(intoReview('export').state, 'table.csv'));
    expect(journey.state.votes).toEqual([{ reviewerId: 'steward-a', fileId: fileIdOf('table.csv'), sha256: sha('table.csv'), vote: 'approve', comment: '', round: 1, manifestHash: journey.state.manifest?.hash }]);
  });
  test('are of the one who votes, whatever else the input says', () => {
    const journey = intoReview('export');
    const spoofed = { ...ballot(journey.state, 'table.csv'), reviewerId: stewardB.id, manifestHash: sha('other'), type: 'transfer.released' };
    expect(journey.run('vote', stewardA, spoofed).state).toMatchObject({ status: 'in_review', votes: [{ reviewerId: 'steward-a', manifestHash: journey.state.manifest?.hash }] });
  });
  test('case 25: given a supporting file, when voted on, then refused', () => expect(asked(intoReview('export'), stewardA, 'method.txt')).toBe('rule: file-not-votable'));
  test('on other bytes or on no file are refused', () => {
    const journey = intoReview('export');
    expect(journey.ask('vote', stewardA, { ...ballot(journey.state, 'table.csv'), sha256: sha('other') })).toBe('rule: file-not-votable');
    expect(journey.ask('vote', stewardA, ballot(journey.state, 'none.csv'))).toBe('rule: file-not-votable');
  });
  test('case 21: given changes are asked for with no comment, then refused; with one, then taken', () => {
    const journey = intoReview('export');
    const changes = ballot(journey.state, 'table.csv', 'changes');
    expect([journey.ask('vote', stewardA, { ...changes, comment: '  no ' }), journey.ask('vote', stewardA, { ...changes, comment: 'round' })]).toEqual(['rule: comment-required', null]);
  });
  test('may be changed until the review is handed in, and the last one counts', () => {
    const journey = intoReview('export');
    journey.run('vote', stewardA, ballot(journey.state, 'table.csv', 'changes')).run('vote', stewardA, ballot(journey.state, 'table.csv'));
    expect(journey.state.votes.map(({ vote }) => vote)).toEqual(['approve']);
    journey.run('submitReview', stewardA, {});
    expect(asked(journey, stewardA, 'table.csv', 'changes')).toBe('rule: already-reviewed');
  });
});

describe('a review', () => {
  test('is handed in only with a vote on every output', () => {
    const journey = intoReview('export', FOUR);
    for (const path of ['a.csv', 'b.csv', 'c.csv']) journey.run('vote', stewardA, ballot(journey.state, path));
    expect(journey.ask('submitReview', stewardA, {})).toBe('rule: files-not-voted');
    expect(journey.run('vote', stewardA, ballot(journey.state, 'd.csv')).ask('submitReview', stewardA, {})).toBeNull();
  });
  test('needs the votes of the one who hands it in', () => {
    const journey = intoReview('export');
    journey.run('vote', stewardA, ballot(journey.state, 'table.csv'));
    expect(journey.ask('submitReview', stewardB, {})).toBe('rule: files-not-voted');
  });
  test('case 18: given two reviewers are needed and one has reviewed, then not yet consolidating; when the same steward reviews again, then refused', () => {
    const journey = reviewed(intoReview('export'), stewardA);
    expect([journey.state.status, journey.ask('submitReview', stewardA, {}), journey.ask('approve', stewardA, {})]).toEqual(['in_review', 'rule: already-reviewed', 'state: not-in-this-state']);
    expect(reviewed(journey, stewardB).state.status).toBe('consolidating');
  });
  test('one is enough where the policy says one', () => expect(reviewed(intoReview('import'), stewardA).state.status).toBe('consolidating'));
  test('case 31: given a double click on approve, then one transition', () => {
    const journey = transferAt('approved');
    expect([journey.ask('approve', stewardA, {}), journey.story().filter((type) => type === 'transfer.approved').length]).toEqual(['state: not-in-this-state', 1]);
  });
});

describe('approving', () => {
  test('case 24: given three of four files are approved by all, when the request is approved, then refused naming the fourth', () => {
    const journey = reviewed(reviewed(intoReview('export', FOUR), stewardA), stewardB, ['d.csv']);
    expect(journey.verdict('approve', stewardA, {})).toMatchObject({ kind: 'rule', code: 'approvals-missing', params: { file: 'd.csv', reviewers: 2 } });
  });
  test('I2: an approval of one who is no longer a steward does not count', () => {
    const journey = intoConsolidation('export').given({ activeStewards: [stewardB.id, stewardC.id] });
    expect([approversOf(journey.state, journey.facts), journey.ask('approve', stewardB, {})]).toEqual([['steward-b'], 'rule: approvals-missing']);
  });
  test('I2: an approval of one who has come into the project since does not count', () => {
    const { state } = openProject();
    const project = { ...state, members: [...state.members, { personId: stewardA.id, status: 'invited' as const, termsVersion: null, joinedAt: null }] };
    const journey = intoConsolidation('export').given({ project });
    expect([approversOf(journey.state, journey.facts), journey.ask('approve', stewardB, {})]).toEqual([['steward-b'], 'rule: approvals-missing']);
  });
  test('more reviewers asked for by a newer policy are waited for', () => {
    const journey = intoConsolidation('export').given({ policy: { ...airlockPolicy, export: { ...airlockPolicy.export, reviewers: 3 } } });
    expect(journey.verdict('approve', stewardA, {})).toMatchObject({ code: 'approvals-missing', params: { reviewers: 3 } });
  });
  test('is for a steward who reviewed this round', () => {
    expect([intoConsolidation('export').ask('approve', stewardC, {}), intoConsolidation('export').ask('reject', stewardC, { reason: REASON }), transferAt('approved').ask('undo', stewardC, {})]).toEqual(Array.from({ length: 3 }, () => 'rule: not-a-reviewer-of-round'));
  });
  test('needs the project in force', () => {
    expect(intoConsolidation('export').given({ project: { ...transferFacts.project, status: 'suspended' } }).ask('approve', stewardA, {})).toBe('rule: project-not-in-force');
  });
  test('opens a time in which it can be undone', () => {
    expect(transferAt('approved').state).toMatchObject({ deadlineAt: '2026-06-15T03:11:00.000Z', approval: { by: 'steward-a', coolingOffUntil: '2026-06-15T03:01:00.000Z', manifestHash: transferAt('approved').state.manifest?.hash } });
  });
});

describe('returning and rejecting', () => {
  test('case 22: given consolidating, when returned or rejected without a reason, then refused', () => {
    const journey = intoConsolidation('export');
    expect([journey.ask('sendBack', stewardA, { reason: ' short   ' }), journey.ask('reject', stewardA, { reason: '' })]).toEqual(['rule: reason-required', 'rule: reason-required']);
  });
  test('any independent steward may return early, with a reason that the requester reads', () => {
    expect(intoReview('export').run('sendBack', stewardC, { reason: REASON }).state).toMatchObject({ status: 'returned', manifest: null, reason: { code: 'by-reviewer', text: REASON, by: 'steward-c' } });
  });
  test('case 33: given an early return, then earlier votes stay in the record', () => {
    const journey = reviewed(intoReview('export'), stewardA, ['table.csv']).run('sendBack', stewardB, { reason: REASON });
    expect(journey.state.votes).toMatchObject([{ reviewerId: 'steward-a', vote: 'changes', comment: 'please round the counts', round: 1 }]);
    expect(journey.story()).toContain('transfer.file-voted');
  });
  test('a rejection is final', () => {
    const journey = intoConsolidation('export').run('reject', stewardA, { reason: REASON });
    expect([journey.state.status, journey.state.reason?.text, journey.ask('submit', cast.requester, {})]).toEqual(['rejected', REASON, 'state: not-in-this-state']);
  });
});

describe('a new round', () => {
  const again = (journey: TransferJourney): TransferJourney => scanned(sealed(submitted(journey)));
  test('starts with no approval, though not one byte has changed', () => {
    const first = intoConsolidation('export');
    const hash = first.state.manifest?.hash;
    const second = again(first.run('sendBack', stewardA, { reason: REASON }));
    expect([second.state.round, second.state.manifest?.hash === hash, approversOf(second.state, second.facts)]).toEqual([2, true, []]);
    expect([asked(second, stewardA), second.ask('submitReview', stewardA, {}), second.ask('approve', stewardA, {})]).toEqual([null, 'rule: files-not-voted', 'state: not-in-this-state']);
  });
  test('counts nobody who votes again but hands in no review again', () => {
    const second = again(intoConsolidation('export').run('sendBack', stewardA, { reason: REASON }));
    second.run('vote', stewardA, ballot(second.state, 'table.csv'));
    expect(approversOf(second.state, second.facts)).toEqual([]);
  });
  test('asks every reviewer again', () => {
    const second = again(intoConsolidation('export').run('sendBack', stewardA, { reason: REASON }));
    expect(reviewed(second, stewardA).ask('approve', stewardA, {})).toBe('state: not-in-this-state');
    expect(reviewed(second, stewardC).run('approve', stewardC, {}).state.status).toBe('approved');
  });
  test('I5: a vote is bound to the manifest; sealed again with other bytes, it counts for nothing', () => {
    const { state, facts } = intoConsolidation('export');
    const resealed = (content: string) => ({ ...state, manifest: state.manifest && { hash: sha(content), files: state.manifest.files.map((file) => ({ ...file, sha256: sha(content) })) } });
    expect([approversOf(state, facts).length, approversOf(resealed('other'), facts), approversOf({ ...state, manifest: state.manifest && { ...state.manifest, hash: sha('other') } }, facts), approversOf({ ...state, manifest: null }, facts)]).toEqual([2, [], [], []]);
  });
  test('a reviewer who has votes but handed in no review is no approver', () => {
    const journey = reviewed(intoReview('export'), stewardA);
    journey.run('vote', stewardB, ballot(journey.state, 'table.csv'));
    expect(approversOf(journey.state, journey.facts)).toEqual(['steward-a']);
  });
});
