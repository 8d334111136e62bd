import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { generatedPages } from './docs/pages.js';

/** `npm run generate`: writes every page below `docs/generated`. */
const root = resolve(import.meta.dirname, '../../..');
for (const { path, content } of generatedPages()) {
  mkdirSync(dirname(resolve(root, path)), { recursive: true });
  writeFileSync(resolve(root, path), content);
}
