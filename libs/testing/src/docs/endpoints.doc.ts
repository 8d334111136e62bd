import { endpoints } from '@suimon/contracts';
import type { Endpoint } from '@suimon/contracts';
import { code, page, table } from './page.js';
import type { Page } from './page.js';

const access = ({ isPublic, oneFactor }: Pick<Endpoint, 'isPublic' | 'oneFactor'>): string => (isPublic ? 'public' : oneFactor ? 'one factor' : 'signed in');
const listOf = (area: Readonly<Record<string, Pick<Endpoint, 'method' | 'path' | 'summary' | 'isPublic' | 'oneFactor'>>>): readonly (readonly string[])[] =>
  Object.entries(area).map(([name, endpoint]) => [code(name), endpoint.method, code(`/api${endpoint.path}`), access(endpoint), endpoint.summary]);

/** Every line of the HTTP API, area by area. */
export const endpointsPage = (): Page =>
  page('endpoints', 'Endpoints', '`endpoints` of `libs/contracts`',
    'A route is closed unless it says otherwise: "public" needs no session, "one factor" a session that still lacks its second factor, "signed in" a session with both. Who may then do what is in the permission pages.',
    ...Object.entries(endpoints).flatMap(([area, lines]) => [`## ${area}`, table(['name', 'method', 'path', 'access', 'what it does'], listOf(lines))]));
