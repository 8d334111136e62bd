import { describe, expect, test } from '@jest/globals';
import { transferWorkflow } from '../airlock/commands.js';
import { applicationWorkflow } from '../applications/commands.js';
import { standingWorkflow } from '../people/standing.js';
import { projectWorkflow } from '../projects/project.js';
import { matrixOf } from '../testing/matrix.js';
import { cast, everybody, withOneFactor } from '../testing/people.js';
import { applicationSample, projectSample, standingSample, transferSample, workspaceSample } from '../testing/samples.js';
import type { Sample } from '../testing/samples.js';
import { commandNames } from '../testing/walk.js';
import { workspaceWorkflow } from '../workspaces/workspace.js';
import type { Actor } from './actor.js';
import type { Workflow } from './workflow.js';

/** Which relations each of the cast has to a record; whoever is not named has none. Written by hand, so that the table cannot vouch for itself. */
type Hats = Readonly<Record<string, readonly string[]>>;
const TEAM: Hats = { requester: [], lead: [], colleague: [], invitee: [], 'former-member': [] };
const hats = {
  transfer: { ...TEAM, requester: ['requester'], lead: ['lead'], 'steward-a': ['steward'], 'steward-b': ['steward'], 'steward-c': ['steward'], security: ['securityOfficer'], courier: ['courier'], sealer: ['sealer'], scanner: ['scanner'], releaser: ['releaser'], expirer: ['expirer'] },
  // Of the applying team: the applicant and a named colleague, who also hold every role. The lead, the invitee and the former member are strangers to it, and hold every role.
  application: {
    requester: ['applicant'], colleague: [], secretary: ['secretary'], lead: ['secretary'], invitee: ['secretary'], 'former-member': ['secretary'],
    'member-a': ['committeeMember'], 'member-b': ['committeeMember'], 'member-c': ['committeeMember'], 'member-d': ['committeeMember'], chair: ['committeeMember', 'chair'], opener: ['opener'],
  },
  project: { ...TEAM, lead: ['lead'], invitee: ['invited'], secretary: ['secretary'], security: ['securityOfficer'], opener: ['opener'] },
  workspace: { requester: ['owner', 'operator'], lead: ['lead', 'operator'], colleague: ['operator'], invitee: ['operator'], 'former-member': ['operator'], operator: ['operator'], security: ['operator'], controller: ['controller'] },
  standing: { requester: ['self'], security: ['securityOfficer'], lead: ['securityOfficer'], colleague: ['securityOfficer'], invitee: ['securityOfficer'], 'former-member': ['securityOfficer'] },
} as const satisfies Record<string, Hats>;
const hatsOf = (table: Hats, actor: Actor): readonly string[] => (actor.kind === 'person' && actor.aal < 2 ? [] : (table[actor.id] ?? []));

function holdsAsPrinted<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(
  workflow: Workflow<State, Inputs, Facts, Event>, sample: Sample<State, Inputs, Facts, Event>, tableIn: (state: State) => Hats,
): void {
  const matrix = matrixOf(workflow);
  const names = commandNames<Inputs>(workflow.commands);
  const wrong = workflow.statuses.flatMap((status, column) => {
    const journey = sample.at(status);
    return everybody.flatMap((actor) => names.flatMap((name, row) => {
      const relations = hatsOf(tableIn(journey.state), actor);
      const related = relations.some((relation) => workflow.commands[name].by.some((listed) => listed.name === relation));
      const printed = (matrix[row]?.cells[column] ?? []).some((relation) => relations.includes(relation));
      const kind = journey.verdict(name, actor)?.kind ?? 'allowed';
      const asExpected = printed ? ['allowed', 'rule'].includes(kind) : kind === (related ? 'state' : 'access');
      return asExpected ? [] : [`${actor.id} in ${status}: ${name} is ${kind}, printed ${String(printed)}`];
    }));
  });
  expect(wrong).toEqual([]);
}
const canBeRun = <State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(workflow: Workflow<State, Inputs, Facts, Event>, sample: Sample<State, Inputs, Facts, Event>): void => {
  for (const name of commandNames<Inputs>(workflow.commands)) {
    for (const status of workflow.commands[name].from) expect([name, status, workflow.commands[name].to.includes(sample.perform[name](status).state.status)]).toEqual([name, status, true]);
  }
};
const reachesEvery = <State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(workflow: Workflow<State, Inputs, Facts, Event>, sample: Sample<State, Inputs, Facts, Event>): void =>
  expect(workflow.statuses.map((status) => sample.at(status).state.status)).toEqual([...workflow.statuses]);

describe('the permission matrix is what is enforced: every status, command and relation', () => {
  test('transfer: team members are kept out of the review whatever roles they hold', () => holdsAsPrinted(transferWorkflow, transferSample, () => hats.transfer));
  test('application: the applying team is kept out whatever roles it holds; there is no committee before the case is opened to one', () => {
    const { chair: _chair, 'member-a': _a, 'member-b': _b, 'member-c': _c, 'member-d': _d, ...beforeTheCommittee } = hats.application;
    holdsAsPrinted(applicationWorkflow, applicationSample, (state) => (state.committee.length > 0 ? hats.application : beforeTheCommittee));
  });
  test('project: members are kept from overseeing it whatever roles they hold; before it is opened there are none', () => {
    const strangers = Object.fromEntries(Object.keys(TEAM).map((id) => [id, ['secretary', 'securityOfficer']]));
    holdsAsPrinted(projectWorkflow, projectSample, (state) => (state.status === 'opening' ? { ...hats.project, ...strangers } : hats.project));
  });
  test('workspace: to stop one is all that an operator may do', () => holdsAsPrinted(workspaceWorkflow, workspaceSample, () => hats.workspace));
  test('standing: nobody oversees themselves', () => holdsAsPrinted(standingWorkflow, standingSample, () => hats.standing));
});

describe('every row of every table can be carried out', () => {
  test('a record reaches each status by commands alone', () => {
    reachesEvery(transferWorkflow, transferSample);
    reachesEvery(applicationWorkflow, applicationSample);
    reachesEvery(projectWorkflow, projectSample);
    reachesEvery(workspaceWorkflow, workspaceSample);
    reachesEvery(standingWorkflow, standingSample);
  });
  test('each command is accepted from each of its statuses by somebody with the right input', () => {
    canBeRun(transferWorkflow, transferSample);
    canBeRun(applicationWorkflow, applicationSample);
    canBeRun(projectWorkflow, projectSample);
    canBeRun(workspaceWorkflow, workspaceSample);
    canBeRun(standingWorkflow, standingSample);
  });
  test('a role without a second factor allows nothing anywhere', () => {
    const everyDenial = (actor: Actor): readonly (string | null)[] => [
      ...transferWorkflow.statuses.flatMap((status) => Object.values(transferSample.at(status).commands(actor))),
      ...applicationWorkflow.statuses.flatMap((status) => Object.values(applicationSample.at(status).commands(actor))),
      ...projectWorkflow.statuses.flatMap((status) => Object.values(projectSample.at(status).commands(actor))),
      ...workspaceWorkflow.statuses.flatMap((status) => Object.values(workspaceSample.at(status).commands(actor))),
      ...standingWorkflow.statuses.flatMap((status) => Object.values(standingSample.at(status).commands(actor))),
    ];
    for (const actor of Object.values(cast)) expect(new Set(everyDenial(withOneFactor(actor)))).toEqual(new Set(['not-permitted']));
  });
});
