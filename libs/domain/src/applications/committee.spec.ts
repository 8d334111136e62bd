import { describe, expect, test } from '@jest/globals';
import { APPROVAL, chaired, inCommittee, judged, REJECTION, voted, withVotes } from '../testing/applications.js';
import type { ApplicationJourney } from '../testing/applications.js';
import { cast, person } from '../testing/people.js';
import { committeePolicy } from '../testing/policies.js';
import { REASON } from '../testing/standings.js';
import { carried, countedVotes } from './rules.js';
import type { Vote } from './state.js';

const { memberA, memberB, memberC, memberD, chair } = cast;
const YES = { vote: 'yes', rationale: '' } as const;
const counted = (journey: ApplicationJourney): readonly string[] => countedVotes(journey.state, journey.facts).map(({ memberId }) => memberId);
const without = (journey: ApplicationJourney, ...gone: readonly string[]): ApplicationJourney => journey.given({ committeeMembers: journey.facts.committeeMembers.filter((id) => !gone.includes(id)) });
const declare = (journey: ApplicationJourney, member: typeof memberA, conflicted: boolean): ApplicationJourney => journey.run('declareInterest', member, { conflicted, note: conflicted ? 'same laboratory' : '' });

describe('a member of the committee', () => {
  test('declares interests, judges every item, and votes', () => {
    expect(voted(inCommittee(), memberA, 'yes').state.votes).toEqual([{ memberId: 'member-a', vote: 'yes', rationale: '', at: '2026-06-15T03:00:00.000Z' }]);
  });
  test('speaks for themselves, whatever else the input says', () => {
    const spoof = { memberId: memberB.id, type: 'application.project-opened' };
    const journey = inCommittee().run('declareInterest', memberA, { conflicted: false, note: '', ...spoof });
    for (const itemId of ['purpose', 'safety', 'benefit']) journey.run('judge', memberA, { itemId, result: 'fit', comment: '', ...spoof });
    journey.run('vote', memberA, { ...YES, ...spoof });
    expect([journey.state.status, ...[...journey.state.interests, ...journey.state.judgements, ...journey.state.votes].map(({ memberId }) => memberId)]).toEqual(['in_committee', 'member-a', 'member-a', 'member-a', 'member-a', 'member-a']);
  });
  test('declares before judging or voting', () => {
    expect([inCommittee().ask('judge', memberA, { itemId: 'purpose', result: 'fit', comment: '' }), inCommittee().ask('vote', memberA, YES)]).toEqual(['rule: interest-not-declared', 'rule: interest-not-declared']);
  });
  test('with a conflict takes no further part', () => {
    const journey = declare(inCommittee(), memberA, true);
    expect([journey.ask('judge', memberA, { itemId: 'purpose', result: 'fit', comment: '' }), journey.ask('vote', memberA, YES)]).toEqual(['rule: member-conflicted', 'rule: member-conflicted']);
  });
  test('judges every item before voting', () => {
    const journey = declare(inCommittee(), memberA, false).run('judge', memberA, { itemId: 'purpose', result: 'fit', comment: '' });
    expect(journey.ask('vote', memberA, YES)).toBe('rule: items-not-judged');
    expect(journey.run('judge', memberA, { itemId: 'safety', result: 'fit', comment: '' }).ask('vote', memberA, YES)).toBe('rule: items-not-judged');
    expect(journey.run('judge', memberA, { itemId: 'benefit', result: 'fit', comment: '' }).ask('vote', memberA, YES)).toBeNull();
  });
  test('judges only items of the policy, and says why one is not fit', () => {
    const journey = declare(inCommittee(), memberA, false);
    const ask = (itemId: string, result: 'fit' | 'unfit' | 'needs-change', comment: string): string | null => journey.ask('judge', memberA, { itemId, result, comment });
    expect([ask('none', 'fit', ''), ask('purpose', 'unfit', ''), ask('purpose', 'needs-change', ' abcd '), ask('purpose', 'unfit', 'abcde'), ask('purpose', 'fit', '')]).toEqual(['rule: review-item-unknown', 'rule: comment-required', 'rule: comment-required', null, null]);
  });
  test('may judge an item again before voting, and the last judgement counts', () => {
    const journey = declare(inCommittee(), memberA, false).run('judge', memberA, { itemId: 'purpose', result: 'unfit', comment: 'unclear' }).run('judge', memberA, { itemId: 'purpose', result: 'fit', comment: '' });
    expect(journey.state.judgements).toEqual([{ memberId: 'member-a', itemId: 'purpose', result: 'fit', comment: '' }]);
  });
  test('votes once, and judges and declares nothing afterwards', () => {
    const journey = voted(inCommittee(), memberA, 'yes');
    expect([journey.ask('vote', memberA, YES), journey.ask('judge', memberA, { itemId: 'purpose', result: 'fit', comment: '' }), journey.ask('declareInterest', memberA, { conflicted: true, note: 'late' })]).toEqual(Array.from({ length: 3 }, () => 'rule: already-voted'));
  });
  test('votes again in another round, on a fresh sheet', () => {
    const journey = voted(inCommittee(), memberA, 'no').run('sendBack', cast.secretary, { comment: REASON }).run('submit', cast.requester, {}).run('startScreening', cast.secretary, {}).run('openToCommittee', cast.secretary, {});
    expect([journey.state.votes, journey.ask('vote', memberA, YES)]).toEqual([[], 'rule: interest-not-declared']);
    expect(counted(voted(journey, memberA, 'yes'))).toEqual(['member-a']);
  });
});

describe('who is no member for this case', () => {
  test('case 45: given a member is in the applying team, then excluded without a declaration', () => {
    expect([cast.requester, cast.colleague].flatMap((actor) => [inCommittee().ask('declareInterest', actor, { conflicted: false, note: '' }), inCommittee().ask('vote', actor, YES), inCommittee().ask('decide', actor, APPROVAL)])).toEqual(Array.from({ length: 6 }, () => 'access: not-permitted'));
  });
  test('case 42: given a person who was not seated when the case was opened, when they take part, then refused', () => {
    const late = person('late-member', ['committee']);
    expect(inCommittee().given({ committeeMembers: [memberA.id, late.id] }).ask('declareInterest', late, { conflicted: false, note: '' })).toBe('access: not-permitted');
  });
  test('one who has left the committee since', () => expect(without(inCommittee(), memberA.id).ask('declareInterest', memberA, { conflicted: false, note: '' })).toBe('access: not-permitted'));
  test('one who has lost the role', () => expect(inCommittee().ask('declareInterest', person(memberA.id, ['researcher']), { conflicted: false, note: '' })).toBe('access: not-permitted'));
  test('case 44: when a member votes after the decision, then refused', () => {
    const journey = chaired(withVotes(inCommittee(), 'yes', 'yes', 'yes')).run('decide', chair, APPROVAL);
    expect(journey.ask('vote', memberD, YES)).toBe('state: not-in-this-state');
  });
});

describe('the quorum', () => {
  test('case 44: given a quorum of three, when two have voted, then the chair cannot decide', () => {
    const journey = chaired(withVotes(inCommittee(), 'yes', 'yes'));
    expect(journey.verdict('decide', chair, APPROVAL)).toMatchObject({ code: 'quorum-not-met', params: { votes: 2, quorum: 3 } });
  });
  test('is met by the third vote, be it an abstention', () => {
    expect([chaired(withVotes(inCommittee(), 'yes', 'yes', 'no')).ask('decide', chair, APPROVAL), chaired(withVotes(inCommittee(), 'yes', 'yes', 'abstain')).ask('decide', chair, APPROVAL)]).toEqual([null, null]);
  });
  test('case 44: the third vote, of a member who has left since, does not count', () => {
    const journey = without(chaired(withVotes(inCommittee(), 'yes', 'yes', 'yes')), memberC.id);
    expect([counted(journey), journey.ask('decide', chair, APPROVAL)]).toEqual([['member-a', 'member-b'], 'rule: quorum-not-met']);
  });
  test('case 44: a member who recused themselves is not counted', () => {
    const journey = chaired(declare(withVotes(inCommittee(), 'yes', 'yes'), memberC, true));
    expect([counted(journey), journey.ask('decide', chair, APPROVAL)]).toEqual([['member-a', 'member-b'], 'rule: quorum-not-met']);
  });
  test('a vote that is on record with a conflict, or of the applying team, is not counted', () => {
    const { state, facts } = withVotes(inCommittee(), 'yes', 'yes', 'yes');
    const conflicted = { ...state, interests: state.interests.map((interest) => ({ ...interest, conflicted: interest.memberId === memberA.id })) };
    const ofTheTeam = { ...state, votes: state.votes.map((vote) => (vote.memberId === memberA.id ? { ...vote, memberId: cast.colleague.id } : vote)) };
    expect([countedVotes(conflicted, facts).length, countedVotes(ofTheTeam, facts).length]).toEqual([2, 2]);
  });
  test('the vote of the chair counts like any other', () => {
    const journey = voted(withVotes(inCommittee(), 'yes', 'yes'), chair, 'no');
    expect([counted(journey), journey.ask('decide', chair, APPROVAL)]).toEqual([['member-a', 'member-b', 'chair'], null]);
  });
});

describe('the rule of the votes', () => {
  const table: readonly (readonly [readonly Vote['vote'][], boolean, boolean, boolean])[] = [
    // votes, majority, two-thirds, unanimous
    [['yes', 'yes', 'yes'], true, true, true],
    [['yes', 'yes', 'no'], true, true, false],
    [['yes', 'yes', 'no', 'no'], false, false, false],
    [['yes', 'yes', 'yes', 'no'], true, true, false],
    [['yes', 'no', 'no'], false, false, false],
    [['no', 'no', 'no'], false, false, false],
    [['abstain', 'abstain', 'abstain'], false, false, false],
    [['yes', 'abstain', 'abstain'], true, true, true],
    [['yes', 'no', 'abstain'], false, false, false],
    [['yes', 'abstain', 'no', 'no'], false, false, false],
  ];
  test.each(table)('%j: carried by a majority %s, by two thirds %s, unanimously %s', (votes, ...expected) => {
    const { state, facts } = withVotes(inCommittee(), ...votes);
    expect((['majority', 'two-thirds', 'unanimous'] as const).map((rule) => carried(state, { ...facts, committeePolicy: { ...committeePolicy, rule } }))).toEqual(expected);
  });
  test('two thirds and a simple majority part at three to two', () => {
    const journey = voted(withVotes(inCommittee(), 'yes', 'yes', 'yes', 'no'), chair, 'no');
    expect((['majority', 'two-thirds'] as const).map((rule) => carried(journey.state, { ...journey.facts, committeePolicy: { ...committeePolicy, rule } }))).toEqual([true, false]);
  });
});

describe('the decision', () => {
  const carrying = (): ApplicationJourney => chaired(withVotes(inCommittee(), 'yes', 'yes', 'no'));
  const failing = (): ApplicationJourney => chaired(withVotes(inCommittee(), 'no', 'no', 'yes'));
  const ask = (change: Partial<typeof APPROVAL>): string | null => carrying().ask('decide', chair, { ...APPROVAL, ...change });
  test('is recorded by the chair, with who, when and why', () => {
    expect(carrying().run('decide', chair, APPROVAL).state).toMatchObject({ status: 'approved', decision: { outcome: 'approved', by: 'chair', at: '2026-06-15T03:00:00.000Z', reason: REASON, startsOn: '2026-07-01', endsOn: '2027-06-30' } });
    expect(failing().run('decide', chair, REJECTION).state.status).toBe('rejected');
  });
  test('is nobody else’s: not the secretary’s, not a member’s, not the applicant’s', () => {
    expect([cast.secretary, memberA, cast.requester, person('other-chair', ['chair'])].map((actor) => carrying().ask('decide', actor, APPROVAL))).toEqual(Array.from({ length: 4 }, () => 'access: not-permitted'));
  });
  test('follows the votes, either way', () => expect([carrying().ask('decide', chair, REJECTION), failing().ask('decide', chair, APPROVAL)]).toEqual(['rule: outcome-against-votes', 'rule: outcome-against-votes']));
  test('is not made by a chair who has declared nothing or a conflict', () => {
    const journey = withVotes(inCommittee(), 'yes', 'yes', 'yes');
    expect([journey.ask('decide', chair, APPROVAL), declare(journey, chair, true).ask('decide', chair, APPROVAL)]).toEqual(['rule: interest-not-declared', 'rule: member-conflicted']);
  });
  test('has a reason', () => expect([ask({ reason: ' 123456789 ' }), ask({ reason: ' 1234567890 ' }), failing().ask('decide', chair, { ...REJECTION, reason: '' })]).toEqual(['rule: reason-required', null, 'rule: reason-required']));
  test('case 38: given the end date is today or past, when approved, then refused; tomorrow, then taken', () => {
    expect(['2026-06-14', '2026-06-15', '2026-06-16'].map((endsOn) => ask({ startsOn: '2026-04-01', endsOn }))).toEqual(['rule: end-date-not-in-future', 'rule: end-date-not-in-future', null]);
  });
  test('case 38: today is the day in Japan', () => {
    const at = (now: string): string | null => carrying().at(now).ask('decide', chair, { ...APPROVAL, startsOn: '2026-04-01', endsOn: '2026-06-16' });
    expect([at('2026-06-15T14:59:59.999Z'), at('2026-06-15T15:00:00.000Z')]).toEqual([null, 'rule: end-date-not-in-future']);
  });
  test('an approval ends after it starts', () => expect([ask({ startsOn: '2027-01-02', endsOn: '2027-01-01' }), ask({ startsOn: '2027-01-01', endsOn: '2027-01-01' })]).toEqual(['rule: end-date-not-in-future', 'rule: end-date-not-in-future']));
  test('a rejection needs no dates', () => expect(failing().ask('decide', chair, REJECTION)).toBeNull());
  test('instead of deciding, the case can be sent back, by the secretary or the chair', () => {
    expect([cast.secretary, chair].map((actor) => carrying().ask('sendBack', actor, { comment: REASON }))).toEqual([null, null]);
    expect([memberA, memberB, cast.requester].map((actor) => carrying().ask('sendBack', actor, { comment: REASON }))).toEqual(Array.from({ length: 3 }, () => 'access: not-permitted'));
  });
  test('a member who judged but never voted does not hold it up', () => expect(judged(carrying(), memberD).ask('decide', chair, APPROVAL)).toBeNull());
});
