import type { JSX } from 'react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useMatches } from 'react-router';
import { SkeletonPage } from '../../ui/skeletons.js';
import { OfflineBanner } from './offline-banner.js';
import { SiteFooter } from './site-footer.js';
import { SiteHeader } from './site-header.js';
import classes from './layout.module.css';

const asksForFullScreen = (handle: unknown): boolean => typeof handle === 'object' && handle !== null && 'fullScreen' in handle && handle.fullScreen === true;

/** The frame around every screen. A route with `handle: { fullScreen: true }` has the window to itself. */
export function Layout(): JSX.Element {
  const { t } = useTranslation('shell');
  const fullScreen = useMatches().some((match) => asksForFullScreen(match.handle));
  const screen = <Suspense fallback={<SkeletonPage />}><Outlet /></Suspense>;
  if (fullScreen) return <main id="main" tabIndex={-1} className={classes.full}>{screen}</main>;
  return (
    <div className={classes.frame}>
      <a href="#main" className={classes.skip}>{t('skip')}</a>
      <SiteHeader />
      <OfflineBanner />
      <main id="main" tabIndex={-1} className={`sui-column ${classes.main}`}>{screen}</main>
      <SiteFooter />
      <ScrollRestoration />
    </div>
  );
}
