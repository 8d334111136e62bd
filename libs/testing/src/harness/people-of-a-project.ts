import { endpoints } from '@suimon/contracts';
import { PostgresUnitOfWork } from '@suimon/persistence';
import { randomIds, systemClock } from '@suimon/platform';
import { CommandRunner, ProjectCommands } from '@suimon/use-cases';
import type { Account, Enclave } from './enclave.js';
import { passPreparation, writtenProposal } from './journey.js';
import type { Visitor } from './visitor.js';

const { applications, projects } = endpoints;
export interface OpenedProject { readonly projectId: string; readonly number: string; readonly lead: Visitor; readonly leadAccount: Account; readonly stewards: readonly [Visitor, Visitor, Visitor]; readonly security: Visitor; readonly auditor: Visitor; readonly operator: Visitor }

/** A project in use, reached by the commands of everybody concerned, as it would be. Logins carry `tag`, so one enclave can hold several. */
export async function openProject(enclave: Enclave, tag: string): Promise<OpenedProject> {
  const person = async (name: string, roles: Parameters<Enclave['account']>[1]): Promise<[Visitor, Account]> => { const account = await enclave.account(`${name}-${tag}`, roles); return [await enclave.signedIn(account), account]; };
  const [lead, leadAccount] = await person('lead', ['researcher']);
  const [secretary] = await person('secretary', ['secretary']);
  const [chair] = await person('chair', ['committee', 'chair']);
  const [member] = await person('member', ['committee']);
  await passPreparation(lead, enclave.policy.current);
  const { id } = await lead.call(applications.create, { body: { proposal: writtenProposal(enclave.policy.current, []) } });
  await lead.call(applications.submit, { params: { id }, body: {} });
  await secretary.call(applications.startScreening, { params: { id }, body: {} });
  await secretary.call(applications.openToCommittee, { params: { id }, body: {} });
  for (const judge of [chair, member]) {
    await judge.call(applications.declareInterest, { params: { id }, body: { conflicted: false, note: '' } });
    for (const item of enclave.policy.current.committee.items) await judge.call(applications.judge, { params: { id }, body: { itemId: item.id, result: 'fit', comment: '' } });
    await judge.call(applications.vote, { params: { id }, body: { vote: 'yes', rationale: 'Sound.' } });
  }
  await chair.call(applications.decide, { params: { id }, body: { outcome: 'approved', reason: 'The committee agrees.', conditions: 'Aggregates only.', startsOn: '2026-01-01', endsOn: '2099-03-31' } });
  await secretary.call(applications.recordContract, { params: { id }, body: { number: `C-${tag}`, signedOn: '2026-03-01' } });
  const projectId = await opened(enclave, lead, id);
  const project = await lead.call(projects.one, { params: { id: projectId } });
  await lead.call(projects.join, { params: { id: projectId }, body: { termsVersion: project.terms.version } });
  const stewards = [(await person('steward1', ['steward']))[0], (await person('steward2', ['steward']))[0], (await person('steward3', ['steward']))[0]] as const;
  return { projectId, number: project.number, lead, leadAccount, stewards, security: (await person('security', ['security']))[0], auditor: (await person('auditor', ['auditor']))[0], operator: (await person('operator', ['operator']))[0] };
}

/** Runs the open-project job where no worker does. */
async function opened(enclave: Enclave, lead: Visitor, applicationId: string): Promise<string> {
  const unitOfWork = new PostgresUnitOfWork(enclave.dataSource);
  const [job] = await enclave.dataSource.query<{ id: string }[]>("SELECT id FROM outbox WHERE job = 'open-project' AND payload->>'applicationId' = $1 AND done_at IS NULL", [applicationId]);
  await new ProjectCommands(new CommandRunner(unitOfWork, systemClock), unitOfWork, randomIds, enclave.policy).openFor(applicationId, { actor: { kind: 'system', id: 'opener' }, origin: { requestId: 'test', ip: null, sessionRef: null }, jobId: job?.id });
  const { projectId } = await lead.call(applications.one, { params: { id: applicationId } });
  if (!projectId) throw new Error('the project did not open');
  return projectId;
}
