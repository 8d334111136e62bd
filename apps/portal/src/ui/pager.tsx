import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListState } from '../lib/list-state.js';
import { useText } from '../lib/text.js';
import classes from './data-list.module.css';

/** Where one is in a long list; every page is a link. Nothing when all fits on one page. */
export function Pager({ state, total, pageSize }: { state: ListState; total: number; pageSize: number }): JSX.Element | null {
  const { t } = useTranslation('ui');
  const { number } = useText();
  const pages = Math.ceil(total / Math.max(1, pageSize));
  if (pages <= 1) return null;
  const page = Math.min(state.page, pages);
  return (
    <nav className={classes.pager} aria-label={t('list.pages')}>
      {page > 1 ? <Link to={state.linkTo({ page: page - 1 })} rel="prev">{t('list.previous')}</Link> : <span />}
      <span>{t('list.pageOf', { page: number(page), pages: number(pages) })}</span>
      {page < pages ? <Link to={state.linkTo({ page: page + 1 })} rel="next">{t('list.next')}</Link> : <span />}
    </nav>
  );
}
