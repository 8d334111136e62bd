import type { DatasetStatus } from '../catalogue.js';
import type { DenialCode } from '../engine/denial-texts.js';
import type { Instant } from '../engine/time.js';
import { endOfDay, startOfDay } from '../engine/time.js';
import type { Standing } from '../people/standing.js';
import { agreementValid, trainingValid } from '../people/standing.js';
import type { AgreementText, TrainingModule, WorkspacePolicy } from '../policy.js';
import { isJoined, memberOf } from './project.js';
import type { Project } from './project.js';

/** Everything access is derived from. Nothing else grants access, and no flag of it is stored. */
export interface EntitlementFacts {
  readonly project: Project;
  readonly standing: Standing;
  readonly ial: number;
  readonly training: readonly TrainingModule[];
  readonly agreements: readonly AgreementText[];
  readonly datasets: Readonly<Record<string, DatasetStatus>>;
  readonly workspacePolicy: WorkspacePolicy;
}

/** Conditions of the launch gate in the order the page shows them (R077). */
export const LAUNCH_CONDITIONS = ['not-suspended', 'project-active', 'started', 'not-ended', 'desktop-approved', 'joined', 'terms', 'training', 'pledge', 'rules-of-use', 'identity-level', 'session-level', 'dataset-offered'] as const;
export type LaunchConditionId = (typeof LAUNCH_CONDITIONS)[number];
export interface LaunchCondition { readonly id: LaunchConditionId; readonly met: boolean }

/** Which condition is met for this person, now. `aal` is of the session that asks; null where no session asks. */
export function launchConditions(facts: EntitlementFacts, aal: number | null, now: Instant): readonly LaunchCondition[] {
  const { project, standing, training, agreements, workspacePolicy } = facts;
  const terms = agreements.find((text) => text.id === 'project-terms');
  const met: Record<LaunchConditionId, boolean> = {
    'not-suspended': standing.status === 'active',
    'project-active': project.status === 'active',
    started: project.startsOn !== '' && startOfDay(project.startsOn) <= now,
    'not-ended': project.endsOn !== '' && now < endOfDay(project.endsOn),
    'desktop-approved': project.useClass === 'desktop',
    joined: isJoined(project, standing.id),
    terms: terms !== undefined && memberOf(project, standing.id)?.termsVersion === terms.version,
    training: trainingValid(standing, training, now),
    pledge: agreementValid(standing, agreements, 'pledge'),
    'rules-of-use': agreementValid(standing, agreements, 'rules-of-use'),
    'identity-level': facts.ial >= workspacePolicy.minimumIal,
    'session-level': aal === null || aal >= workspacePolicy.minimumAal,
    'dataset-offered': project.datasets.some((dataset) => entitledScope(facts, dataset.slug)),
  };
  return LAUNCH_CONDITIONS.map((id) => ({ id, met: met[id] }));
}

const entitledScope = (facts: EntitlementFacts, slug: string): boolean => facts.project.datasets.some((dataset) => dataset.slug === slug) && facts.datasets[slug] === 'published';

/**
 * entitled(person, dataset, now): approved project in its period, active joined member on current terms, valid training and
 * promises, dataset in the approved scope and not withdrawn, nobody suspended (I17-I19 of the access workflow).
 */
export const entitled = (facts: EntitlementFacts, datasetSlug: string, now: Instant): boolean => entitledScope(facts, datasetSlug) && entitledToProject(facts, now);
/** The part of entitlement that no single dataset decides: a workspace may live while it holds. */
export const entitledToProject = (facts: EntitlementFacts, now: Instant): boolean => launchConditions(facts, null, now).every((condition) => condition.met);
/** The first unmet condition as a denial code. */
export const firstUnmet = (facts: EntitlementFacts, aal: number | null, now: Instant): DenialCode | null => {
  const unmet = launchConditions(facts, aal, now).find((condition) => !condition.met);
  return unmet ? `launch-${unmet.id}` : null;
};
