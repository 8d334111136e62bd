import { DATA_CLASSES, DB_KINDS, PROVIDER_KINDS, endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useListState } from '../../lib/list-state.js';
import { useRead } from '../../lib/queries.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pager } from '../../ui/pager.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SkeletonList } from '../../ui/skeletons.js';
import { CatalogueFacets } from './catalogue-facets.js';
import { CatalogueSearch } from './catalogue-search.js';
import { DatasetEntry } from './dataset-entry.js';
import classes from './catalogue.module.css';

const SORTS = ['relevance', 'title', 'people'] as const;
/** What an address may say is checked here; anything else counts as not set. */
const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | undefined => values.find((value) => value === text);

/** 医療等情報提供一覧表: search by word and column, facets, results that explain why they were found. */
export function Component(): JSX.Element {
  const { t } = useTranslation('catalogue');
  const state = useListState();
  const sort = oneOf(SORTS, state.sort) ?? 'relevance';
  const { data, error, refetch, isPlaceholderData } = useRead(endpoints.catalogue.search, {
    query: {
      q: state.q, dbKind: oneOf(DB_KINDS, state.filter('dbKind')), providerKind: oneOf(PROVIDER_KINDS, state.filter('providerKind')),
      dataClass: oneOf(DATA_CLASSES, state.filter('dataClass')), codeSystem: state.filter('codeSystem') || undefined, sort, page: state.page,
    },
  }, { keepPrevious: true });
  return (
    <div className="sui-stack">
      <PageHeader title={t('title')} lead={t('lead')} />
      <CatalogueSearch state={state} />
      {error && !data ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : !data ? <SkeletonList rowHeight={140} /> : (
        <div className={classes.columns}>
          <CatalogueFacets state={state} facets={data.facets} />
          <section aria-label={t('results')} aria-busy={isPlaceholderData} className={classes.results}>
            <div className={classes.resultsBar}>
              <p role="status"><strong>{t('found', { count: data.total })}</strong></p>
              <label className={classes.sort}>{t('sort.label')}
                <select value={sort} onChange={(event) => state.set({ sort: event.currentTarget.value === 'relevance' ? '' : event.currentTarget.value })}>
                  {SORTS.map((name) => <option key={name} value={name}>{t(`sort.${name}`)}</option>)}
                </select>
              </label>
            </div>
            {data.items.length === 0
              ? <EmptyState title={t('none.title')}><p>{t('none.text')}</p>{state.anyFilter && <button type="button" className="sui-link-button" onClick={state.clear}>{t('clear')}</button>}</EmptyState>
              : <ol className={classes.entries}>{data.items.map((dataset) => <li key={dataset.slug}><DatasetEntry dataset={dataset} /></li>)}</ol>}
            <Pager state={state} total={data.total} pageSize={data.pageSize} />
          </section>
        </div>
      )}
    </div>
  );
}
