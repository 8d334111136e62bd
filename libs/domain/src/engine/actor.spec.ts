import { describe, expect, test } from '@jest/globals';
import { person, system, withOneFactor } from '../testing/people.js';
import { actorRef, hasRole, isSystem } from './actor.js';

describe('actors', () => {
  test('a person has a role only when signed in with two factors', () => {
    const steward = person('a', ['steward']);
    expect(hasRole(steward, 'steward')).toBe(true);
    expect(hasRole(steward, 'security', 'steward')).toBe(true);
    expect(hasRole(steward, 'security')).toBe(false);
    expect(hasRole(withOneFactor(steward), 'steward')).toBe(false);
  });
  test('a job has no role, and is only itself', () => {
    expect(hasRole(system('scanner'), 'steward', 'operator', 'security')).toBe(false);
    expect(isSystem(system('scanner'), 'scanner')).toBe(true);
    expect(isSystem(system('scanner'), 'releaser')).toBe(false);
  });
  test('a person named like a job is not that job, and is written differently', () => {
    expect(isSystem(person('scanner', ['steward']), 'scanner')).toBe(false);
    expect([actorRef(person('scanner', [])), actorRef(system('scanner'))]).toEqual(['scanner', 'system:scanner']);
  });
});
