import type { Actor, PersonActor, Role, SystemActor, SystemActorId } from '../engine/actor.js';
import { SYSTEM_ACTORS } from '../engine/actor.js';
import type { Instant } from '../engine/time.js';

/** The instant at which specs begin: noon of 15 June 2026 in Japan. */
export const NOW: Instant = '2026-06-15T03:00:00.000Z';

/** A person signed in with two factors, unless `change` says otherwise. */
export const person = (id: string, roles: readonly Role[], change: Partial<PersonActor> = {}): PersonActor => ({ kind: 'person', id, roles, organisationId: 'org-1', aal: 2, secondFactorAt: NOW, ...change });
export const system = (id: SystemActorId): SystemActor => ({ kind: 'system', id });
export const everySystem: readonly SystemActor[] = SYSTEM_ACTORS.map(system);

/**
 * The cast of the specs. Team members hold every role on purpose: what keeps them from judging their own work must be
 * their place in the project, not a role they happen to lack.
 */
export const EVERY_ROLE = ['researcher', 'steward', 'secretary', 'committee', 'chair', 'operator', 'security', 'auditor'] as const satisfies readonly Role[];
export const cast = {
  lead: person('lead', EVERY_ROLE),
  requester: person('requester', EVERY_ROLE),
  colleague: person('colleague', EVERY_ROLE),
  invitee: person('invitee', EVERY_ROLE),
  formerMember: person('former-member', EVERY_ROLE),
  stewardA: person('steward-a', ['steward']),
  stewardB: person('steward-b', ['steward']),
  stewardC: person('steward-c', ['steward']),
  secretary: person('secretary', ['secretary']),
  memberA: person('member-a', ['committee']),
  memberB: person('member-b', ['committee']),
  memberC: person('member-c', ['committee']),
  memberD: person('member-d', ['committee']),
  chair: person('chair', ['chair']),
  operator: person('operator', ['operator']),
  security: person('security', ['security']),
  auditor: person('auditor', ['auditor']),
  outsider: person('outsider', ['researcher']),
} as const satisfies Record<string, PersonActor>;

/** The same person with one factor only: allowed nothing that a role allows. */
export const withOneFactor = (actor: PersonActor): PersonActor => ({ ...actor, aal: 1, secondFactorAt: null });
export const everybody: readonly Actor[] = [...Object.values(cast), withOneFactor(cast.requester), withOneFactor(cast.stewardA), withOneFactor(cast.chair), ...everySystem];
