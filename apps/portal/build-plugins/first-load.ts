import type { Plugin } from 'vite';

/** Replaces text that must be there, so that an upgrade which moves it stops the build instead of quietly growing it. */
const swap = (code: string, id: string, pairs: readonly (readonly [from: string, to: string])[]): string => pairs.reduce((text, [from, to]) => {
  if (!text.includes(from)) throw new Error(`first-load: ${id} no longer contains ${from}`);
  return text.replace(from, to);
}, code);

const ABSENT = '() => { throw new Error("JSON Schema is not part of the portal"); }';

/** Leaves out what a browser never runs here: zod's JSON Schema export (the API makes the OpenAPI document) and the router's development warnings. */
export const lighterPackages: Plugin = {
  name: 'lighter-packages',
  apply: 'build',
  enforce: 'pre',
  transform: (code, id) => {
    if (id.endsWith('/zod/v4/classic/schemas.js')) {
      return swap(code, id, [
        ['import * as processors from "../core/json-schema-processors.js";', 'const processors = {};'],
        ['import { createStandardJSONSchemaMethod, createToJSONSchemaMethod } from "../core/to-json-schema.js";', `const createStandardJSONSchemaMethod = () => ${ABSENT}; const createToJSONSchemaMethod = () => ${ABSENT};`],
      ]);
    }
    if (/\/react-router\/dist\/development\/chunk-[^/]+\.mjs$/.test(id) && code.includes('var ENABLE_DEV_WARNINGS = true;')) return code.replace('var ENABLE_DEV_WARNINGS = true;', 'var ENABLE_DEV_WARNINGS = false;');
    return undefined;
  },
};

/** Every browser that runs this portal reads woff2; the woff twins would double the size of the build. */
export const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform: (code, id) => (/noto-sans-jp\/\d+\.css/.test(id) ? code.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '') : undefined),
};
