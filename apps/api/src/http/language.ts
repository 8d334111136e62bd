import type { Request } from 'express';

/** Japanese unless the browser prefers English. */
export const languageOf = (request: Request): 'ja' | 'en' => (request.acceptsLanguages(['ja', 'en']) === 'en' ? 'en' : 'ja');
