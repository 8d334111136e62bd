import type { RouteObject } from 'react-router';

/** The audit log, for auditors and security officers. */
export const auditRoutes: RouteObject[] = [
  { path: '/audit', lazy: () => import('./audit-page.js') },
];
