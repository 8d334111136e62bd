import type { RouteObject } from 'react-router';

/** The way into the enclave: the launch gate, and the desktop that has the window to itself. */
export const workspacesRoutes: RouteObject[] = [
  { path: '/projects/:id/launch', lazy: () => import('./launch-page.js') },
  { path: '/workspaces/:id', handle: { fullScreen: true }, lazy: () => import('./desktop-page.js') },
];
