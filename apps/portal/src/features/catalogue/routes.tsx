import type { RouteObject } from 'react-router';

/** Screens anyone may see: what is offered, to whom it was opened, and the basket. */
export const catalogueRoutes: RouteObject[] = [
  { index: true, lazy: () => import('./catalogue-page.js') },
  { path: '/datasets/:slug', lazy: () => import('./dataset-page.js') },
  { path: '/basket', lazy: () => import('./basket-page.js') },
  { path: '/register', lazy: () => import('./register-page.js') },
];
