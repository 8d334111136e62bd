import type { JSX, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import classes from './page-header.module.css';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Buttons and links that act on the whole page. */
  readonly actions?: ReactNode;
  /** The page above this one. */
  readonly back?: { readonly to: string; readonly label: string };
  /** Badges and small facts that stand under the title. */
  readonly children?: ReactNode;
}

/** The page's one `h1`, its document title, and the reading point after a change of page. */
export function PageHeader({ title, lead, actions, back, children }: Props): JSX.Element {
  const { t } = useTranslation('shell');
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const siteName = t('siteName');
  useEffect(() => { document.title = `${title} | ${siteName}`; }, [title, siteName]);
  // The browser announces the first page itself; later ones are announced by moving the focus to their heading.
  // A search or a filter changes only the query, and leaves the focus where it is.
  const focusedFor = useRef(key === 'default' ? pathname : '');
  useEffect(() => {
    if (focusedFor.current === pathname || window.location.hash) return;
    focusedFor.current = pathname;
    heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className={classes.header}>
      {back && <p className={classes.back}><Link to={back.to}>{back.label}</Link></p>}
      <div className={classes.row}>
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {actions && <div className={`sui-row ${classes.actions}`}>{actions}</div>}
      </div>
      {children && <div className={`sui-row ${classes.facts}`}>{children}</div>}
      {lead && <div className={classes.lead}>{typeof lead === 'string' ? <p>{lead}</p> : lead}</div>}
    </div>
  );
}
