import { endpoints } from '@suimon/contracts';
import { readPolicy } from '@suimon/platform';
import { passPreparation, writtenProposal } from '@suimon/testing/harness/journey';
import type { Visitor } from '@suimon/testing/harness/visitor';
import type { Product } from './product.js';
import { until } from './product.js';

const { applications, catalogue, projects } = endpoints;
export interface DemoProject { readonly projectId: string; readonly lead: Visitor; readonly leadId: string; readonly stewards: readonly [Visitor, Visitor]; readonly security: Visitor }

/** Brings a demo researcher to a project in use over HTTP, with the demo accounts and the worker doing its part. */
export async function projectByHttp(product: Product, leadLogin = 'researcher-a'): Promise<DemoProject> {
  const { policy } = await readPolicy(`${product.place.root}/policy`);
  const sign = (login: string): Promise<Visitor> => product.signedIn(login);
  const [lead, secretary, chair, committee] = [await sign(leadLogin), await sign('secretary-a'), await sign('chair-a'), await sign('committee-a')];
  await passPreparation(lead, policy);
  const [dataset] = (await lead.call(catalogue.search, { query: { q: 'lung' } })).items;
  if (!dataset) throw new Error('the demo catalogue has no lung data');
  const { items } = await lead.call(catalogue.dataset, { params: { slug: dataset.slug } });
  const proposal = { ...writtenProposal(policy, []), datasets: [{ slug: dataset.slug, version: dataset.version, items: items.slice(0, 6).map((item) => `${item.table}.${item.name}`) }] };
  const { id } = await lead.call(applications.create, { body: { proposal } });
  await lead.call(applications.submit, { params: { id }, body: {} });
  await secretary.call(applications.startScreening, { params: { id }, body: {} });
  await secretary.call(applications.openToCommittee, { params: { id }, body: {} });
  for (const judge of [chair, committee]) {
    await judge.call(applications.declareInterest, { params: { id }, body: { conflicted: false, note: '' } });
    for (const item of policy.committee.items) await judge.call(applications.judge, { params: { id }, body: { itemId: item.id, result: 'fit', comment: '' } });
    await judge.call(applications.vote, { params: { id }, body: { vote: 'yes', rationale: 'Sound.' } });
  }
  await chair.call(applications.decide, { params: { id }, body: { outcome: 'approved', reason: 'The committee agrees.', conditions: '', startsOn: '2026-01-01', endsOn: '2099-03-31' } });
  await secretary.call(applications.recordContract, { params: { id }, body: { number: 'C-1', signedOn: '2026-03-01' } });
  let projectId = '';
  await until('the project is open', async () => { projectId = (await lead.call(applications.one, { params: { id } })).projectId ?? ''; return projectId !== ''; });
  const { terms } = await lead.call(projects.one, { params: { id: projectId } });
  await lead.call(projects.join, { params: { id: projectId }, body: { termsVersion: terms.version } });
  const leadId = (await lead.call(endpoints.people.me)).person?.id ?? '';
  return { projectId, lead, leadId, stewards: [await sign('steward-a'), await sign('steward-b')], security: await sign('security-a') };
}
