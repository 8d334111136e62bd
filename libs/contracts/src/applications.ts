import { APPLICATION_STATUSES, ITEM_RESULTS, USE_CLASSES, VOTES } from '@suimon/domain';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { applicationFormPolicySchema, committeePolicySchema } from './policy-documents.js';
import { commandMap, day, empty, id, idParams, instant, localised, page, personRef, turn, version } from './shapes.js';

export const APPLICATION_COMMANDS = ['edit', 'submit', 'withdraw', 'startScreening', 'sendBack', 'openToCommittee', 'declareInterest', 'judge', 'vote', 'decide', 'recordContract', 'projectOpened'] as const;
export const proposalShape = z.object({
  title: z.string().max(200), answers: z.record(z.string().max(80), z.string().max(20_000)), useClass: z.enum(USE_CLASSES),
  datasets: z.array(z.object({ slug: z.string().max(80), version: z.string().max(40), items: z.array(z.string().max(160)).max(2000) })).max(50),
  memberIds: z.array(id).max(100), period: z.object({ from: day, to: day }).nullable(),
});
export type ProposalShape = z.infer<typeof proposalShape>;
export const applicationSummary = z.object({ id, version, status: z.enum(APPLICATION_STATUSES), title: z.string(), applicant: personRef, round: z.number(), updatedAt: instant, turn, datasets: z.array(z.object({ slug: z.string(), title: localised })) });
export type ApplicationSummary = z.infer<typeof applicationSummary>;
export const applicationView = applicationSummary.extend({
  form: applicationFormPolicySchema, proposal: proposalShape, members: z.array(personRef),
  /** What changed since the last round, field by field; empty in the first. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  submissions: z.array(z.object({ round: z.number(), at: instant })),
  returns: z.array(z.object({ round: z.number(), at: instant, by: personRef, comment: z.string() })),
  /** Null unless the viewer may see the committee's work (members of it, secretary, auditor). */
  review: z.object({
    policy: committeePolicySchema, members: z.array(personRef), interests: z.array(z.object({ memberId: z.string(), conflicted: z.boolean(), note: z.string() })),
    judgements: z.array(z.object({ memberId: z.string(), itemId: z.string(), result: z.enum(ITEM_RESULTS), comment: z.string() })),
    votes: z.array(z.object({ memberId: z.string(), vote: z.enum(VOTES), rationale: z.string(), at: instant, counted: z.boolean() })), carried: z.boolean(), quorumMet: z.boolean(),
  }).nullable(),
  decision: z.object({ outcome: z.enum(['approved', 'rejected']), at: instant, reason: z.string(), conditions: z.string(), startsOn: z.string(), endsOn: z.string() }).nullable(),
  contract: z.object({ number: z.string(), signedOn: z.string() }).nullable(), projectId: id.nullable(),
  /** The first thing that keeps a draft from being submitted, with its field where there is one. */
  commands: commandMap(APPLICATION_COMMANDS), submitParams: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ApplicationView = z.infer<typeof applicationView>;

const command = <Body>(name: string, summary: string, body: z.ZodType<Body>) => endpoint({ area: 'applications', method: 'POST', path: `/applications/:id/${name}`, summary, params: idParams, body, response: applicationView });
export const applicationEndpoints = {
  list: endpoint({ area: 'applications', method: 'GET', path: '/applications', summary: 'Applications the person may see', query: z.object({ status: z.enum(APPLICATION_STATUSES).optional(), page }), response: z.object({ total: z.number(), page: z.number(), pageSize: z.number(), items: z.array(applicationSummary) }) }),
  create: endpoint({ area: 'applications', method: 'POST', path: '/applications', summary: 'Turn the basket into a draft', body: z.object({ proposal: proposalShape.partial() }).strict(), response: applicationView }),
  one: endpoint({ area: 'applications', method: 'GET', path: '/applications/:id', summary: 'One application', params: idParams, response: applicationView }),
  edit: endpoint({ area: 'applications', method: 'PATCH', path: '/applications/:id', summary: 'Save the draft as it is typed', params: idParams, body: z.object({ proposal: proposalShape.partial() }).strict(), response: applicationView }),
  submit: command('submit', 'Submit', empty),
  withdraw: command('withdraw', 'Withdraw', empty),
  startScreening: command('start-screening', 'Take for screening', empty),
  sendBack: command('send-back', 'Send back with a comment 差戻し', z.object({ comment: z.string().max(10_000) }).strict()),
  openToCommittee: command('open-to-committee', 'Open the case to the committee', empty),
  declareInterest: command('declare-interest', 'Declare whether a conflict of interest exists', z.object({ conflicted: z.boolean(), note: z.string().max(2000) }).strict()),
  judge: command('judge', 'Judge one review item', z.object({ itemId: z.string().max(80), result: z.enum(ITEM_RESULTS), comment: z.string().max(4000) }).strict()),
  vote: command('vote', 'Vote', z.object({ vote: z.enum(VOTES), rationale: z.string().min(1).max(4000) }).strict()),
  decide: command('decide', 'Record the decision', z.object({ outcome: z.enum(['approved', 'rejected']), reason: z.string().max(10_000), conditions: z.string().max(10_000), startsOn: day, endsOn: day }).strict()),
  recordContract: command('record-contract', 'Record the contract 契約', z.object({ number: z.string().min(1).max(80), signedOn: day }).strict()),
};
