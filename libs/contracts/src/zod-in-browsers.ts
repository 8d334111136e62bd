import { config } from 'zod';

// Zod tries out `new Function`, which the portal's content security policy forbids and the browser then reports on every page.
// This stands here because it must run before the first schema is made, in whatever chunk that is.
if ('document' in globalThis) config({ jitless: true });
