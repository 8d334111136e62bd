import type { Actor, StandingEvent, StandingFacts, StandingInputs } from '@suimon/domain';
import { hasRole, standingWorkflow } from '@suimon/domain';
import type { RecordDefinition } from '../command-runner.js';
import type { PolicySource } from '../ports.js';

export type StandingDefinition = RecordDefinition<'standing', StandingInputs, StandingFacts, StandingEvent>;
/** Training, pledge, rules of use and suspension of one person. */
export const standingDefinition = (policy: PolicySource): StandingDefinition => ({
  kind: 'standing',
  workflow: standingWorkflow,
  loadFacts: () => Promise.resolve({ training: policy.current.training, agreements: policy.current.agreements }),
  isVisible: (standing, actor: Actor) => actor.id === standing.id || hasRole(actor, 'security', 'operator', 'auditor'),
});
