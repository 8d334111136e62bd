import type { ResponseOf, endpoints } from '@suimon/contracts';
import { useMediaQuery } from '@mantine/hooks';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListState } from '../../lib/list-state.js';
import { useText } from '../../lib/text.js';
import classes from './catalogue.module.css';

type Facets = ResponseOf<typeof endpoints.catalogue.search>['facets'];
const NAMES = ['dbKind', 'providerKind', 'dataClass', 'codeSystem'] as const;

/** Ways to narrow the list, each with the number of datasets behind it. Every choice is a link and can be undone where it was made. */
export function CatalogueFacets({ state, facets }: { state: ListState; facets: Facets }): JSX.Element {
  const { t } = useTranslation('catalogue');
  const { number } = useText();
  const wide = useMediaQuery('(width >= 62rem)', true, { getInitialValueInEffect: false });
  const chosen = NAMES.filter((name) => state.filter(name) !== '').length;
  return (
    <details className={classes.facets} open={wide || undefined}>
      <summary>{chosen > 0 ? t('facets.chosen', { number: number(chosen) }) : t('facets.title')}</summary>
      <nav aria-label={t('facets.title')} className={classes.facetList}>
        {NAMES.filter((name) => facets[name].length > 0 || state.filter(name) !== '').map((name) => (
          <section key={name} aria-labelledby={`facet-${name}`}>
            <h2 id={`facet-${name}`} className={classes.facetName}>{t(`facets.${name}`)}</h2>
            <ul>
              {facets[name].map(({ value, count }) => {
                const isChosen = state.filter(name) === value;
                return (
                  <li key={value}>
                    <Link to={state.linkTo({ [name]: isChosen ? undefined : value })} preventScrollReset aria-current={isChosen ? 'true' : undefined} className={classes.facet}>
                      <span>{name === 'codeSystem' ? value : t(`${name}.${value}`)}</span>
                      <span className={classes.facetCount}>{isChosen ? t('facets.remove') : <>{number(count)}<span className="sui-hidden">{t('facets.unit')}</span></>}</span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
        {state.anyFilter && <button type="button" className="sui-link-button" onClick={state.clear}>{t('clear')}</button>}
      </nav>
    </details>
  );
}
