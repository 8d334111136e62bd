import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { transferWorkflow } from '../airlock/commands.js';
import { cast } from '../testing/people.js';
import { projectWorld } from '../testing/project.world.js';
import { entitlementFacts, openProject, projectAt } from '../testing/projects.js';
import { advertisedIsAccepted, columnsAreTrue, finalsAreFinal, foldIsState, insist, onEvery, Reached, Walks } from '../testing/properties.js';
import { standingWorld } from '../testing/standing.world.js';
import { trainedStanding } from '../testing/standings.js';
import { transferAt } from '../testing/transfers.js';
import { workspaceWorkflow } from '../workspaces/workspace.js';
import { workspaceAt } from '../testing/workspaces.js';
import { entitled, entitledToProject } from './entitlement.js';
import type { Project, ProjectInputs } from './project.js';
import { memberOf, projectWorkflow } from './project.js';

const everyone = [cast.lead, cast.requester, cast.colleague, cast.invitee, cast.formerMember, cast.outsider, cast.stewardA];
const walks = new Walks(projectWorld, { runs: 300, maxSteps: 30 });

describe('on random walks of projects', () => {
  test('I6: folding the events gives the state, and each command ends where its row says', () => {
    const reached = new Reached<Project, ProjectInputs>();
    walks.hold(foldIsState, columnsAreTrue, reached.note);
    expect(reached.missing(projectWorkflow)).toEqual([]);
  });

  test('I9: advertised commands are accepted commands, for everybody in every state', () => {
    walks.hold(advertisedIsAccepted(projectWorld));
  });

  test('I13: a closed project stays closed', () => {
    walks.hold(finalsAreFinal);
  });

  test('a person is a member once, has joined only by their own acceptance of a version of the terms, and whoever was a member stays on the list', () => {
    walks.hold(({ state, events }, tried) => {
      insist(new Set(state.members.map(({ personId }) => personId)).size === state.members.length, 'a member twice');
      for (const member of state.members) {
        if (member.status === 'joined') insist(member.termsVersion !== null && events.some((event) => event.type === 'project.member-joined' && event.personId === member.personId && event.by === member.personId), `${member.personId} never joined`);
      }
      if (tried && tried.before.status !== 'opening') insist(tried.before.members.every(({ personId }) => memberOf(state, personId) !== undefined), 'a member was forgotten');
    });
  });

  test('I17: who has not joined an active project is entitled to nothing of it', () => {
    walks.hold(({ state, now }) => {
      for (const { id } of everyone) {
        const facts = entitlementFacts({ project: state, standing: { ...trainedStanding(cast.requester.id), id } });
        if (entitledToProject(facts, now)) insist(state.status === 'active' && memberOf(state, id)?.status === 'joined', `${id} is entitled`);
      }
    });
  });
});

describe('access that is derived', () => {
  const days = fc.integer({ min: -500, max: 500 });
  const at = (day: number): string => new Date(Date.parse('2026-06-15T03:00:00.000Z') + day * 86_400_000).toISOString();
  const statuses = fc.constantFrom('draft', 'published', 'withdrawn' as const);
  const facts = fc.record({ project: fc.constantFrom(...['active', 'suspended', 'closed'].map((status) => projectAt(status as Project['status']).state)), ial: fc.integer({ min: 0, max: 3 }), datasets: fc.record({ registry: statuses, claims: statuses }) });

  test('I18: what happens to other people, other records and irrelevant facts changes nobody’s entitlement', () => {
    onEvery([facts, days, fc.constantFrom('registry', 'claims', 'elsewhere')], (drawn, day, slug) => {
      const own = entitlementFacts(drawn);
      const others = {
        ...own,
        project: { ...own.project, title: 'renamed', conditions: 'changed', members: own.project.members.filter(({ personId }) => personId === cast.requester.id) },
        datasets: { ...own.datasets, unrelated: 'published' as const },
        standing: { ...own.standing, trainings: [...own.standing.trainings, { moduleId: 'unrelated', version: '1', score: 1, passedAt: at(0), validUntil: at(900) }] },
      };
      expect(entitled(others, slug, at(day))).toBe(entitled(own, slug, at(day)));
    });
  });

  test('I18: asking twice, or in any order, gives the same answer', () => {
    onEvery([facts, fc.array(days, { minLength: 2, maxLength: 5 })], (drawn, asked) => {
      const own = entitlementFacts(drawn);
      const answers = (order: readonly number[]): readonly string[] => order.map((day) => `${day} ${entitled(own, 'registry', at(day))}`).sort();
      expect(answers(asked)).toEqual(answers([...asked].reverse()));
    });
  });

  test('entitlement to a dataset never exceeds entitlement to the project, its approved scope or the catalogue', () => {
    onEvery([facts, days, fc.constantFrom('registry', 'claims', 'elsewhere')], (drawn, day, slug) => {
      const own = entitlementFacts(drawn);
      if (entitled(own, slug, at(day))) expect([entitledToProject(own, at(day)), own.project.datasets.some((dataset) => dataset.slug === slug), own.datasets[slug]]).toEqual([true, true, 'published']);
    });
  });

  test('I17: suspending the person, the project or the dataset ends the entitlement, whatever else holds', () => {
    onEvery([facts, days], (drawn, day) => {
      const own = entitlementFacts(drawn);
      expect(entitled({ ...own, standing: { ...own.standing, status: 'suspended' } }, 'registry', at(day))).toBe(false);
      expect(entitled({ ...own, project: { ...own.project, status: 'suspended' } }, 'registry', at(day))).toBe(false);
      expect(entitled({ ...own, datasets: { ...own.datasets, registry: 'withdrawn' } }, 'registry', at(day))).toBe(false);
    });
  });

  test('I19: removing a member gives nobody more than before: not entitlement, not one command on the project, its workspaces or its transfers', () => {
    const project = openProject().state;
    const removed = openProject().run('removeMember', cast.lead, { personId: cast.colleague.id, reason: 'has left the university' }).state;
    const open = (commands: Record<string, string | null>): readonly string[] => Object.entries(commands).filter(([, denial]) => denial === null).map(([name]) => name);
    for (const actor of Object.values(cast)) {
      const gained = (before: readonly string[], after: readonly string[]): readonly string[] => after.filter((name) => !before.includes(name));
      expect([actor.id, gained(open(projectAt('active').commands(actor)), open(projectAt('active').run('removeMember', cast.lead, { personId: cast.colleague.id, reason: 'has left the university' }).commands(actor)))]).toEqual([actor.id, []]);
      for (const status of transferWorkflow.statuses) {
        const journey = transferAt(status);
        expect([actor.id, status, gained(open(journey.fork().given({ project }).commands(actor)), open(journey.fork().given({ project: removed }).commands(actor)))]).toEqual([actor.id, status, []]);
      }
      for (const status of workspaceWorkflow.statuses) {
        const journey = workspaceAt(status);
        expect([actor.id, status, gained(open(journey.fork().commands(actor)), open(journey.fork().given({ entitlement: entitlementFacts({ project: removed }) }).commands(actor)))]).toEqual([actor.id, status, []]);
      }
      const standing = { ...trainedStanding(cast.requester.id), id: actor.id };
      if (entitledToProject(entitlementFacts({ project: removed, standing }), at(0))) expect(entitledToProject(entitlementFacts({ project, standing }), at(0))).toBe(true);
    }
  });

  test('training that lapses, and nothing else about a standing, can end an entitlement by the clock', () => {
    new Walks(standingWorld, { runs: 100, maxSteps: 20 }).hold(({ state }) => {
      const own = entitlementFacts({ standing: { ...state, id: cast.requester.id } });
      const [now, later] = [at(0), at(90)];
      if (entitledToProject(own, now) && !entitledToProject(own, later)) insist(own.standing.trainings.some(({ validUntil }) => validUntil <= later), 'ended by something else');
    });
  });
});
