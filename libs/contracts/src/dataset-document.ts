import type { DataItem, DatasetDocument } from '@suimon/domain';
import { DATA_CLASSES, DB_KINDS, ITEM_TYPES, PROVIDER_KINDS, SENSITIVITIES } from '@suimon/domain';
import { z } from 'zod';
import { documentVersionSchema, kebabSchema, localisedSchema, repeated } from './policy-documents.js';

const text = z.string().trim().min(1);
const codeLabelSchema = z.strictObject({ value: z.string().min(1), label: localisedSchema });
/** Table names carry no dot, since a column is named `<table>.<column>` in an application. */
const tableNameSchema = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be snake_case');

/** One row of the data dictionary; `unit` is a UCUM code, `codeSystem` names its version where it has one (R004, R229). */
export const dataItemSchema = z.strictObject({
  table: tableNameSchema,
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9._]*$/, 'must be a column name'),
  label: localisedSchema,
  type: z.enum(ITEM_TYPES),
  unit: text.optional(),
  codeSystem: text.optional(),
  notes: localisedSchema.optional(),
  codes: z.array(codeLabelSchema).min(1).refine((codes) => repeated(codes.map((code) => code.value)).length === 0, 'code values must be unique').optional(),
}) satisfies z.ZodType<DataItem>;

/** A catalogue entry as a steward registers it (R001-R009): DB kind and data class are required, items and tables agree. */
export const datasetDocumentSchema = z.strictObject({
  slug: kebabSchema,
  version: documentVersionSchema,
  title: localisedSchema,
  summary: localisedSchema,
  provider: localisedSchema,
  providerKind: z.enum(PROVIDER_KINDS),
  dbKind: z.enum(DB_KINDS),
  dataClass: z.enum(DATA_CLASSES),
  sensitivity: z.enum(SENSITIVITIES),
  steward: kebabSchema,
  synthetic: z.boolean(),
  iotOrigin: z.boolean(),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).refine((period) => period.from <= period.to, 'the period must not end before it begins').optional(),
  people: z.int().min(1),
  rows: z.int().min(1),
  duo: z.array(z.strictObject({ code: z.string().regex(/^DUO:\d{7}$/, 'must be a DUO code'), label: localisedSchema })).min(1).refine((terms) => repeated(terms.map((term) => term.code)).length === 0, 'DUO codes must be unique'),
  conditions: localisedSchema,
  legalBasis: localisedSchema,
  licence: text,
  citation: text,
  keywords: z.array(localisedSchema).min(1),
  items: z.array(dataItemSchema).min(1),
  tables: z.array(z.strictObject({ name: tableNameSchema, label: localisedSchema, rows: z.int().min(1) })).min(1),
}).superRefine((dataset, context) => {
  const complain = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
  const tables = dataset.tables.map((table) => table.name);
  for (const name of repeated(tables)) complain('tables', `table ${name} is listed twice`);
  for (const name of repeated(dataset.items.map((item) => `${item.table}.${item.name}`))) complain('items', `item ${name} is listed twice`);
  for (const item of dataset.items) if (!tables.includes(item.table)) complain('items', `item ${item.name} names the unknown table ${item.table}`);
  for (const table of tables) if (!dataset.items.some((item) => item.table === table)) complain('items', `table ${table} has no item`);
  if (dataset.tables.reduce((sum, table) => sum + table.rows, 0) !== dataset.rows) complain('rows', 'rows must be the sum of the tables');
}) satisfies z.ZodType<DatasetDocument>;
