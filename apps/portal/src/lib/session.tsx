import { endpoints } from '@suimon/contracts';
import type { Me, Role } from '@suimon/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ForbiddenPage } from '../routes/forbidden-page.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { SkeletonPage } from '../ui/skeletons.js';
import type { ProblemError } from './problem-error.js';
import { useRead } from './queries.js';

/** Who is signed in, and how strongly. Read once and kept true by change notices and commands. */
export const useMe = (): UseQueryResult<Me, ProblemError> => useRead(endpoints.people.me, {});

export type Person = NonNullable<Me['person']>;
/** The person, once both factors are shown; null for a visitor and between the factors. */
export const signedIn = (me: Me | undefined): Person | null => (me && me.aal >= 2 ? me.person : null);
/** Platform roles only; a place in a project is read from the project itself. */
export const holdsRole = (me: Me | undefined, ...roles: readonly Role[]): boolean => signedIn(me)?.roles.some((role) => roles.includes(role)) ?? false;

/** Address of the sign-in page that returns to where one stands. */
export const signInHref = (path: string): string => `/sign-in?next=${encodeURIComponent(path)}`;

/** Lets only a session with two factors through; a visitor signs in and comes back here. */
export function RequireSession({ children }: { children: ReactNode }): JSX.Element {
  const { data: me, error, refetch } = useMe();
  const location = useLocation();
  if (error && !me) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!me) return <SkeletonPage />;
  if (!signedIn(me)) return <Navigate to={signInHref(location.pathname + location.search)} replace />;
  return <>{children}</>;
}

/** Lets only holders of one of the roles through; the refusal says who can help. Spare server rules: this only saves a useless page. */
export function RequireRole({ roles, children }: { roles: readonly Role[]; children: ReactNode }): JSX.Element {
  const { data: me } = useMe();
  return <RequireSession>{holdsRole(me, ...roles) ? children : <ForbiddenPage roles={roles} />}</RequireSession>;
}
