import { describe, expect, test } from '@jest/globals';
import { advertisedIsAccepted, columnsAreTrue, foldIsState, insist, Reached, Walks } from '../testing/properties.js';
import { standingWorld } from '../testing/standing.world.js';
import type { Standing, StandingInputs } from './standing.js';
import { standingWorkflow } from './standing.js';

describe('on random walks of standings', () => {
  const walks = new Walks(standingWorld, { runs: 150, maxSteps: 30 });

  test('I6: folding the events gives the state, and each command ends where its row says', () => {
    const reached = new Reached<Standing, StandingInputs>();
    walks.hold(foldIsState, columnsAreTrue, reached.note);
    expect(reached.missing(standingWorkflow)).toEqual([]);
  });

  test('I9: advertised commands are accepted commands, for everybody in every state', () => {
    walks.hold(advertisedIsAccepted(standingWorld));
  });

  test('one entry a module and one a text: the newest', () => {
    walks.hold(({ state }) => {
      insist(new Set(state.trainings.map(({ moduleId }) => moduleId)).size === state.trainings.length, 'a module twice');
      insist(new Set(state.agreements.map(({ id }) => id)).size === state.agreements.length, 'a text twice');
    });
  });

  test('nobody learns or signs for another person, and nobody suspends or reinstates themselves', () => {
    walks.hold(({ state }, tried) => {
      if (tried && !tried.denial) insist((tried.actor.id === state.id) === ['passTraining', 'sign'].includes(tried.name), `${tried.name} by ${tried.actor.id}`);
    });
  });
});
