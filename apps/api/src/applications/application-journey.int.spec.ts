import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '@suimon/contracts';
import { PostgresUnitOfWork, verifyChains } from '@suimon/persistence';
import { randomIds, systemClock } from '@suimon/platform';
import { Enclave } from '@suimon/testing/harness/enclave';
import { foldedAndStored } from '@suimon/testing/harness/fold';
import type { Account } from '@suimon/testing/harness/enclave';
import { passPreparation, writtenProposal } from '@suimon/testing/harness/journey';
import type { Visitor } from '@suimon/testing/harness/visitor';
import { CommandRunner, ProjectCommands } from '@suimon/use-cases';
import { generate } from 'otplib';

const { applications, audit, catalogue, people, projects, workspaces } = endpoints;
let enclave: Enclave;
const accounts: Record<string, Account> = {};
const at: Record<string, Visitor> = {};
const who = (name: string): Visitor => { const visitor = at[name]; if (!visitor) throw new Error(`nobody is ${name}`); return visitor; };
const account = (name: string): Account => { const found = accounts[name]; if (!found) throw new Error(`no account ${name}`); return found; };
let applicationId = '';
let projectId = '';

beforeAll(async () => {
  enclave = await Enclave.start();
  for (const [login, roles] of [['researcher-a', ['researcher']], ['researcher-b', ['researcher']], ['researcher-c', ['researcher']], ['secretary-a', ['secretary']], ['committee-a', ['committee']], ['committee-b', ['committee']], ['chair-a', ['committee', 'chair']], ['operator-a', ['operator']], ['security-a', ['security']], ['auditor-a', ['auditor']]] as const) accounts[login] = await enclave.account(login, roles);
}, 120_000);
afterAll(() => enclave.stop());

describe('catalogue', () => {
  test.each([['a Japanese word', '糖尿病'], ['an English word', 'Diabetes'], ['the name of a column', 'hba1c'], ['the Japanese label of a column', 'ヘモグロビン'], ['half-width katakana', 'ﾍﾓｸﾞﾛﾋﾞﾝ']])('a dataset is found by %s without signing in (R002, R004)', async (_what, q) => {
    const page = await enclave.visitor().call(catalogue.search, { query: { q } });
    expect(page.items.map((item) => item.slug)).toEqual(['test-cohort']);
  });
  test('a find by column says which column it was', async () => {
    const page = await enclave.visitor().call(catalogue.search, { query: { q: 'hba1c' } });
    expect(page.items[0]?.matchedItems.map((item) => item.name)).toEqual(['hba1c']);
  });
  test('a word that is nowhere finds nothing', async () => {
    expect((await enclave.visitor().call(catalogue.search, { query: { q: '存在しない語' } })).total).toBe(0);
  });
  test('an unknown dataset is not found', async () => { expect(await enclave.visitor().refusal(catalogue.dataset, { params: { slug: 'nowhere' } })).toBe('not-found'); });
  test('the data dictionary is available as CSV', async () => {
    const response = await enclave.visitor().send(catalogue.itemsCsv, { params: { slug: 'test-cohort' } });
    expect(await response.text()).toContain('visits,hba1c,ヘモグロビンA1c,Haemoglobin A1c,decimal,%');
  });
});

describe('signing in', () => {
  test('one factor opens nothing but the second factor (R020, R030)', async () => {
    const visitor = enclave.visitor();
    await visitor.call(people.signIn, { body: { login: 'operator-a', password: account('operator-a').password } });
    expect(await visitor.refusal(people.inbox)).toBe('second-factor-required');
    expect((await visitor.call(people.me)).aal).toBe(1);
  });
  test('an unknown login and a wrong password are told in the same words', async () => {
    expect(await enclave.visitor().refusal(people.signIn, { body: { login: 'nobody', password: 'x' } })).toBe('credentials-wrong');
    expect(await enclave.visitor().refusal(people.signIn, { body: { login: 'operator-a', password: 'x' } })).toBe('credentials-wrong');
  });
  test('a one-time code counts once', async () => {
    const { login, password, totpSecret } = account('operator-a');
    const code = await generate({ secret: totpSecret });
    const first = enclave.visitor();
    await first.call(people.signIn, { body: { login, password } });
    await first.call(people.secondFactor, { body: { code } });
    const second = enclave.visitor();
    await second.call(people.signIn, { body: { login, password } });
    expect(await second.refusal(people.secondFactor, { body: { code } })).toBe('code-wrong');
    at['operator-a'] = first;
  });
  test('a request from another origin is refused', async () => {
    expect(await who('operator-a').refusal(people.signOut, { headers: { origin: 'https://elsewhere.example' } })).toBe('origin-not-allowed');
  });
  test('everybody signs in', async () => {
    for (const name of Object.keys(accounts)) at[name] ??= await enclave.signedIn(account(name));
    expect((await who('chair-a').call(people.me)).aal).toBe(2);
  });
});

describe('application', () => {
  test('case 34: without training and pledge a complete application is not accepted; with them it is', async () => {
    const researcher = who('researcher-a');
    const draft = await researcher.call(applications.create, { body: { proposal: writtenProposal(enclave.policy.current, [account('researcher-b').id]) } });
    applicationId = draft.id;
    expect(draft.commands.submit).toBe('training-or-pledge-missing');
    expect(await researcher.refusal(applications.submit, { params: { id: draft.id }, body: {} })).toBe('training-or-pledge-missing');
    await passPreparation(researcher, enclave.policy.current);
    expect((await researcher.call(applications.submit, { params: { id: draft.id }, body: {} })).status).toBe('submitted');
  });
  test('a quiz without enough right answers is not passed and says the score', async () => {
    const module = enclave.policy.current.training[0];
    const answers = Object.fromEntries((module?.quiz ?? []).map((question) => [question.id, (question.answer + 1) % question.choices.length]));
    expect(await who('researcher-b').refusal(people.passTraining, { params: { moduleId: module?.id ?? '' }, body: { answers } })).toBe('quiz-not-passed');
  });
  test('case 36: a submitted application is not edited or submitted again', async () => {
    expect(await who('researcher-a').refusal(applications.submit, { params: { id: applicationId }, body: {} })).toBe('not-in-this-state');
    expect(await who('researcher-a').refusal(applications.edit, { params: { id: applicationId }, body: { proposal: { title: 'Other' } } })).toBe('not-in-this-state');
  });
  test("I10: another person's application differs in nothing from one that does not exist", async () => {
    const other = await who('researcher-c').send(applications.one, { params: { id: applicationId } });
    const none = await who('researcher-c').send(applications.one, { params: { id: randomIds.next() } });
    const strip = async (response: Response): Promise<unknown> => ({ ...(await response.json() as Record<string, unknown>), requestId: '' });
    expect(other.status).toBe(404);
    expect(await strip(other)).toEqual(await strip(none));
    expect((await who('operator-a').send(applications.one, { params: { id: applicationId } })).status).toBe(404);
  });
  test('a returned application comes back with a comment and shows what changed since', async () => {
    const secretary = who('secretary-a');
    await secretary.call(applications.startScreening, { params: { id: applicationId }, body: {} });
    await secretary.call(applications.sendBack, { params: { id: applicationId }, body: { comment: 'Please name the study more exactly.' } });
    const researcher = who('researcher-a');
    const returned = await researcher.call(applications.one, { params: { id: applicationId } });
    expect(returned.status).toBe('returned');
    expect(returned.returns[0]?.comment).toContain('more exactly');
    await researcher.call(applications.edit, { params: { id: applicationId }, body: { proposal: { title: 'HbA1c by age, exactly named' } } });
    await researcher.call(applications.submit, { params: { id: applicationId }, body: {} });
    const second = await secretary.call(applications.startScreening, { params: { id: applicationId }, body: {} });
    expect(second.round).toBe(2);
    expect(second.changes).toEqual([{ field: 'title', before: 'HbA1c by age', after: 'HbA1c by age, exactly named' }]);
  });
  test('a stale version is refused and names it', async () => {
    expect(await who('secretary-a').refusal(applications.openToCommittee, { params: { id: applicationId }, body: {}, headers: { 'if-match': '"1"' } })).toBe('version-stale');
  });
  test('case 44: two votes meet the quorum of this policy, one does not; a conflicted member does not count', async () => {
    await who('secretary-a').call(applications.openToCommittee, { params: { id: applicationId }, body: {} });
    const judgeAndVote = async (name: string): Promise<void> => {
      await who(name).call(applications.declareInterest, { params: { id: applicationId }, body: { conflicted: false, note: '' } });
      for (const item of enclave.policy.current.committee.items) await who(name).call(applications.judge, { params: { id: applicationId }, body: { itemId: item.id, result: 'fit', comment: '' } });
      await who(name).call(applications.vote, { params: { id: applicationId }, body: { vote: 'yes', rationale: 'Sound.' } });
    };
    expect(await who('committee-a').refusal(applications.judge, { params: { id: applicationId }, body: { itemId: enclave.policy.current.committee.items[0]?.id ?? '', result: 'fit', comment: '' } })).toBe('interest-not-declared');
    await who('committee-b').call(applications.declareInterest, { params: { id: applicationId }, body: { conflicted: true, note: 'Same laboratory.' } });
    expect(await who('committee-b').refusal(applications.vote, { params: { id: applicationId }, body: { vote: 'yes', rationale: 'x' } })).toBe('member-conflicted');
    await judgeAndVote('chair-a');
    const seen = await who('committee-a').call(applications.one, { params: { id: applicationId } });
    expect([seen.review?.votes, seen.review?.judgements]).toEqual([[], []]);
    const decision = { outcome: 'approved', reason: 'The committee agrees to the plan.', conditions: 'Aggregates only.', startsOn: '2026-01-01', endsOn: '2099-03-31' } as const;
    expect(await who('chair-a').refusal(applications.decide, { params: { id: applicationId }, body: decision })).toBe('quorum-not-met');
    await judgeAndVote('committee-a');
    expect(await who('chair-a').refusal(applications.decide, { params: { id: applicationId }, body: { ...decision, outcome: 'rejected' } })).toBe('outcome-against-votes');
    expect(await who('chair-a').refusal(applications.decide, { params: { id: applicationId }, body: { ...decision, endsOn: '2020-01-01' } })).toBe('end-date-not-in-future');
    expect((await who('chair-a').call(applications.decide, { params: { id: applicationId }, body: decision })).status).toBe('approved');
  });
  test('a vote is not shown to the applicant', async () => { expect((await who('researcher-a').call(applications.one, { params: { id: applicationId } })).review).toBeNull(); });
  test('R012: the contract opens the project, once however often the job runs', async () => {
    await who('secretary-a').call(applications.recordContract, { params: { id: applicationId }, body: { number: 'C-2026-001', signedOn: '2026-03-01' } });
    const unitOfWork = new PostgresUnitOfWork(enclave.dataSource);
    const commands = new ProjectCommands(new CommandRunner(unitOfWork, systemClock), unitOfWork, randomIds, enclave.policy);
    const [job] = await enclave.dataSource.query<{ id: string }[]>("SELECT id FROM outbox WHERE job = 'open-project'");
    const call = { actor: { kind: 'system', id: 'opener' }, origin: { requestId: 'test', ip: null, sessionRef: null }, jobId: job?.id } as const;
    await Promise.all([commands.openFor(applicationId, call), commands.openFor(applicationId, call)]);
    await commands.openFor(applicationId, call);
    projectId = (await who('researcher-a').call(applications.one, { params: { id: applicationId } })).projectId ?? '';
    expect((await who('researcher-a').call(projects.list)).items).toHaveLength(1);
    expect(await enclave.dataSource.query('SELECT 1 FROM outbox WHERE done_at IS NULL')).toHaveLength(0);
  });
});

describe('project and launch gate', () => {
  test('R077: every unmet condition is listed, and starting is refused while one is left', async () => {
    const gate = await who('researcher-a').call(workspaces.launch, { params: { id: projectId } });
    expect(gate.conditions.filter((condition) => !condition.met).map((condition) => condition.id)).toEqual(['joined', 'terms']);
    expect(gate.open).toBe(false);
    const second = await who('researcher-b').call(workspaces.launch, { params: { id: projectId } });
    expect(second.conditions.filter((condition) => !condition.met).map((condition) => condition.id)).toEqual(['joined', 'terms', 'training', 'pledge', 'rules-of-use']);
  });
  test('members join by accepting the current terms themselves', async () => {
    const project = await who('researcher-a').call(projects.one, { params: { id: projectId } });
    expect(await who('researcher-a').refusal(projects.join, { params: { id: projectId }, body: { termsVersion: '0.0.1' } })).toBe('agreement-version-not-current');
    expect((await who('researcher-a').call(projects.join, { params: { id: projectId }, body: { termsVersion: project.terms.version } })).myStatus).toBe('joined');
    expect((await who('researcher-a').call(workspaces.launch, { params: { id: projectId } })).open).toBe(true);
  });
  test('R067, R068: a launch without the declaration of place is refused', async () => {
    expect(await who('researcher-a').refusal(workspaces.start, { params: { id: projectId }, body: { profileId: 'standard', placeDeclared: false } })).toBe('place-not-declared');
  });
  test('R052: an operator sees workspaces, and neither projects, transfers nor applications', async () => {
    const started = await who('researcher-a').call(workspaces.start, { params: { id: projectId }, body: { profileId: 'standard', placeDeclared: true } });
    expect(started.status).toBe('starting');
    expect((await who('operator-a').call(workspaces.list)).items.map((item) => item.id)).toEqual([started.id]);
    expect(await who('operator-a').refusal(projects.one, { params: { id: projectId } })).toBe('not-found');
    expect(await who('operator-a').refusal(workspaces.desktopTicket, { params: { id: started.id }, body: {} })).toBe('not-permitted');
    expect((await who('operator-a').call(endpoints.airlock.list)).total).toBe(0);
  });
  test('I17: a suspended person is out at once', async () => {
    await who('security-a').call(people.suspend, { params: { id: account('researcher-b').id }, body: { reason: 'A test of suspension.' } });
    expect(await who('researcher-b').refusal(people.inbox)).toBe('sign-in-required');
  });
});

describe('audit', () => {
  test('every step is there with who, what, when and why, and the chains verify (I11)', async () => {
    const log = await who('auditor-a').call(audit.log, { query: { kind: 'application', streamId: applicationId } });
    expect(log.items.map((entry) => entry.type)).toEqual(expect.arrayContaining(['application.submitted', 'application.sent-back', 'application.voted', 'application.decided', 'application.contract-recorded', 'application.project-opened']));
    expect(log.items.find((entry) => entry.type === 'application.decided')?.reason).toContain('agrees');
    expect((await who('auditor-a').call(audit.verify)).ok).toBe(true);
  });
  test('the log cannot be changed by the application, and a change by the owner is found', async () => {
    await expect(enclave.dataSource.query("UPDATE audit_event SET actor = 'x'")).rejects.toThrow(/permission denied|append-only/);
    expect((await verifyChains(enclave.dataSource.manager)).broken).toEqual([]);
  });
  test('I6: folding the audit events of every record gives its row', async () => {
    const { folded, stored } = await foldedAndStored(enclave.dataSource);
    expect(Object.keys(stored).length).toBeGreaterThan(10);
    expect(folded).toEqual(stored);
  });
  test('a researcher cannot read the audit log', async () => { expect(await who('researcher-a').refusal(audit.log)).toBe('not-permitted'); });
  test('idempotency: the same key gives the same answer, another content is refused', async () => {
    const headers = { 'idempotency-key': randomIds.next() };
    const body = { proposal: { title: 'Twice sent' } };
    const first = await who('researcher-a').call(applications.create, { body, headers });
    expect((await who('researcher-a').call(applications.create, { body, headers })).id).toBe(first.id);
    expect(await who('researcher-a').refusal(applications.create, { body: { proposal: { title: 'Other' } }, headers })).toBe('idempotency-key-reused');
  });
});
