import { airlockPass } from './airlock-pass.bench.js';
import { apiRead } from './api-read.bench.js';
import type { Figure } from './figure.js';
import { workerMemory } from './worker-memory.bench.js';

/** `npm run bench`: figures as ratios against the raw part, measured in the same run on the same machine. */
const figures: Figure[] = [];
for (const bench of [apiRead, airlockPass, workerMemory]) figures.push(...(await bench()));
const width = Math.max(...figures.map((figure) => figure.name.length));
for (const { name, ours, raw, unit, ratio } of figures) {
  const compared = raw === null ? '' : `   raw ${raw.toFixed(2)} ${unit}   ratio ${ratio?.toFixed(2) ?? ''}`;
  process.stdout.write(`${name.padEnd(width)}   ${ours.toFixed(2)} ${unit}${compared}\n`);
}
process.exit(0);
