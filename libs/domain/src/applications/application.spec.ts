import { describe, expect, test } from '@jest/globals';
import { applicationReactions } from '../reactions.js';
import { applicationAt, applicationFacts, beginApplication, draftApplication, proposal } from '../testing/applications.js';
import type { ApplicationJourney } from '../testing/applications.js';
import { cast, system } from '../testing/people.js';
import { formPolicy, newerAgreement } from '../testing/policies.js';
import { REASON } from '../testing/standings.js';
import type { ApplicationFacts, Proposal } from './state.js';

const { requester, secretary } = cast;
const submit = (journey: ApplicationJourney): string | null => journey.ask('submit', requester, {});
const withProposal = (change: Partial<Proposal>, facts: Partial<ApplicationFacts> = {}): string | null => submit(draftApplication(change).given(facts));
const withAnswers = (change: Record<string, string>): ApplicationJourney => draftApplication({ answers: { ...proposal.answers, ...change } });
const withdrawnOrUnknown: readonly ApplicationFacts['datasets'][] = [{ registry: 'withdrawn' }, { registry: 'draft' }, {}];

describe('a draft', () => {
  test('is edited and submitted by its applicant', () => {
    expect(draftApplication({ title: 'Another' }).state.proposal.title).toBe('Another');
    expect(draftApplication().run('submit', requester, {}).state).toMatchObject({ status: 'submitted', round: 1, submissions: [{ round: 1, proposal }] });
  });
  test('is not edited, submitted or withdrawn by anybody else, not even a named member', () => {
    for (const actor of [cast.colleague, cast.outsider, secretary, cast.chair]) expect([draftApplication().ask('edit', actor, { proposal }), draftApplication().ask('submit', actor, {}), draftApplication().ask('withdraw', actor, {})]).toEqual(Array.from({ length: 3 }, () => 'access: not-permitted'));
  });
  test('an edit changes the fields it names and leaves the others', () => {
    expect(draftApplication().run('edit', requester, { proposal: { title: 'New' } }).state.proposal).toEqual({ ...proposal, title: 'New' });
  });
});

describe('submitting an application', () => {
  test('a complete one is taken', () => expect(submit(draftApplication())).toBeNull());
  test('without a title it is refused', () => expect([withProposal({ title: ' ab ' }), withProposal({ title: 'abc' })]).toEqual(['rule: title-missing', null]));
  test('case 34: given training, the pledge or the rules of use are missing, when submitted, then refused; given all of them, then taken', () => {
    const standing = applicationFacts.standing;
    if (!standing) throw new Error('no standing');
    const lacking: readonly Partial<ApplicationFacts>[] = [
      { standing: null }, { standing: { ...standing, status: 'suspended' } }, { standing: { ...standing, trainings: standing.trainings.slice(1) } },
      { standing: { ...standing, agreements: standing.agreements.filter(({ id }) => id !== 'pledge') } }, { standing: { ...standing, agreements: standing.agreements.filter(({ id }) => id !== 'rules-of-use') } },
      { agreements: newerAgreement('pledge') }, { agreements: newerAgreement('rules-of-use') }, { training: applicationFacts.training.map((module) => ({ ...module, version: '9' })) },
    ];
    for (const facts of lacking) expect(submit(draftApplication().given(facts))).toBe('rule: training-or-pledge-missing');
    expect(submit(draftApplication().given({ agreements: newerAgreement('project-terms') }))).toBeNull();
    expect(submit(draftApplication().at('2027-06-15T03:00:00.000Z'))).toBe('rule: training-or-pledge-missing');
  });
  test('case 35: given a required field is empty or too short in any section, then refused naming the field; an optional one may be empty, but not too short', () => {
    expect(withAnswers({ purpose: ' ' }).verdict('submit', requester, {})).toMatchObject({ code: 'form-incomplete', params: { field: 'purpose' } });
    expect(withAnswers({ purpose: 'too short' }).verdict('submit', requester, {})).toMatchObject({ params: { field: 'purpose' } });
    expect(withAnswers({ team: '' }).verdict('submit', requester, {})).toMatchObject({ params: { field: 'team' } });
    expect([submit(withAnswers({ plan: '' })), submit(withAnswers({ plan: 'short' })), submit(withAnswers({ plan: ' 123456789 ' })), submit(withAnswers({ plan: ' 1234567890 ' }))]).toEqual([null, 'rule: form-incomplete', 'rule: form-incomplete', null]);
  });
  test('a field that a newer form asks for is asked for', () => {
    const [first, ...others] = formPolicy.sections;
    if (!first) throw new Error('no section');
    const form = { ...formPolicy, sections: [{ ...first, fields: [...first.fields, { id: 'ethics', kind: 'text' as const, label: first.label, help: first.help, required: true }] }, ...others] };
    expect(submit(draftApplication().given({ form }))).toBe('rule: form-incomplete');
  });
  test('without a dataset, or with one of which no column is asked for, it is refused', () => {
    expect([withProposal({ datasets: [] }), withProposal({ datasets: [...proposal.datasets, { slug: 'claims', version: '1', items: [] }] })]).toEqual(Array.from({ length: 2 }, () => 'rule: no-dataset-chosen'));
  });
  test('case 37: given a dataset that is withdrawn, a draft or unknown, when first submitted, then refused', () => {
    for (const datasets of withdrawnOrUnknown) expect(withProposal({}, { datasets })).toBe('rule: dataset-not-offered');
    const both = [...proposal.datasets, { slug: 'claims', version: '1', items: ['claims.code'] }];
    expect([withProposal({ datasets: both }), withProposal({ datasets: both }, { datasets: { registry: 'published', claims: 'withdrawn' } })]).toEqual([null, 'rule: dataset-not-offered']);
  });
  test('case 37: given a dataset is withdrawn after the first round, when submitted again, then taken; a draft or unknown one never', () => {
    const returned = applicationAt('returned');
    expect([submit(returned.given({ datasets: { registry: 'withdrawn' } })), submit(returned.given({ datasets: { registry: 'draft' } })), submit(returned.given({ datasets: {} }))]).toEqual([null, 'rule: dataset-not-offered', 'rule: dataset-not-offered']);
  });
  test('without a period, or with one that ends on or before its first day, it is refused', () => {
    expect([withProposal({ period: null }), withProposal({ period: { from: '2026-07-01', to: '2026-07-01' } }), withProposal({ period: { from: '2026-07-02', to: '2026-07-01' } }), withProposal({ period: { from: '2026-07-01', to: '2026-07-02' } })]).toEqual(['rule: period-missing', 'rule: period-missing', 'rule: period-missing', null]);
  });
  test('with a member who has no active account it is refused', () => expect([withProposal({ memberIds: ['nobody'] }), withProposal({ memberIds: [] })]).toEqual(['rule: member-unknown', null]));
  test('an empty draft is refused for its title first', () => expect(submit(beginApplication())).toBe('rule: title-missing'));
  test('case 36: given it is submitted, when edited or submitted again, then refused; given it is returned, then editable', () => {
    const submitted = applicationAt('submitted');
    expect([submitted.ask('edit', requester, { proposal }), submit(submitted)]).toEqual(['state: not-in-this-state', 'state: not-in-this-state']);
    expect([applicationAt('returned').ask('edit', requester, { proposal }), submit(applicationAt('returned'))]).toEqual([null, null]);
  });
});

describe('screening', () => {
  test('is begun by a secretary outside the team', () => expect(applicationAt('submitted').run('startScreening', secretary, {}).state.status).toBe('screening'));
  test('is closed to the applicant and named members who are secretaries too, and to every other role', () => {
    expect([requester, cast.colleague, cast.chair, cast.stewardA, cast.operator].map((actor) => applicationAt('submitted').ask('startScreening', actor, {}))).toEqual(Array.from({ length: 5 }, () => 'access: not-permitted'));
  });
  test('an application is sent back with a comment that says what to change', () => {
    expect([applicationAt('screening').ask('sendBack', secretary, { comment: ' 123456789 ' }), applicationAt('screening').ask('sendBack', secretary, { comment: ' 1234567890 ' })]).toEqual(['rule: reason-required', null]);
    expect(applicationAt('screening').run('sendBack', secretary, { comment: REASON }).state).toMatchObject({ status: 'returned', returns: [{ round: 1, by: 'secretary', comment: REASON }] });
  });
  test('a second round keeps what was submitted in the first', () => {
    const journey = applicationAt('returned').run('edit', requester, { proposal: { title: 'Better title' } }).run('submit', requester, {});
    expect(journey.state.submissions.map(({ round, proposal: { title } }) => [round, title])).toEqual([[1, 'A study of outcomes'], [2, 'Better title']]);
  });
  test('the committee is opened to only if enough members outside the team are seated', () => {
    const seated = (...ids: readonly string[]): string | null => applicationAt('screening').given({ committeeMembers: ids }).ask('openToCommittee', secretary, {});
    expect([seated('member-a', 'member-b', 'chair'), seated('member-a', 'member-b'), seated('member-a', 'member-b', cast.colleague.id), seated('member-a', 'member-b', requester.id)]).toEqual([null, 'rule: committee-too-small', 'rule: committee-too-small', 'rule: committee-too-small']);
  });
  test('the committee is written down as it is then', () => {
    expect(applicationAt('screening').run('openToCommittee', secretary, {}).state).toMatchObject({ status: 'in_committee', committee: applicationFacts.committeeMembers });
  });
});

describe('after the decision', () => {
  test('a secretary records the contract, and the project is opened by its job', () => {
    const journey = applicationAt('contracted');
    expect(journey.state.contract).toEqual({ number: 'C-1', signedOn: '2026-06-16' });
    expect(journey.events.slice(-1).flatMap((event) => applicationReactions(event, journey.state))).toEqual([{ job: 'open-project', applicationId: 'application-1' }]);
    expect(journey.run('projectOpened', system('opener'), { projectId: 'project-1' }).state).toMatchObject({ status: 'opened', projectId: 'project-1' });
  });
  test('only the contract opens a project', () => {
    const { state, events } = applicationAt('approved');
    expect(events.flatMap((event) => applicationReactions(event, state))).toEqual([]);
  });
  test('nobody but a secretary outside the team records a contract, and no person opens a project', () => {
    expect([requester, cast.colleague, cast.chair].map((actor) => applicationAt('approved').ask('recordContract', actor, { number: 'C-1', signedOn: '2026-06-16' }))).toEqual(Array.from({ length: 3 }, () => 'access: not-permitted'));
    expect([requester, secretary, cast.chair, system('controller')].map((actor) => applicationAt('contracted').ask('projectOpened', actor, { projectId: 'p' }))).toEqual(Array.from({ length: 4 }, () => 'access: not-permitted'));
  });
  test.each(['draft', 'submitted', 'screening', 'in_committee', 'returned'] as const)('an application is withdrawn from %s', (status) => expect(applicationAt(status).run('withdraw', requester, {}).state.status).toBe('withdrawn'));
  test.each(['approved', 'contracted', 'opened', 'rejected', 'withdrawn'] as const)('an application is not withdrawn when %s', (status) => expect(applicationAt(status).ask('withdraw', requester, {})).toBe('state: not-in-this-state'));
});
