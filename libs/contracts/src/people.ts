import { ROLES } from '@suimon/domain';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { commandMap, empty, id, instant, localised, personRef, reason } from './shapes.js';

export const me = z.object({
  /** Null for a visitor. With `aal` 1 only the second factor can follow. */
  person: z.object({ id, login: z.string(), displayName: localised, organisation: localised, roles: z.array(z.enum(ROLES)), ial: z.number(), teamNumber: z.string(), researcherId: z.string(), status: z.enum(['active', 'suspended']) }).nullable(),
  aal: z.number(), inboxCount: z.number(), preparationDone: z.boolean(),
});
export type Me = z.infer<typeof me>;
const chapter = z.object({ heading: localised, body: localised });
export const preparation = z.object({
  training: z.array(z.object({ id: z.string(), version: z.string(), title: localised, passMark: z.number(), validityDays: z.number(), chapters: z.array(chapter), quiz: z.array(z.object({ id: z.string(), question: localised, choices: z.array(localised) })), passed: z.object({ at: instant, validUntil: instant, score: z.number(), current: z.boolean() }).nullable() })),
  agreements: z.array(z.object({ id: z.enum(['pledge', 'rules-of-use', 'project-terms']), version: z.string(), title: localised, chapters: z.array(chapter), signedAt: instant.nullable() })),
  commands: commandMap(['passTraining', 'sign', 'suspend', 'reinstate']),
});
export type Preparation = z.infer<typeof preparation>;
export const inboxTask = z.object({
  id: z.string(),
  /** What to do: the portal holds a sentence for each kind. */
  kind: z.enum(['complete-training', 'sign-pledge', 'agree-rules', 'continue-draft', 'application-returned', 'screen-application', 'declare-interest', 'judge-application', 'decide-application', 'record-contract', 'join-project', 'describe-export', 'transfer-returned', 'review-transfer', 'consolidate-transfer', 'download-release', 'import-available', 'quarantined-transfer', 'workspace-failed']),
  title: z.string(), project: z.string().nullable(), since: instant, dueAt: instant.nullable(), href: z.string(),
});
export type InboxTask = z.infer<typeof inboxTask>;

export const peopleEndpoints = {
  me: endpoint({ area: 'people', method: 'GET', path: '/me', summary: 'Who is signed in, and how strongly', isPublic: true, response: me }),
  signIn: endpoint({ area: 'people', method: 'POST', path: '/session', summary: 'First factor: login and password', isPublic: true, body: z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(1000) }).strict(), response: me }),
  secondFactor: endpoint({ area: 'people', method: 'POST', path: '/session/second-factor', summary: 'Second factor: one-time code', oneFactor: true, body: z.object({ code: z.string().regex(/^\d{6}$/) }).strict(), response: me }),
  signOut: endpoint({ area: 'people', method: 'DELETE', path: '/session', summary: 'End the session', isPublic: true, response: me }),
  inbox: endpoint({ area: 'people', method: 'GET', path: '/inbox', summary: 'What waits on the signed-in person', response: z.object({ tasks: z.array(inboxTask) }) }),
  preparation: endpoint({ area: 'people', method: 'GET', path: '/preparation', summary: 'Training, pledge and rules of use with their state', response: preparation }),
  passTraining: endpoint({ area: 'people', method: 'POST', path: '/preparation/training/:moduleId', summary: 'Hand in the answers of a quiz', params: z.object({ moduleId: z.string().max(80) }), body: z.object({ answers: z.record(z.string(), z.number().int()) }).strict(), response: preparation }),
  sign: endpoint({ area: 'people', method: 'POST', path: '/preparation/agreements/:agreement', summary: 'Sign the pledge or agree to the rules of use', params: z.object({ agreement: z.enum(['pledge', 'rules-of-use']) }), body: z.object({ version: z.string() }).strict(), response: preparation }),
  directory: endpoint({ area: 'people', method: 'GET', path: '/people', summary: 'Researchers who can be named as members', query: z.object({ q: z.string().max(100).default('') }), response: z.object({ people: z.array(personRef) }) }),
  accounts: endpoint({ area: 'people', method: 'GET', path: '/accounts', summary: 'Accounts and their standing, for operators, security officers and auditors', response: z.object({ accounts: z.array(personRef.extend({ login: z.string(), roles: z.array(z.enum(ROLES)), ial: z.number(), status: z.enum(['active', 'suspended']), commands: commandMap(['passTraining', 'sign', 'suspend', 'reinstate']) })) }) }),
  suspend: endpoint({ area: 'people', method: 'POST', path: '/people/:id/suspend', summary: 'Suspend a person; ends sessions and workspaces', params: z.object({ id }), body: reason, response: empty }),
  reinstate: endpoint({ area: 'people', method: 'POST', path: '/people/:id/reinstate', summary: 'Lift a suspension', params: z.object({ id }), body: reason, response: empty }),
};
