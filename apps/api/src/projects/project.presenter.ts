import type { ProjectSummary, ProjectView } from '@suimon/contracts';
import { inForce, memberOf } from '@suimon/domain';
import type { Actor, CommandMap, Context, Project, ProjectFacts, ProjectInputs } from '@suimon/domain';
import type { Stored } from '@suimon/use-cases';
import type { PersonRefs } from '../people/person-refs.js';

export interface ProjectSight { readonly stored: Stored<Project>; readonly context: Context<ProjectFacts>; readonly commands: CommandMap<ProjectInputs> }
export const namedMembers = (project: Project): string[] => [project.leadId, ...project.members.map((member) => member.personId)];

export function presentProjectSummary({ state, version }: Stored<Project>, refs: PersonRefs, actor: Actor, now: string): ProjectSummary {
  return { id: state.id, version, status: state.status, inForce: inForce(state, now), number: state.number, title: state.title, startsOn: state.startsOn, endsOn: state.endsOn, lead: refs.get(state.leadId), memberCount: state.members.filter((member) => member.status === 'joined').length, myStatus: memberOf(state, actor.id)?.status ?? null };
}

export function presentProject(sight: ProjectSight, refs: PersonRefs, titles: ReadonlyMap<string, { ja: string; en: string }>): ProjectView {
  const { stored, context, commands } = sight;
  const { state } = stored;
  const terms = context.facts.agreements.find((text) => text.id === 'project-terms');
  return {
    ...presentProjectSummary(stored, refs, context.actor, context.now), applicationId: state.applicationId, useClass: state.useClass, conditions: state.conditions,
    datasets: state.datasets.map((dataset) => ({ ...dataset, items: [...dataset.items], title: titles.get(dataset.slug) ?? { ja: dataset.slug, en: dataset.slug } })),
    members: state.members.map((member) => ({ ...refs.get(member.personId), status: member.status, joinedAt: member.joinedAt, isLead: member.personId === state.leadId })),
    terms: { version: terms?.version ?? '', title: terms?.title ?? { ja: '', en: '' }, chapters: (terms?.chapters ?? []).map((chapter) => ({ ...chapter })) },
    commands, mayTransfer: inForce(state, context.now) && memberOf(state, context.actor.id)?.status === 'joined',
  };
}
