import { endpoints } from '@suimon/contracts';
import type { DatasetView, ResponseOf } from '@suimon/contracts';
import { Denial } from '@suimon/domain';
import type { DatasetDocument } from '@suimon/domain';
import { Controller, Inject } from '@nestjs/common';
import { CATALOGUE_PAGE_SIZE, matchedItems } from '@suimon/persistence';
import type { CatalogueQueries, PeopleQueries, RecordQueries } from '@suimon/persistence';
import { stringify } from 'csv-stringify/sync';
import { Input } from '../http/call.js';
import type { Call } from '../http/call.js';
import { Serves } from '../http/endpoint.decorator.js';
import { PersonRefs } from '../people/person-refs.js';

const api = endpoints.catalogue;
export interface CatalogueParts { catalogue: CatalogueQueries; people: PeopleQueries; records: RecordQueries }

const summary = (document: DatasetDocument) => {
  const { slug, version, title, provider, providerKind, dbKind, dataClass, sensitivity, synthetic, people, rows, period, items } = document;
  return { slug, version, title, summary: document.summary, provider, providerKind, dbKind, dataClass, sensitivity, synthetic, people, rows, period, itemCount: items.length };
};

@Controller()
export class CatalogueController {
  constructor(@Inject('catalogue') private readonly parts: CatalogueParts) {}

  @Serves(api.search)
  async search(@Input() { query }: Call<typeof api.search>): Promise<ResponseOf<typeof api.search>> {
    const page = await this.parts.catalogue.search(query);
    const facets = Object.fromEntries(Object.entries(page.facets).map(([name, values]) => [name, [...values]])) as ResponseOf<typeof api.search>['facets'];
    return { total: page.total, page: query.page, pageSize: CATALOGUE_PAGE_SIZE, facets, items: page.items.map((document) => ({ ...summary(document), matchedItems: matchedItems(document, query.q).map(({ table, name, label }) => ({ table, name, label })) })) };
  }

  private async published(slug: string): Promise<{ document: DatasetDocument; status: 'published' | 'withdrawn' }> {
    const found = await this.parts.catalogue.one(slug);
    if (!found || (found.status !== 'published' && found.status !== 'withdrawn')) throw new Denial('missing', 'not-found');
    return { document: found.document, status: found.status };
  }

  @Serves(api.dataset)
  async dataset(@Input() { params }: Call<typeof api.dataset>): Promise<DatasetView> {
    const { document, status } = await this.published(params.slug);
    const stewardId = (await this.parts.people.idByLogin(document.steward)) ?? '';
    const refs = await PersonRefs.load(this.parts.people, [stewardId]);
    const { iotOrigin, conditions, legalBasis, licence, citation } = document;
    return {
      ...summary(document), status, steward: refs.get(stewardId), iotOrigin, conditions, legalBasis, licence, citation, duo: [...document.duo], keywords: [...document.keywords], tables: [...document.tables],
      items: document.items.map((item) => ({ ...item, codes: item.codes ? [...item.codes] : undefined })),
    };
  }

  @Serves(api.itemsCsv)
  async itemsCsv(@Input() { params, response }: Call<typeof api.itemsCsv>): Promise<void> {
    const { document } = await this.published(params.slug);
    const rows = document.items.map((item) => [item.table, item.name, item.label.ja, item.label.en, item.type, item.unit ?? '', item.codeSystem ?? '', item.notes?.ja ?? '', item.notes?.en ?? '']);
    response.type('text/csv; charset=utf-8').set('Content-Disposition', `attachment; filename="${document.slug}-items.csv"`);
    response.send(`\uFEFF${stringify([['table', 'name', 'label_ja', 'label_en', 'type', 'unit', 'code_system', 'notes_ja', 'notes_en'], ...rows])}`);
  }

  @Serves(api.register)
  async register(): Promise<ResponseOf<typeof api.register>> {
    const rows = await this.parts.records.register();
    const titles = await this.parts.catalogue.titles(rows.flatMap(({ state }) => state.datasets.map((dataset) => dataset.slug)));
    return { projects: rows.map(({ state, organisation }) => ({ number: state.number, title: state.title, organisation, startsOn: state.startsOn, endsOn: state.endsOn, datasets: state.datasets.map(({ slug }) => ({ slug, title: titles.get(slug) ?? { ja: slug, en: slug } })) })) };
  }
}
