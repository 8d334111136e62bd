import { endpoints } from '@suimon/contracts';
import { concerns } from './notice-reach.js';

const key = (endpoint: { area: string; path: string }, params: Record<string, string> = {}): readonly unknown[] => [endpoint.area, endpoint.path, { params, query: {} }];
const notice = { kind: 'transfer', id: 'a' } as const;

describe('what a change notice reaches', () => {
  test('its own record and every list of the area', () => {
    expect(concerns(notice, key(endpoints.airlock.one, { id: 'a' }))).toBe(true);
    expect(concerns(notice, key(endpoints.airlock.list))).toBe(true);
  });
  test('not another record, not another area', () => {
    expect(concerns(notice, key(endpoints.airlock.one, { id: 'b' }))).toBe(false);
    expect(concerns(notice, key(endpoints.projects.list))).toBe(false);
  });
  test('the timeline of the record, whatever its area', () => {
    expect(concerns(notice, key(endpoints.audit.timeline, { kind: 'transfer', id: 'a' }))).toBe(true);
    expect(concerns(notice, key(endpoints.audit.timeline, { kind: 'transfer', id: 'b' }))).toBe(false);
  });
  test('every launch gate when a person’s standing changes', () => {
    expect(concerns({ kind: 'standing', id: 'person' }, key(endpoints.workspaces.launch, { id: 'project' }))).toBe(true);
  });
  test('only the inbox and its count for an inbox notice, which comes with every change of anything', () => {
    const inbox = { kind: 'inbox', id: 'person' } as const;
    expect([endpoints.people.inbox, endpoints.people.me, endpoints.people.preparation].map((endpoint) => concerns(inbox, key(endpoint)))).toEqual([true, true, false]);
  });
});
