import type { DatasetDocument } from '@suimon/domain';
import type { DataSource } from 'typeorm';
import { queryText, tokens } from '../catalogue/search-tokens.js';

export interface CatalogueFilter { q: string; dbKind?: string; providerKind?: string; dataClass?: string; codeSystem?: string; sort: 'relevance' | 'title' | 'people'; page: number }
export interface CataloguePage { total: number; items: readonly DatasetDocument[]; facets: Record<'dbKind' | 'providerKind' | 'dataClass' | 'codeSystem', readonly { value: string; count: number }[]> }
export const CATALOGUE_PAGE_SIZE = 20;
const FACETS = ['dbKind', 'providerKind', 'dataClass', 'codeSystem'] as const;
type Facet = (typeof FACETS)[number];

const facetValue = (facet: Facet): string => (facet === 'codeSystem' ? "jsonb_path_query(document, '$.items[*].codeSystem') #>> '{}'" : `document->>'${facet}'`);
const facetMatch = (facet: Facet, param: number): string => (facet === 'codeSystem' ? `document @? ('$.items[*].codeSystem ? (@ == ' || to_jsonb($${param}::text)::text || ')')::jsonpath` : `document->>'${facet}' = $${param}`);

/** Reads of the published catalogue. */
export class CatalogueQueries {
  constructor(private readonly dataSource: DataSource) {}

  async search(filter: CatalogueFilter): Promise<CataloguePage> {
    const query = queryText(filter.q);
    const where = (except?: Facet): { sql: string; params: unknown[] } => {
      const params: unknown[] = [query];
      const clauses = ["status = 'published'", query === '' ? "$1 = ''" : 'search @@ $1::tsquery'];
      for (const facet of FACETS) if (facet !== except && filter[facet] !== undefined) clauses.push(facetMatch(facet, params.push(filter[facet])));
      return { sql: clauses.join(' AND '), params };
    };
    const order = filter.sort === 'people' ? "(document->>'people')::int DESC, slug" : filter.sort === 'title' || query === '' ? "document->'title'->>'ja', slug" : 'ts_rank(search, $1::tsquery) DESC, slug';
    const all = where();
    const rows = await this.dataSource.query<{ document: DatasetDocument; total: string }[]>(
      `SELECT document, count(*) OVER () AS total FROM dataset WHERE ${all.sql} ORDER BY ${order} LIMIT ${CATALOGUE_PAGE_SIZE} OFFSET ${(filter.page - 1) * CATALOGUE_PAGE_SIZE}`, all.params);
    const counts = await Promise.all(FACETS.map(async (facet) => {
      const scope = where(facet);
      const found = await this.dataSource.query<{ value: string; count: string }[]>(
        `SELECT value, count(DISTINCT slug) AS count FROM (SELECT slug, ${facetValue(facet)} AS value FROM dataset WHERE ${scope.sql}) AS facet WHERE value IS NOT NULL GROUP BY value ORDER BY count DESC, value`, scope.params);
      return found.map((row) => ({ value: row.value, count: Number(row.count) }));
    }));
    const [dbKind = [], providerKind = [], dataClass = [], codeSystem = []] = counts;
    return { total: Number(rows[0]?.total ?? 0), items: rows.map((row) => row.document), facets: { dbKind, providerKind, dataClass, codeSystem } };
  }

  async one(slug: string): Promise<{ document: DatasetDocument; status: string } | null> {
    return (await this.dataSource.query<{ document: DatasetDocument; status: string }[]>('SELECT document, status FROM dataset WHERE slug = $1', [slug]))[0] ?? null;
  }
  async titles(slugs: readonly string[]): Promise<ReadonlyMap<string, DatasetDocument['title']>> {
    const rows = slugs.length === 0 ? [] : await this.dataSource.query<{ slug: string; title: DatasetDocument['title'] }[]>("SELECT slug, document->'title' AS title FROM dataset WHERE slug = ANY($1)", [slugs]);
    return new Map(rows.map((row) => [row.slug, row.title]));
  }
}

/** Columns whose name or label answers the search words, so that the result can say why it was found. */
export function matchedItems(document: DatasetDocument, words: string): DatasetDocument['items'] {
  const wanted = tokens(words).map(({ token }) => token).filter((token) => token.length > 1 || /[a-z0-9]/.test(token) === false);
  if (wanted.length === 0) return [];
  return document.items.filter((item) => {
    const have = new Set([item.name, item.label.ja, item.label.en].flatMap((text) => tokens(text).map(({ token }) => token)));
    return wanted.every((token) => have.has(token));
  }).slice(0, 5);
}
