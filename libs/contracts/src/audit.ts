import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { auditEntry, id, instant, localised, page } from './shapes.js';

export const STREAM_KINDS = ['application', 'project', 'workspace', 'transfer', 'standing', 'dataset', 'session', 'policy'] as const;
/** A change notice of the event stream: re-read what it names. It carries no content. */
export const changeNotice = z.object({ kind: z.enum([...STREAM_KINDS, 'inbox']), id: z.string() });
export type ChangeNotice = z.infer<typeof changeNotice>;
const health = z.object({ name: z.string(), ok: z.boolean(), detail: z.string() });

export const auditEndpoints = {
  log: endpoint({ area: 'audit', method: 'GET', path: '/audit', summary: 'The audit log, for auditors and security officers', query: z.object({ q: z.string().max(200).default(''), kind: z.enum(STREAM_KINDS).optional(), streamId: z.string().max(80).optional(), personId: id.optional(), type: z.string().max(80).optional(), from: instant.optional(), to: instant.optional(), page }), response: z.object({ total: z.number(), page: z.number(), pageSize: z.number(), items: z.array(auditEntry) }) }),
  verify: endpoint({ area: 'audit', method: 'GET', path: '/audit/verify', summary: 'Recompute every hash chain of the audit log', response: z.object({ ok: z.boolean(), events: z.number(), streams: z.number(), broken: z.array(z.object({ kind: z.string(), id: z.string(), seq: z.number() })), at: instant }) }),
  timeline: endpoint({ area: 'audit', method: 'GET', path: '/timeline/:kind/:id', summary: 'What has happened to one record', params: z.object({ kind: z.enum(['application', 'project', 'workspace', 'transfer']), id }), response: z.object({ items: z.array(auditEntry) }) }),
  events: endpoint({ area: 'audit', method: 'GET', path: '/events', summary: 'Server-sent change notices of records the person may see', response: 'events' }),
  overview: endpoint({ area: 'assurance', method: 'GET', path: '/overview', summary: 'Service health, queue and counts, for operators, security officers and auditors', response: z.object({ services: z.array(health), jobs: z.object({ waiting: z.number(), overdue: z.number(), oldestSeconds: z.number().nullable() }), counts: z.array(z.object({ kind: z.string(), status: z.string(), count: z.number() })) }) }),
  health: endpoint({ area: 'assurance', method: 'GET', path: '/health', summary: 'Whether this process and what it needs answer', isPublic: true, response: z.object({ ok: z.boolean(), services: z.array(health) }) }),
  site: endpoint({ area: 'assurance', method: 'GET', path: '/site', summary: 'Name and version shown to everyone', isPublic: true, response: z.object({ name: localised, version: z.string(), demo: z.boolean() }) }),
};
