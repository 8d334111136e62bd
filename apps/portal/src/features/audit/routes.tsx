import type { RouteObject } from 'react-router';

/** Screens of this area. Each is lazy: `lazy: () => import('./x-page.js')`, where x-page exports `Component`. */
export const auditRoutes: RouteObject[] = [];
