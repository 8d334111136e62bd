import { describe, expect, test } from '@jest/globals';
import { cast, NOW } from '../testing/people.js';
import { newerAgreement } from '../testing/policies.js';
import { entitlementFacts } from '../testing/projects.js';
import type { EntitlementFacts, LaunchConditionId } from './entitlement.js';
import { entitled, entitledToProject, firstUnmet, LAUNCH_CONDITIONS, launchConditions } from './entitlement.js';

const all = entitlementFacts();
const { project, standing } = all;
const unmet = (facts: EntitlementFacts, aal: number | null = 2, now = NOW): readonly LaunchConditionId[] => launchConditions(facts, aal, now).filter(({ met }) => !met).map(({ id }) => id);
const memberWith = (change: Partial<(typeof project.members)[number]>): EntitlementFacts => entitlementFacts({ project: { ...project, members: project.members.map((member) => (member.personId === cast.requester.id ? { ...member, ...change } : member)) } });

/** One way or more to turn each condition off, and only it. The session level is asked of the session, below. */
const off: Record<Exclude<LaunchConditionId, 'session-level'>, readonly EntitlementFacts[]> = {
  'not-suspended': [entitlementFacts({ standing: { ...standing, status: 'suspended' } })],
  'project-active': (['opening', 'suspended', 'closed'] as const).map((status) => entitlementFacts({ project: { ...project, status } })),
  started: [entitlementFacts({ project: { ...project, startsOn: '2026-06-16' } }), entitlementFacts({ project: { ...project, startsOn: '' } })],
  'not-ended': [entitlementFacts({ project: { ...project, endsOn: '2026-06-14' } }), entitlementFacts({ project: { ...project, endsOn: '' } })],
  'desktop-approved': [entitlementFacts({ project: { ...project, useClass: 'viewing' } })],
  joined: (['invited', 'declined', 'removed'] as const).map((status) => memberWith({ status })),
  terms: [memberWith({ termsVersion: '2' }), memberWith({ termsVersion: null }), entitlementFacts({ agreements: newerAgreement('project-terms') }), entitlementFacts({ agreements: all.agreements.filter(({ id }) => id !== 'project-terms') })],
  training: [entitlementFacts({ standing: { ...standing, trainings: [] } }), entitlementFacts({ standing: { ...standing, trainings: standing.trainings.slice(1) } }), entitlementFacts({ training: all.training.map((module) => ({ ...module, version: '9' })) })],
  pledge: [entitlementFacts({ standing: { ...standing, agreements: standing.agreements.filter(({ id }) => id !== 'pledge') } }), entitlementFacts({ agreements: newerAgreement('pledge') })],
  'rules-of-use': [entitlementFacts({ standing: { ...standing, agreements: standing.agreements.filter(({ id }) => id !== 'rules-of-use') } }), entitlementFacts({ agreements: newerAgreement('rules-of-use') })],
  'identity-level': [entitlementFacts({ ial: 1 })],
  'dataset-offered': [entitlementFacts({ datasets: { registry: 'withdrawn', claims: 'draft' } }), entitlementFacts({ datasets: {} }), entitlementFacts({ project: { ...project, datasets: [] } })],
};

describe('the launch gate', () => {
  test('is open when every condition is met, in the order of the page', () => {
    expect(launchConditions(all, 2, NOW)).toEqual(LAUNCH_CONDITIONS.map((id) => ({ id, met: true })));
    expect([firstUnmet(all, 2, NOW), entitledToProject(all, NOW), entitled(all, 'registry', NOW)]).toEqual([null, true, true]);
  });
  test.each(Object.entries(off).flatMap(([id, ways]) => ways.map((facts, index) => [id, index + 1, facts] as const)))('%s alone closes it (way %i)', (id, _index, facts) => {
    expect(unmet(facts)).toEqual([id]);
    expect([firstUnmet(facts, 2, NOW), entitledToProject(facts, NOW), entitled(facts, 'registry', NOW)]).toEqual([`launch-${id}`, false, false]);
  });
  test('a session of one factor alone closes it; where no session asks, none is asked for', () => {
    expect([unmet(all, 1), firstUnmet(all, 1, NOW), unmet(all, null), entitledToProject(all, NOW)]).toEqual([['session-level'], 'launch-session-level', [], true]);
  });
  test('every condition has a way to be turned off here', () => expect([...Object.keys(off), 'session-level'].sort()).toEqual([...LAUNCH_CONDITIONS].sort()));
  test('of several unmet conditions the first of the page is named', () => expect(firstUnmet(entitlementFacts({ ial: 0, standing: { ...standing, status: 'suspended' } }), 1, NOW)).toBe('launch-not-suspended'));
  test('a stranger to the project meets neither joining nor terms', () => expect(unmet(entitlementFacts({ standing: { ...standing, id: cast.outsider.id } }))).toEqual(['joined', 'terms']));
});

describe('the period of use, in Japan time', () => {
  const on = (now: string): readonly LaunchConditionId[] => unmet(all, 2, now);
  test('begins at the first instant of the start date', () => expect([on('2026-03-31T14:59:59.999Z'), on('2026-03-31T15:00:00.000Z')]).toEqual([['started'], []]));
  test('includes the whole of the end date, and not an instant more', () => expect([on('2027-03-31T14:59:59.999Z'), on('2027-03-31T15:00:00.000Z')]).toEqual([[], ['not-ended']]));
  test('of one day is that day', () => {
    const day = entitlementFacts({ project: { ...project, startsOn: '2026-06-15', endsOn: '2026-06-15' } });
    expect(['2026-06-14T14:59:59.999Z', '2026-06-14T15:00:00.000Z', '2026-06-15T14:59:59.999Z', '2026-06-15T15:00:00.000Z'].map((now) => entitledToProject(day, now))).toEqual([false, true, true, false]);
  });
  test('training that lapses within it closes the gate at that instant', () => {
    const long = entitlementFacts({ project: { ...project, endsOn: '2030-03-31' } });
    expect([unmet(long, 2, '2027-06-15T02:59:59.999Z'), unmet(long, 2, '2027-06-15T03:00:00.000Z')]).toEqual([[], ['training']]);
  });
});

describe('entitlement to one dataset', () => {
  test('is for datasets in the approved scope that are published', () => expect([entitled(all, 'registry', NOW), entitled(all, 'claims', NOW), entitled(all, 'elsewhere', NOW)]).toEqual([true, true, false]));
  test('a published dataset outside the scope stays outside', () => expect(entitled(entitlementFacts({ datasets: { ...all.datasets, elsewhere: 'published' } }), 'elsewhere', NOW)).toBe(false));
  test('one dataset that is withdrawn leaves the other, and the project', () => {
    const facts = entitlementFacts({ datasets: { registry: 'withdrawn', claims: 'published' } });
    expect([entitled(facts, 'registry', NOW), entitled(facts, 'claims', NOW), entitledToProject(facts, NOW)]).toEqual([false, true, true]);
  });
});
