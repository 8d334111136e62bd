import { describe, expect, test } from '@jest/globals';
import { cast, NOW, person, withOneFactor } from '../testing/people.js';
import { agreements, newerAgreement, training } from '../testing/policies.js';
import { beginStanding, REASON, RIGHT_ANSWERS, standingAt, trainedStanding } from '../testing/standings.js';
import { agreementValid, trainingValid } from './standing.js';

const self = cast.requester;
const answers = (change: Readonly<Record<string, number>> = {}) => ({ moduleId: 'safe-use', answers: { ...RIGHT_ANSWERS['safe-use'], ...change } });

describe('training', () => {
  test('is passed with the pass mark, and counts for as long as the module says', () => {
    expect(beginStanding().run('passTraining', self, answers({ q3: 0 })).state.trainings).toEqual([{ moduleId: 'safe-use', version: '1', score: 2, passedAt: NOW, validUntil: '2027-06-15T03:00:00.000Z' }]);
  });
  test('is not passed below the pass mark, and the refusal says how far', () => {
    expect(beginStanding().verdict('passTraining', self, answers({ q2: 0, q3: 0 }))).toMatchObject({ code: 'quiz-not-passed', params: { score: 1, passMark: 2 } });
    expect(beginStanding().verdict('passTraining', self, { moduleId: 'safe-use', answers: {} })).toMatchObject({ code: 'quiz-not-passed', params: { score: 0, passMark: 2 } });
  });
  test('of an unknown module is refused', () => expect(beginStanding().ask('passTraining', self, { moduleId: 'none', answers: {} })).toBe('rule: training-unknown'));
  test('answers to questions of no quiz count for nothing', () => expect(beginStanding().ask('passTraining', self, { moduleId: 'safe-use', answers: { q4: 1, q5: 1 } })).toBe('rule: quiz-not-passed'));
  test('may be retaken, and the last pass counts', () => {
    const journey = beginStanding().run('passTraining', self, answers()).later(86_400).run('passTraining', self, answers({ q3: 0 }));
    expect(journey.state.trainings).toMatchObject([{ score: 2, passedAt: '2026-06-16T03:00:00.000Z' }]);
  });
  test('is taken by the person alone, signed in with two factors', () => {
    expect([withOneFactor(self), cast.lead, cast.security].map((actor) => beginStanding().ask('passTraining', actor, answers()))).toEqual(Array.from({ length: 3 }, () => 'access: not-permitted'));
  });
  test('is valid when every module is passed in its current version and has not lapsed', () => {
    const standing = trainedStanding(self.id);
    expect(trainingValid(standing, training, NOW)).toBe(true);
    expect(trainingValid(beginStanding().run('passTraining', self, answers()).state, training, NOW)).toBe(false);
    expect(trainingValid(standing, training.map((module) => ({ ...module, version: '9' })), NOW)).toBe(false);
  });
  test('lapses at the instant it is valid until', () => {
    const standing = trainedStanding(self.id);
    expect([trainingValid(standing, training, '2027-06-15T02:59:59.999Z'), trainingValid(standing, training, '2027-06-15T03:00:00.000Z')]).toEqual([true, false]);
  });
});

describe('agreements', () => {
  test('are signed in the current version, and the last signature counts', () => {
    const journey = beginStanding().run('sign', self, { agreement: 'pledge', version: '1' }).given({ agreements: newerAgreement('pledge') });
    expect(agreementValid(journey.state, journey.facts.agreements, 'pledge')).toBe(false);
    journey.run('sign', self, { agreement: 'pledge', version: '99' });
    expect([journey.state.agreements.length, agreementValid(journey.state, journey.facts.agreements, 'pledge')]).toEqual([1, true]);
  });
  test('of another version than the current are refused', () => {
    expect([beginStanding().ask('sign', self, { agreement: 'pledge', version: '2' }), beginStanding().ask('sign', self, { agreement: 'rules-of-use', version: '1' })]).toEqual(Array.from({ length: 2 }, () => 'rule: agreement-version-not-current'));
  });
  test('are signed by the person alone', () => expect([cast.lead, cast.security, withOneFactor(self)].map((actor) => beginStanding().ask('sign', actor, { agreement: 'pledge', version: '1' }))).toEqual(Array.from({ length: 3 }, () => 'access: not-permitted')));
  test('a text that the policy does not have is signed by nobody', () => expect(agreementValid(trainedStanding(self.id), agreements.filter(({ id }) => id !== 'pledge'), 'pledge')).toBe(false));
});

describe('suspension', () => {
  test('is put on and lifted by a security officer with a reason', () => {
    expect(standingAt('active').run('suspend', cast.security, { reason: REASON }).run('reinstate', cast.security, { reason: REASON }).state.status).toBe('active');
    expect([standingAt('active').ask('suspend', cast.security, { reason: 'too short' }), standingAt('suspended').ask('reinstate', cast.security, { reason: '            ' })]).toEqual(['rule: reason-required', 'rule: reason-required']);
  });
  test('a reason is ten characters or more, spaces around it not counted', () => {
    expect([standingAt('active').ask('suspend', cast.security, { reason: '  123456789 ' }), standingAt('active').ask('suspend', cast.security, { reason: ' 1234567890 ' })]).toEqual(['rule: reason-required', null]);
  });
  test('is nobody else’s, and no security officer’s over themselves', () => {
    const own = beginStanding(cast.security.id);
    expect([standingAt('active').ask('suspend', cast.operator, { reason: REASON }), standingAt('active').ask('suspend', self, { reason: REASON }), own.ask('suspend', cast.security, { reason: REASON }), own.ask('suspend', person('other', ['security']), { reason: REASON })]).toEqual(['access: not-permitted', 'access: not-permitted', 'access: not-permitted', null]);
  });
  test('while it lasts, nothing is learned or signed', () => {
    expect([standingAt('suspended').ask('passTraining', self, answers()), standingAt('suspended').ask('sign', self, { agreement: 'pledge', version: '1' })]).toEqual(['state: not-in-this-state', 'state: not-in-this-state']);
  });
});
