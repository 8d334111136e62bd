import type { RouteObject } from 'react-router';

/** How the platform stands, and whose accounts may use it. */
export const assuranceRoutes: RouteObject[] = [
  { path: '/operations', lazy: () => import('./operations-page.js') },
  { path: '/accounts', lazy: () => import('./accounts-page.js') },
];
