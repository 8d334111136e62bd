import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { useBasket } from '../../features/catalogue/basket.js';
import { signInHref, signedIn, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { AccountMenu } from './account-menu.js';
import { BrandMark } from './brand-mark.js';
import { LanguageSwitch } from './language-switch.js';
import { navigationFor } from './navigation.js';
import { SchemeToggle } from './scheme-toggle.js';
import classes from './layout.module.css';

/** Name, tools and the role's own navigation; on a narrow screen the navigation folds behind a button. */
export function SiteHeader(): JSX.Element {
  const { t } = useTranslation('shell');
  const { number } = useText();
  const { data: me } = useMe();
  const location = useLocation();
  // The menu belongs to the page it was opened on, so going elsewhere closes it without an effect.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const open = openOn === location.key;
  const basket = useBasket();
  const person = signedIn(me);
  const here = location.pathname === '/sign-in' ? '/inbox' : location.pathname + location.search;
  return (
    <header className={classes.header}>
      <div className="sui-column">
        <div className={classes.bar}>
          <Link to="/" className={classes.brand}><BrandMark /><span lang="ja">水門</span><span lang="en" className={classes.latin}>Suimon</span></Link>
          <div className={classes.tools}>
            <span className={classes.wide}><LanguageSwitch /></span>
            <span className={classes.wide}><SchemeToggle /></span>
            {person ? <AccountMenu person={person} /> : <Link to={signInHref(here)} className={classes.tool}>{t('signIn')}</Link>}
            <button type="button" className={`${classes.tool} ${classes.menuButton}`} aria-expanded={open} aria-controls="site-navigation" onClick={() => setOpenOn(open ? null : location.key)}>{open ? t('closeMenu') : t('menu')}</button>
          </div>
        </div>
        <nav id="site-navigation" className={classes.nav} data-open={open} aria-label={t('navigation')}>
          <ul className={classes.links}>
            {navigationFor(me).map(({ key, to }) => (
              <li key={key}>
                <NavLink to={to} end={to === '/'} className={classes.link}>
                  {t(`nav.${key}`)}
                  {key === 'inbox' && me !== undefined && me.inboxCount > 0 && <span className={classes.count}>{number(me.inboxCount)}<span className="sui-hidden"> {t('inboxWaiting')}</span></span>}
                </NavLink>
              </li>
            ))}
            {basket.slugs.length > 0 && <li><NavLink to="/basket" className={classes.link}>{t('nav.basket', { number: number(basket.slugs.length) })}</NavLink></li>}
          </ul>
          <div className={`${classes.narrow} sui-row`}><LanguageSwitch /><SchemeToggle /></div>
        </nav>
      </div>
    </header>
  );
}
