import type { RouteObject } from 'react-router';
import { airlockRoutes } from '../features/airlock/routes.js';
import { applicationsRoutes } from '../features/applications/routes.js';
import { assuranceRoutes } from '../features/assurance/routes.js';
import { auditRoutes } from '../features/audit/routes.js';
import { catalogueRoutes } from '../features/catalogue/routes.js';
import { peopleRoutes } from '../features/people/routes.js';
import { projectsRoutes } from '../features/projects/routes.js';
import { workspacesRoutes } from '../features/workspaces/routes.js';
import { NotFoundPage } from '../routes/not-found-page.js';
import { RouteErrorPage } from '../routes/route-error-page.js';
import { SkeletonPage } from '../ui/skeletons.js';
import { Layout } from './layout/layout.js';

/** Every screen of the portal. An area adds its own in `features/<area>/routes.tsx`. */
export const routes: RouteObject[] = [{
  element: <Layout />,
  errorElement: <RouteErrorPage />,
  hydrateFallbackElement: <SkeletonPage />,
  children: [{
    errorElement: <RouteErrorPage />,
    children: [
      ...catalogueRoutes, ...peopleRoutes, ...applicationsRoutes, ...projectsRoutes, ...workspacesRoutes, ...airlockRoutes, ...auditRoutes, ...assuranceRoutes,
      { path: '*', element: <NotFoundPage /> },
    ],
  }],
}];
