import type { Standing, StandingEvent, StandingFacts, StandingInputs } from '../people/standing.js';
import { everybody } from './people.js';
import { newerAgreement, training } from './policies.js';
import { REASON, RIGHT_ANSWERS, standingAt, standingFacts } from './standings.js';
import type { World } from './walk.js';

export const standingWorld: World<Standing, StandingInputs, StandingFacts, StandingEvent> = {
  beginnings: [() => standingAt('active'), () => standingAt('suspended')],
  actors: everybody,
  inputs: {
    passTraining: () => [...Object.entries(RIGHT_ANSWERS).map(([moduleId, answers]) => ({ moduleId, answers })), { moduleId: 'safe-use', answers: { q1: 0 } }, { moduleId: 'nothing', answers: {} }],
    sign: () => [{ agreement: 'pledge', version: '1' }, { agreement: 'pledge', version: '99' }, { agreement: 'rules-of-use', version: '2' }],
    suspend: () => [{ reason: REASON }, { reason: 'short' }],
    reinstate: () => [{ reason: REASON }, { reason: '          ' }],
  },
  turns: [
    (journey) => journey.later(86_400 * 200),
    (journey) => journey.given({ agreements: newerAgreement('pledge') }),
    (journey) => journey.given(standingFacts),
    (journey) => journey.given({ training: training.map((module) => ({ ...module, version: `${module.version}0` })) }),
  ],
};
