import type { RouteObject } from 'react-router';

/** Projects: what one may use, with whom, until when. */
export const projectsRoutes: RouteObject[] = [
  { path: '/projects', lazy: () => import('./projects-page.js') },
  { path: '/projects/:id', lazy: () => import('./project-page.js') },
];
