import type { RouteObject } from 'react-router';

/** Signing in, what waits on a person, and what a person learns and promises before use. */
export const peopleRoutes: RouteObject[] = [
  { path: '/sign-in', lazy: () => import('./sign-in-page.js') },
  { path: '/inbox', lazy: () => import('./inbox-page.js') },
  { path: '/preparation', lazy: () => import('./preparation-page.js') },
  { path: '/preparation/training/:moduleId', lazy: () => import('./training-page.js') },
  { path: '/preparation/agreements/:agreement', lazy: () => import('./agreement-page.js') },
];
