/**
 * The fences between layers (ARCHITECTURE.md, "Fences"). `test/architecture` feeds each of them an import that it must refuse.
 * Specs are outside: what they may import is everything that helps to test.
 */
const SPEC = '\\.spec\\.tsx?$';
const own = (place) => `^${place}/src/`;
const packages = (...names) => `^node_modules/(${names.join('|')})(/|$)`;
const NODE = '^(node:)?(assert|buffer|child_process|crypto|dns|events|fs|http|https|net|os|path|perf_hooks|process|stream|string_decoder|timers|tls|url|util|worker_threads|zlib)(/|$)';

/** A layer may import what is listed and nothing else. */
const layer = (name, place, comment, allowed, besides = []) => ({
  name: `${name}-only`, severity: 'error', comment,
  from: { path: own(place), pathNot: [SPEC, ...besides] },
  // What leads nowhere is reported once, by `nothing-unresolved`.
  to: { pathNot: [own(place), ...allowed], couldNotResolve: false },
});
/** Nobody outside `users` may import `place`. */
const reserved = (name, place, comment, users) => ({ name: `${name}-reserved`, severity: 'error', comment, from: { pathNot: [SPEC, own(place), ...users] }, to: { path: own(place) } });
/** A process never comes near what its identity has no right to, not even through others. */
const farFrom = (name, entry, comment, path) => ({ name, severity: 'error', comment, from: { path: entry }, to: { path, reachable: true } });

const SERVER = ['domain', 'contracts', 'use-cases', 'persistence', 'storage', 'workspace-runtime', 'platform'].map((lib) => own(`libs/${lib}`));
const DOMAIN = own('libs/domain');
const USE_CASES = own('libs/use-cases');
const ANY_PACKAGE = '^node_modules/(?!@suimon/)';
const TESTERS = [own('libs/testing'), '^libs/[^/]+/test/', '^test/'];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'No module needs itself. Types may refer to each other.', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'pre-compilation-only'] } } },
    { name: 'nothing-unresolved', severity: 'error', comment: 'Every import leads somewhere.', from: {}, to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)$' } },
    { name: 'no-spec-in-the-product', severity: 'error', comment: 'What ships imports no test and no test helper.', from: { pathNot: [SPEC, '/src/testing/', ...TESTERS] }, to: { path: [SPEC, '/src/testing/', '^libs/[^/]+/test/'] } },

    layer('domain', 'libs/domain', 'The domain is pure: it imports itself.', [], ['/src/testing/']),
    layer('contracts', 'libs/contracts', 'Contracts are zod shapes over the constant lists of the domain.', [DOMAIN, packages('zod')]),
    layer('use-cases', 'libs/use-cases', 'Use cases know the domain and their own ports; of Node only types.', [DOMAIN, NODE]),
    { name: 'use-cases-types-of-node', severity: 'error', comment: 'A port may name a stream; a use case opens none.', from: { path: USE_CASES, pathNot: SPEC }, to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] } },
    layer('persistence', 'libs/persistence', 'Postgres behind the ports.', [DOMAIN, USE_CASES, packages('typeorm', 'pg', '@types/pg', 'reflect-metadata'), NODE]),
    layer('storage', 'libs/storage', 'S3 behind the ports.', [DOMAIN, USE_CASES, packages('minio'), NODE]),
    layer('workspace-runtime', 'libs/workspace-runtime', 'Workspaces behind the ports.', [DOMAIN, USE_CASES, NODE]),
    layer('platform', 'libs/platform', 'What every server process needs.', [DOMAIN, own('libs/contracts'), USE_CASES, own('libs/persistence'), packages('@nestjs/[^/]+', 'pino', 'zod', 'bullmq', 'pg', '@types/pg', 'rxjs', 'reflect-metadata', 'typeorm'), NODE]),
    layer('embedded', 'libs/embedded', 'Starts services; knows nothing of the product.', [packages('minio', 'pg', '@types/pg'), NODE]),
    layer('launcher', 'apps/launcher', 'Supervises processes; imports none of them.', [own('libs/embedded'), NODE]),
    layer('api', 'apps/api', 'All server layers, never the portal nor the worker.', [...SERVER, ANY_PACKAGE, NODE]),
    layer('airlock-worker', 'apps/airlock-worker', 'All server layers, never the portal nor the API with its workspace controller and gateway.', [...SERVER, ANY_PACKAGE, NODE]),
    layer('portal', 'apps/portal', 'The portal shows what the API allows: contracts, and what draws a page.', [own('libs/contracts'), packages('react', 'react-dom', 'react-router', 'react-hook-form', 'react-i18next', 'i18next', 'zod', '@types/react', '@types/react-dom', '@mantine/[^/]+', '@tanstack/react-query', '@digital-go-jp/design-tokens', '@fontsource/[^/]+', '@novnc/novnc', 'vite')]),

    reserved('testing', 'libs/testing', 'Harnesses are for specs and tests.', TESTERS),
    reserved('embedded', 'libs/embedded', 'Only the launcher and tests start services.', [own('apps/launcher'), ...TESTERS]),
    reserved('api', 'apps/api', 'An application is nobody’s library.', TESTERS),
    reserved('airlock-worker', 'apps/airlock-worker', 'An application is nobody’s library.', TESTERS),
    reserved('launcher', 'apps/launcher', 'An application is nobody’s library.', TESTERS),
    reserved('portal', 'apps/portal', 'An application is nobody’s library.', TESTERS),

    farFrom('api-starts-nothing', '^apps/api/src/main\\.ts$', 'The HTTP API neither runs workspaces nor starts programs.', ['^libs/workspace-runtime/', '^(node:)?child_process$']),
    farFrom('gateway-has-no-store', '^apps/api/src/main\\.gateway\\.ts$', 'The gateway has no object store.', ['^libs/storage/', packages('minio')]),
    farFrom('controller-has-no-store', '^apps/api/src/main\\.workspaces\\.ts$', 'The workspace controller has no object store and serves nobody.', ['^libs/storage/', packages('minio', '@nestjs/[^/]+', 'express')]),
    farFrom('worker-serves-nobody', '^apps/airlock-worker/src/main\\.ts$', 'The airlock worker has no inbound traffic.', [packages('@nestjs/platform-express', 'express', 'ws')]),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/\\.scratch/', '^apps/portal/(build-plugins|vite\\.config|public)'] },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['@suimon/source', 'import', 'node', 'types', 'default'], mainFields: ['module', 'main', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'] },
  },
};
