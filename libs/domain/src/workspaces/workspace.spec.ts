import { describe, expect, test } from '@jest/globals';
import { LAUNCH_CONDITIONS } from '../projects/entitlement.js';
import { cast, system, withOneFactor } from '../testing/people.js';
import { workspacePolicy } from '../testing/policies.js';
import { entitlementFacts, openProject, projectAt } from '../testing/projects.js';
import { REASON } from '../testing/standings.js';
import { beginWorkspace, LAUNCH, workspaceAt } from '../testing/workspaces.js';

const { requester, lead } = cast;
const controller = system('controller');
const stop = { reason: 'by-owner' };

describe('starting a workspace', () => {
  test('is done by its owner, who declares the place, and has a deadline', () => {
    expect(beginWorkspace().run('start', requester, LAUNCH).state).toMatchObject({ status: 'starting', profileId: 'small', generation: 1, deadlineAt: '2026-06-15T03:02:00.000Z', reason: null });
  });
  test('is done by nobody else: not the lead, not an operator, not the controller', () => {
    expect([lead, cast.colleague, cast.operator, cast.security, controller, withOneFactor(requester)].map((actor) => beginWorkspace().ask('start', actor, LAUNCH))).toEqual(Array.from({ length: 6 }, () => 'access: not-permitted'));
  });
  test('is refused while a condition of the launch gate is not met, and says which', () => {
    const closed = beginWorkspace().given({ entitlement: entitlementFacts({ ial: 1 }) });
    expect(closed.verdict('start', requester, LAUNCH)).toMatchObject({ kind: 'rule', code: 'launch-gate-closed', params: { condition: 'launch-identity-level' } });
    expect(closed.commands(requester).start).toBe('launch-gate-closed');
  });
  test('asks the session for the assurance that the policy asks for', () => {
    const journey = beginWorkspace().given({ entitlement: entitlementFacts({ workspacePolicy: { ...workspacePolicy, minimumAal: 3 } }) });
    expect(journey.verdict('start', requester, LAUNCH)?.params).toEqual({ condition: 'launch-session-level' });
    expect(journey.ask('start', { ...requester, aal: 3 }, LAUNCH)).toBeNull();
    expect(LAUNCH_CONDITIONS).toContain('session-level');
  });
  test('is refused for a size that is not offered, and without a declaration of the place', () => {
    expect([beginWorkspace().ask('start', requester, { ...LAUNCH, profileId: 'huge' }), beginWorkspace().ask('start', requester, { ...LAUNCH, placeDeclared: false })]).toEqual(['rule: profile-unknown', 'rule: place-not-declared']);
  });
  test('is refused while it runs; after a failure or a stop it is a new generation', () => {
    expect([workspaceAt('starting'), workspaceAt('ready'), workspaceAt('stopping')].map((journey) => journey.ask('start', requester, LAUNCH))).toEqual(Array.from({ length: 3 }, () => 'state: not-in-this-state'));
    expect(workspaceAt('failed').run('start', requester, LAUNCH).state).toMatchObject({ status: 'starting', generation: 2, reason: null });
  });
});

describe('reports of the controller', () => {
  test('show the steps, then readiness', () => {
    const journey = workspaceAt('starting').run('progress', controller, { generation: 1, step: 'isolating' });
    expect(journey.state.step).toBe('isolating');
    expect(journey.run('started', controller, { generation: 1 }).state).toMatchObject({ status: 'ready', step: null, deadlineAt: null, readyAt: '2026-06-15T03:00:00.000Z' });
  });
  test('name a failure by its code', () => expect(workspaceAt('ready').run('fail', controller, { generation: 1, reason: 'out-of-memory', evidence: '' }).state).toMatchObject({ status: 'failed', reason: 'out-of-memory', readyAt: null }));
  test('of another generation are superseded', () => {
    const started = workspaceAt('starting');
    for (const generation of [0, 2]) {
      expect([started.ask('progress', controller, { generation, step: 'x' }), started.ask('started', controller, { generation }), started.ask('fail', controller, { generation, reason: 'x', evidence: '' }), workspaceAt('stopping').ask('stopped', controller, { generation })]).toEqual(Array.from({ length: 4 }, () => 'rule: superseded'));
    }
  });
  test('are the controller’s alone', () => {
    expect([requester, lead, cast.operator, system('opener')].flatMap((actor) => [workspaceAt('starting').ask('started', actor, { generation: 1 }), workspaceAt('starting').ask('progress', actor, { generation: 1, step: 'x' }), workspaceAt('starting').ask('fail', actor, { generation: 1, reason: 'x', evidence: '' }), workspaceAt('stopping').ask('stopped', actor, { generation: 1 })])).toEqual(Array.from({ length: 16 }, () => 'access: not-permitted'));
  });
  test('that come late change nothing', () => expect([workspaceAt('stopping').ask('started', controller, { generation: 1 }), workspaceAt('stopped').ask('fail', controller, { generation: 0, reason: 'x', evidence: '' })]).toEqual(['state: not-in-this-state', 'state: not-in-this-state']));
});

describe('stopping a workspace', () => {
  test('is done by its owner, the lead, an operator or a security officer', () => {
    for (const actor of [requester, lead, cast.operator, cast.security]) expect(workspaceAt('ready').run('stop', actor, stop).state).toMatchObject({ status: 'stopping', reason: 'by-owner', deadlineAt: null });
    expect(workspaceAt('stopping').run('stopped', controller, { generation: 1 }).state).toMatchObject({ status: 'stopped', readyAt: null });
  });
  test('is not done by other members, stewards or auditors', () => expect([{ ...cast.colleague, roles: ['researcher'] as const }, cast.stewardA, cast.auditor, controller].map((actor) => workspaceAt('ready').ask('stop', actor, stop))).toEqual(Array.from({ length: 4 }, () => 'access: not-permitted')));
  test('works at any time while something runs, and never asks for entitlement', () => {
    const ended = { entitlement: entitlementFacts({ project: projectAt('closed').state }) };
    expect([workspaceAt('starting').given(ended).ask('stop', requester, stop), workspaceAt('failed').ask('stop', requester, stop), workspaceAt('stopped').ask('stop', requester, stop)]).toEqual([null, null, 'state: not-in-this-state']);
  });
});

describe('I17: when the entitlement behind it ends', () => {
  const ends = [
    { project: projectAt('suspended').state }, { project: projectAt('closed').state }, { project: openProject().run('removeMember', lead, { personId: requester.id, reason: REASON }).state },
    { standing: { ...entitlementFacts().standing, status: 'suspended' as const } }, { datasets: { registry: 'withdrawn' as const, claims: 'withdrawn' as const } },
  ];
  test.each(ends.map((change, index) => [index + 1, change] as const))('the controller stops the workspace (way %i)', (_way, change) => {
    const entitlement = entitlementFacts(change);
    for (const status of ['starting', 'ready'] as const) expect(workspaceAt(status).given({ entitlement }).run('lapse', controller, {}).state).toMatchObject({ status: 'stopping', reason: 'entitlement-ended' });
  });
  test('at the end of the last day', () => expect([workspaceAt('ready').at('2027-03-31T14:59:59.999Z').ask('lapse', controller, {}), workspaceAt('ready').at('2027-03-31T15:00:00.000Z').ask('lapse', controller, {})]).toEqual(['rule: still-entitled', null]));
  test('and not before, and nobody else', () => {
    expect(workspaceAt('ready').ask('lapse', controller, {})).toBe('rule: still-entitled');
    expect([requester, lead, cast.operator].map((actor) => workspaceAt('ready').ask('lapse', actor, {}))).toEqual(Array.from({ length: 3 }, () => 'access: not-permitted'));
  });
});
