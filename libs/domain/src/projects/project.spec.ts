import { describe, expect, test } from '@jest/globals';
import { cast, NOW, person, system, withOneFactor } from '../testing/people.js';
import { newerAgreement } from '../testing/policies.js';
import { beginProject, opening, openProject, projectAt, TERMS } from '../testing/projects.js';
import { REASON } from '../testing/standings.js';
import { inForce, isJoined, memberOf, newProject } from './project.js';

const { lead, requester, invitee, colleague, formerMember, outsider, security, secretary } = cast;
const terms = { termsVersion: TERMS };

describe('opening a project', () => {
  test('is the job’s, and invites the lead and every named member once', () => {
    const { state } = beginProject().run('open', system('opener'), { ...opening, memberIds: [requester.id, lead.id, requester.id] });
    expect(state).toMatchObject({ id: 'project-1', status: 'active', number: 'P-2026-001', leadId: 'lead' });
    expect(state.members).toEqual(['lead', 'requester'].map((personId) => ({ personId, status: 'invited', termsVersion: null, joinedAt: null })));
  });
  test('is no person’s', () => expect([lead, secretary, security].map((actor) => beginProject().ask('open', actor, opening))).toEqual(Array.from({ length: 3 }, () => 'access: not-permitted')));
  test('happens once', () => expect(openProject().ask('open', system('opener'), opening)).toBe('state: not-in-this-state'));
});

describe('joining', () => {
  test('is done by the invited, by accepting the current terms', () => {
    expect(memberOf(openProject().run('join', invitee, terms).state, invitee.id)).toEqual({ personId: 'invitee', status: 'joined', termsVersion: '3', joinedAt: NOW });
  });
  test('by accepting any other version is refused', () => {
    expect([openProject().ask('join', invitee, { termsVersion: '2' }), openProject().given({ agreements: newerAgreement('project-terms') }).ask('join', invitee, terms), openProject().given({ agreements: [] }).ask('join', invitee, terms)]).toEqual(Array.from({ length: 3 }, () => 'rule: agreement-version-not-current'));
  });
  test('case 40: given an invitation that was taken, declined or withdrawn, or one of another person, when used, then refused', () => {
    const journey = openProject().run('decline', invitee, {});
    expect([requester, invitee, formerMember, outsider, withOneFactor(colleague)].map((actor) => journey.ask('join', actor, terms))).toEqual(Array.from({ length: 5 }, () => 'access: not-permitted'));
  });
  test('after the last day of the project is refused; on it, it is not', () => {
    expect([openProject().at('2027-03-31T14:59:59.999Z').ask('join', invitee, terms), openProject().at('2027-03-31T15:00:00.000Z').ask('join', invitee, terms)]).toEqual([null, 'rule: project-over']);
  });
  test('case 40: given a closed project, when joined, then refused; a suspended one may be joined and grants nothing', () => {
    expect([projectAt('closed').ask('join', invitee, terms), projectAt('suspended').ask('join', invitee, terms), inForce(projectAt('suspended').run('join', invitee, terms).state, NOW)]).toEqual(['state: not-in-this-state', null, false]);
  });
  test('may be declined instead', () => expect(memberOf(openProject().run('decline', invitee, {}).state, invitee.id)?.status).toBe('declined'));
});

describe('inviting', () => {
  test('is done by the lead, of an active researcher account', () => expect(memberOf(openProject().run('invite', lead, { personId: outsider.id }).state, outsider.id)).toMatchObject({ status: 'invited', termsVersion: null }));
  test('is not done by a member, a secretary or a security officer', () => expect([requester, secretary, security].map((actor) => openProject().ask('invite', actor, { personId: outsider.id }))).toEqual(Array.from({ length: 3 }, () => 'access: not-permitted')));
  test('of an unknown person is refused', () => expect(openProject().ask('invite', lead, { personId: 'nobody' })).toBe('rule: member-unknown'));
  test('of one who is invited or joined is refused', () => expect([openProject().ask('invite', lead, { personId: invitee.id }), openProject().ask('invite', lead, { personId: requester.id }), openProject().ask('invite', lead, { personId: lead.id })]).toEqual(Array.from({ length: 3 }, () => 'rule: already-a-member')));
  test('of one who was removed or declined asks them anew, and their old acceptance counts no more', () => {
    expect(memberOf(openProject().run('invite', lead, { personId: formerMember.id }).state, formerMember.id)).toEqual({ personId: 'former-member', status: 'invited', termsVersion: null, joinedAt: null });
    expect(openProject().run('decline', invitee, {}).ask('invite', lead, { personId: invitee.id })).toBeNull();
  });
  test('into a project that is over or suspended is refused', () => expect([openProject().at('2027-03-31T15:00:00.000Z').ask('invite', lead, { personId: outsider.id }), projectAt('suspended').ask('invite', lead, { personId: outsider.id })]).toEqual(['rule: project-over', 'state: not-in-this-state']));
});

describe('removing a member', () => {
  const remove = (personId: string, reason = REASON) => ({ personId, reason });
  test('is done by the lead or a security officer outside the project, with a reason', () => {
    for (const actor of [lead, security]) expect(isJoined(openProject().run('removeMember', actor, remove(colleague.id)).state, colleague.id)).toBe(false);
    expect(openProject().ask('removeMember', lead, remove(colleague.id, 'too short'))).toBe('rule: reason-required');
  });
  test('works on an invitation too, and while the project is suspended', () => expect([openProject().ask('removeMember', lead, remove(invitee.id)), projectAt('suspended').ask('removeMember', lead, remove(colleague.id))]).toEqual([null, null]));
  test('is not done by another member, even one who is a security officer elsewhere', () => expect(openProject().ask('removeMember', requester, remove(colleague.id))).toBe('access: not-permitted'));
  test('never takes the lead away, nor anybody who is not a member', () => {
    expect([lead.id, formerMember.id, outsider.id].map((personId) => openProject().ask('removeMember', security, remove(personId)))).toEqual(Array.from({ length: 3 }, () => 'rule: member-not-removable'));
  });
  test('leaves the person on the list, so that they stay unfit to review the project', () => expect(memberOf(openProject().state, formerMember.id)?.status).toBe('removed'));
});

describe('suspending, resuming and closing', () => {
  test('a security officer outside the project suspends and resumes it, with a reason', () => {
    expect(openProject().run('suspend', security, { reason: REASON }).run('resume', security, { reason: REASON }).state.status).toBe('active');
    expect([openProject().ask('suspend', security, { reason: '' }), projectAt('suspended').ask('resume', security, { reason: '' })]).toEqual(['rule: reason-required', 'rule: reason-required']);
  });
  test('nobody else does, and no member whatever roles they hold', () => {
    for (const actor of [lead, requester, invitee, formerMember, secretary, cast.operator]) expect([openProject().ask('suspend', actor, { reason: REASON }), projectAt('suspended').ask('resume', actor, { reason: REASON })]).toEqual(['access: not-permitted', 'access: not-permitted']);
  });
  test('the lead or a secretary outside the project closes it, with a reason', () => {
    expect([lead, secretary].map((actor) => openProject().run('close', actor, { reason: REASON }).state.status)).toEqual(['closed', 'closed']);
    expect([openProject().ask('close', lead, { reason: 'x' }), projectAt('suspended').ask('close', lead, { reason: REASON })]).toEqual(['rule: reason-required', null]);
  });
  test('a member who is a secretary elsewhere does not close it', () => expect([requester, formerMember, security].map((actor) => openProject().ask('close', actor, { reason: REASON }))).toEqual(Array.from({ length: 3 }, () => 'access: not-permitted')));
  test('a closed project is left by nothing', () => {
    for (const actor of [...Object.values(cast), system('opener'), person('other', ['security'])]) expect(Object.values(projectAt('closed').commands(actor)).filter((code) => code === null)).toEqual([]);
  });
});

describe('in force', () => {
  const at = (now: string): boolean => inForce(openProject().state, now);
  test('from the first instant of the first day in Japan to the last of the last day', () => {
    expect([at('2026-03-31T14:59:59.999Z'), at('2026-03-31T15:00:00.000Z'), at('2027-03-31T14:59:59.999Z'), at('2027-03-31T15:00:00.000Z')]).toEqual([false, true, true, false]);
  });
  test('only while active, and never before it is opened', () => expect([projectAt('active'), projectAt('suspended'), projectAt('closed')].map(({ state }) => inForce(state, NOW)).concat(inForce(newProject('p'), NOW))).toEqual([true, false, false, false]));
});
