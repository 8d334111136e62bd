import type { RouteObject } from 'react-router';

/** Screens of this area: the list, one application, its wizard, its printed form. */
export const applicationsRoutes: RouteObject[] = [
  { path: '/applications', lazy: () => import('./application-list-page.js') },
  { path: '/applications/:id', lazy: () => import('./application-page.js') },
  { path: '/applications/:id/edit/:section', lazy: () => import('./edit/edit-page.js') },
  { path: '/applications/:id/print', lazy: () => import('./print-page.js') },
];
