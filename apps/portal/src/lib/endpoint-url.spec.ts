import { endpoints } from '@suimon/contracts';
import { urlOf } from './endpoint-url.js';

describe('the address of an endpoint', () => {
  test('params are escaped, so a slug cannot leave its place', () => {
    expect(urlOf(endpoints.catalogue.dataset, { params: { slug: '../me?x' } })).toBe('/api/catalogue/..%2Fme%3Fx');
  });
  test('what is not given does not appear', () => {
    expect(urlOf(endpoints.catalogue.search, { query: { q: '', dbKind: undefined, page: 2 } })).toBe('/api/catalogue?page=2');
  });
});
