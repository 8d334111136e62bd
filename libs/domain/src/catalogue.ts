import type { Localised } from './policy.js';

export const DB_KINDS = ['public', 'private'] as const;
/** The eight kinds of 医療機関等 of the founding deck, and other (R007). */
export const PROVIDER_KINDS = ['hospital', 'general-clinic', 'dental-clinic', 'maternity-home', 'pharmacy', 'home-visit-nursing', 'care-provider', 'network-operator', 'other'] as const;
export const DATA_CLASSES = ['health', 'medical', 'care'] as const;
export const SENSITIVITIES = ['sensitive', 'restricted', 'open'] as const;
export const ITEM_TYPES = ['integer', 'decimal', 'text', 'code', 'date', 'boolean'] as const;
export const DATASET_STATUSES = ['draft', 'published', 'withdrawn'] as const;
export type DatasetStatus = (typeof DATASET_STATUSES)[number];

/** A column of a dataset: データ項目 (R004, R229). */
export interface DataItem {
  readonly table: string;
  readonly name: string;
  readonly label: Localised;
  readonly type: (typeof ITEM_TYPES)[number];
  readonly unit?: string;
  readonly codeSystem?: string;
  readonly notes?: Localised;
  readonly codes?: readonly { readonly value: string; readonly label: Localised }[];
}

/** One entry of 医療等情報提供一覧表 (R001-R009). */
export interface DatasetDocument {
  readonly slug: string;
  readonly version: string;
  readonly title: Localised;
  readonly summary: Localised;
  readonly provider: Localised;
  readonly providerKind: (typeof PROVIDER_KINDS)[number];
  readonly dbKind: (typeof DB_KINDS)[number];
  readonly dataClass: (typeof DATA_CLASSES)[number];
  readonly sensitivity: (typeof SENSITIVITIES)[number];
  /** Login of the steward who answers for the dataset. */
  readonly steward: string;
  readonly synthetic: boolean;
  readonly iotOrigin: boolean;
  readonly period?: { readonly from: string; readonly to: string };
  readonly people: number;
  readonly rows: number;
  readonly duo: readonly { readonly code: string; readonly label: Localised }[];
  readonly conditions: Localised;
  readonly legalBasis: Localised;
  readonly licence: string;
  readonly citation: string;
  readonly keywords: readonly Localised[];
  readonly items: readonly DataItem[];
  /** One CSV per table below the data directory: `<slug>/<version>/<table>.csv`. */
  readonly tables: readonly { readonly name: string; readonly label: Localised; readonly rows: number }[];
}
