import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entitledToProject } from '../projects/entitlement.js';
import { cast, system } from '../testing/people.js';
import { advertisedIsAccepted, columnsAreTrue, foldIsState, insist, onEvery, Reached, Walks } from '../testing/properties.js';
import { attempt } from '../testing/walk.js';
import { workspaceWorld } from '../testing/workspace.world.js';
import { LAUNCH, workspaceAt } from '../testing/workspaces.js';
import type { Workspace, WorkspaceInputs } from './workspace.js';
import { workspaceWorkflow } from './workspace.js';

describe('on random walks of workspaces', () => {
  const walks = new Walks(workspaceWorld, { runs: 200, maxSteps: 40 });

  test('I6: folding the events gives the state, and each command ends where its row says', () => {
    const reached = new Reached<Workspace, WorkspaceInputs>();
    walks.hold(foldIsState, columnsAreTrue, reached.note);
    expect(reached.missing(workspaceWorkflow)).toEqual([]);
  });

  test('I9: advertised commands are accepted commands, for everybody in every state', () => {
    walks.hold(advertisedIsAccepted(workspaceWorld));
  });

  test('I17: nothing starts without entitlement, and what runs without it can be stopped at once by the controller', () => {
    walks.hold((journey, tried) => {
      const { state, facts, now } = journey;
      if (tried?.name === 'start' && !tried.denial) insist(entitledToProject(facts.entitlement, now) && tried.actor.id === state.personId, 'started without entitlement');
      if (['starting', 'ready'].includes(state.status) && !entitledToProject(facts.entitlement, now)) insist(attempt(journey.fork(), 'lapse', system('controller'), {}).denial === null, 'it cannot be stopped');
    });
  });

  test('I8: a workspace that starts has a deadline, and only then', () => {
    walks.hold(({ state }) => insist((state.status === 'starting') === (state.deadlineAt !== null), `${state.status} and its deadline`));
  });

  test('each start is a new generation, and no other command makes one', () => {
    walks.hold(({ state }, tried) => {
      if (tried && !tried.denial) insist(state.generation === tried.before.generation + (tried.name === 'start' ? 1 : 0), `${tried.name} and the generation`);
    });
  });
});

describe('reports of the controller in any order, any number of times', () => {
  test('I7: reports of an earlier generation never make a workspace ready', () => {
    const reports = fc.array(fc.tuple(fc.constantFrom('progress', 'started', 'fail', 'stopped' as const), fc.nat(1)), { maxLength: 8 });
    onEvery([reports], (drawn) => {
      const journey = workspaceAt('failed').run('start', cast.requester, LAUNCH);
      for (const [name, generation] of drawn) attempt(journey, name, system('controller'), { generation, step: 'isolating', reason: 'start-timeout', evidence: '' });
      expect([journey.state.status, journey.state.generation]).toEqual(['starting', 2]);
    });
  });

  test('I7: a report that comes twice changes nothing the second time', () => {
    for (const [status, name] of [['starting', 'started'], ['starting', 'fail'], ['stopping', 'stopped']] as const) {
      const journey = workspaceAt(status);
      const input = { generation: journey.state.generation, reason: 'start-timeout', evidence: '' };
      expect(attempt(journey, name, system('controller'), input).denial).toBeNull();
      const once = JSON.stringify(journey.state);
      attempt(journey, name, system('controller'), input);
      expect(JSON.stringify(journey.state)).toBe(once);
    }
  });
});
