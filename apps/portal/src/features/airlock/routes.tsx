import type { RouteObject } from 'react-router';

/** The gate in both directions: requests, their review, and how it works. */
export const airlockRoutes: RouteObject[] = [
  { path: '/transfers', lazy: () => import('./transfers-page.js') },
  { path: '/transfers/:id', lazy: () => import('./transfer-page.js') },
  { path: '/projects/:id/imports/new', lazy: () => import('./new-import-page.js') },
  { path: '/reviews', lazy: () => import('./reviews-page.js') },
  { path: '/reviews/:id', lazy: () => import('./review/review-page.js') },
  { path: '/help/airlock', lazy: () => import('./help-page.js') },
];
