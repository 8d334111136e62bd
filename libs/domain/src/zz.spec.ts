import { test } from '@jest/globals';
import { Walks } from './testing/properties.js';
import { transferWorld } from './testing/transfer.world.js';
test('x', () => {
  const t0 = Date.now();
  const w = new Walks(transferWorld, { runs: 500, maxSteps: 40 });
  console.log(Date.now() - t0);
  const c: Record<string, number> = {}; let n = 0;
  w.hold((j, t) => { n++; const k = t ? `${t.before.status}:${t.name}${t.denial ? ':x' : ''}` : 'turn'; c[k] = (c[k] ?? 0) + 1; });
  console.log(n, c);
});
