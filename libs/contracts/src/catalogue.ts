import { DATA_CLASSES, DB_KINDS, ITEM_TYPES, PROVIDER_KINDS } from '@suimon/domain';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { localised, page, personRef } from './shapes.js';

export const datasetSummary = z.object({
  slug: z.string(), version: z.string(), title: localised, summary: localised, provider: localised, providerKind: z.enum(PROVIDER_KINDS), dbKind: z.enum(DB_KINDS),
  dataClass: z.enum(DATA_CLASSES), sensitivity: z.string(), synthetic: z.boolean(), people: z.number(), rows: z.number(), itemCount: z.number(),
  period: z.object({ from: z.string(), to: z.string() }).optional(),
  /** Columns that the search words met, so that a find by column name explains itself. */
  matchedItems: z.array(z.object({ table: z.string(), name: z.string(), label: localised })),
});
export type DatasetSummary = z.infer<typeof datasetSummary>;
export const dataItem = z.object({
  table: z.string(), name: z.string(), label: localised, type: z.enum(ITEM_TYPES), unit: z.string().optional(), codeSystem: z.string().optional(), notes: localised.optional(),
  codes: z.array(z.object({ value: z.string(), label: localised })).optional(),
});
export const datasetView = datasetSummary.omit({ matchedItems: true }).extend({
  status: z.enum(['published', 'withdrawn']), steward: personRef, iotOrigin: z.boolean(), duo: z.array(z.object({ code: z.string(), label: localised })), conditions: localised, legalBasis: localised,
  licence: z.string(), citation: z.string(), keywords: z.array(localised), items: z.array(dataItem), tables: z.array(z.object({ name: z.string(), label: localised, rows: z.number() })),
});
export type DatasetView = z.infer<typeof datasetView>;
const facet = z.array(z.object({ value: z.string(), count: z.number() }));
export const catalogueQuery = z.object({
  q: z.string().max(200).default(''), dbKind: z.enum(DB_KINDS).optional(), providerKind: z.enum(PROVIDER_KINDS).optional(), dataClass: z.enum(DATA_CLASSES).optional(), codeSystem: z.string().max(60).optional(),
  sort: z.enum(['relevance', 'title', 'people']).default('relevance'), page,
});
const slugParams = z.object({ slug: z.string().max(80) });

export const catalogueEndpoints = {
  search: endpoint({ area: 'catalogue', method: 'GET', path: '/catalogue', summary: 'Search 医療等情報提供一覧表 by word, column and facet', isPublic: true, query: catalogueQuery, response: z.object({ total: z.number(), page: z.number(), pageSize: z.number(), items: z.array(datasetSummary), facets: z.object({ dbKind: facet, providerKind: facet, dataClass: facet, codeSystem: facet }) }) }),
  dataset: endpoint({ area: 'catalogue', method: 'GET', path: '/catalogue/:slug', summary: 'One dataset with its data dictionary', isPublic: true, params: slugParams, response: datasetView }),
  itemsCsv: endpoint({ area: 'catalogue', method: 'GET', path: '/catalogue/:slug/items.csv', summary: 'The data dictionary as CSV', isPublic: true, params: slugParams, response: 'stream' }),
  register: endpoint({ area: 'catalogue', method: 'GET', path: '/register', summary: 'Public register of approved projects', isPublic: true, response: z.object({ projects: z.array(z.object({ number: z.string(), title: z.string(), organisation: localised, startsOn: z.string(), endsOn: z.string(), datasets: z.array(z.object({ slug: z.string(), title: localised })) })) }) }),
};
