import type { Me, Role } from '@suimon/contracts';
import { holdsRole, signedIn } from '../../lib/session.js';

export interface NavigationItem { readonly key: 'inbox' | 'catalogue' | 'register' | 'applications' | 'projects' | 'transfers' | 'preparation' | 'reviews' | 'audit' | 'operations' | 'accounts'; readonly to: string }
interface Row extends NavigationItem { /** Null: everyone; `session`: any signed-in person. */ readonly roles: readonly Role[] | 'session' | null }

/** What a person works with, in the order of how often. The inbox comes first. */
const ROWS: readonly Row[] = [
  { key: 'inbox', to: '/inbox', roles: 'session' },
  { key: 'catalogue', to: '/', roles: null },
  { key: 'applications', to: '/applications', roles: ['researcher', 'secretary', 'committee', 'chair', 'auditor'] },
  { key: 'projects', to: '/projects', roles: ['researcher', 'secretary', 'security', 'auditor'] },
  { key: 'transfers', to: '/transfers', roles: ['researcher'] },
  { key: 'reviews', to: '/reviews', roles: ['steward'] },
  { key: 'preparation', to: '/preparation', roles: ['researcher'] },
  { key: 'operations', to: '/operations', roles: ['operator', 'security', 'auditor'] },
  { key: 'accounts', to: '/accounts', roles: ['operator', 'security', 'auditor'] },
  { key: 'audit', to: '/audit', roles: ['auditor', 'security'] },
  { key: 'register', to: '/register', roles: null },
];

export const navigationFor = (me: Me | undefined): readonly NavigationItem[] =>
  ROWS.filter(({ roles }) => roles === null || (roles === 'session' ? signedIn(me) !== null : holdsRole(me, ...roles)));
