/** Platform roles (R051-R055). A researcher's place in a project is a membership, not a role. */
export const ROLES = ['researcher', 'steward', 'secretary', 'committee', 'chair', 'operator', 'security', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Jobs act under their own names and may do only what a `by` column grants them. There is no superuser. */
export const SYSTEM_ACTORS = ['opener', 'courier', 'sealer', 'scanner', 'releaser', 'expirer', 'controller', 'registrar'] as const;
export type SystemActorId = (typeof SYSTEM_ACTORS)[number];

export interface PersonActor {
  readonly kind: 'person';
  readonly id: string;
  readonly roles: readonly Role[];
  readonly organisationId: string;
  /** Assurance of the session: 1 one factor, 2 two factors of different kinds (NIST SP 800-63-3, R030-R032). */
  readonly aal: number;
  /** When the second factor was last shown (ISO 8601 UTC), for rules that ask for a fresh one. */
  readonly secondFactorAt: string | null;
}
export interface SystemActor { readonly kind: 'system'; readonly id: SystemActorId }
export type Actor = PersonActor | SystemActor;

export const hasRole = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.kind === 'person' && actor.aal >= 2 && roles.some((role) => actor.roles.includes(role));
export const isSystem = (actor: Actor, id: SystemActorId): boolean => actor.kind === 'system' && actor.id === id;
/** How an actor is written into events and the audit log. */
export const actorRef = (actor: Actor): string => (actor.kind === 'system' ? `system:${actor.id}` : actor.id);
