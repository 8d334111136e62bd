import { createHash } from 'node:crypto';
import { manifestHash } from './manifest.hash.js';

describe('hash of a manifest', () => {
  const one = { path: 'a.csv', role: 'output', sizeBytes: 3, sha256: 'a'.repeat(64) } as const;
  const two = { path: '表/b.csv', role: 'supporting', sizeBytes: 0, sha256: 'b'.repeat(64) } as const;
  it('is SHA-256 over canonical lines, whatever the order of the files', () => {
    const lines = `a.csv\0output\u00003\0${'a'.repeat(64)}\n表/b.csv\0supporting\u00000\0${'b'.repeat(64)}\n`;
    expect(manifestHash([one, two])).toBe(createHash('sha256').update(lines).digest('hex'));
    expect(manifestHash([two, one])).toBe(manifestHash([one, two]));
  });
  it.each([['path', { path: 'A.csv' }], ['role', { role: 'supporting' as const }], ['size', { sizeBytes: 4 }], ['bytes', { sha256: 'c'.repeat(64) }]])('changes with the %s of a file', (_name, change) => {
    expect(manifestHash([{ ...one, ...change }, two])).not.toBe(manifestHash([one, two]));
  });
});
