import type { Standing, StandingEvent, StandingFacts, StandingInputs } from '../people/standing.js';
import { newStanding, standingWorkflow } from '../people/standing.js';
import { Journey } from './journey.js';
import { cast, NOW, person } from './people.js';
import { agreements, training } from './policies.js';

export const standingFacts: StandingFacts = { training, agreements };
export type StandingJourney = Journey<Standing, StandingInputs, StandingFacts, StandingEvent>;
export const RIGHT_ANSWERS: Readonly<Record<string, Readonly<Record<string, number>>>> = { 'safe-use': { q1: 0, q2: 1, q3: 2 }, disclosure: { q1: 1 } };
export const REASON = 'a reason that is long enough';

export const beginStanding = (personId: string = cast.requester.id): StandingJourney => Journey.begin(standingWorkflow, newStanding(personId), standingFacts, NOW);
/** Training passed, pledge and rules of use signed, by the person's own commands. */
export function trainedStanding(personId: string): Standing {
  const self = person(personId, ['researcher']);
  const journey = beginStanding(personId);
  for (const module of training) journey.run('passTraining', self, { moduleId: module.id, answers: RIGHT_ANSWERS[module.id] ?? {} });
  return journey.run('sign', self, { agreement: 'pledge', version: '1' }).run('sign', self, { agreement: 'rules-of-use', version: '2' }).state;
}
export const standingAt = (status: Standing['status']): StandingJourney => {
  const journey = beginStanding();
  return status === 'active' ? journey : journey.run('suspend', cast.security, { reason: REASON });
};
