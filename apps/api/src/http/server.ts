import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Environment } from '@suimon/platform';
import compression from 'compression';
import connectPgSimple from 'connect-pg-simple';
import express from 'express';
import type { NextFunction, Request, Response } from 'express';
import session from 'express-session';
import passport from 'passport';
import pg from 'pg';
import { openApiDocument } from './openapi.js';

const SessionStore = connectPgSimple(session);

/** Everything around the routes: request ids, security headers, the session, the portal's files. Returns what closes the session store. */
export function dressServer(app: NestExpressApplication, environment: Environment<'api'>, version: string): () => Promise<void> {
  const gateway = new URL(environment.SUIMON_GATEWAY_URL).origin.replace(/^http/, 'ws');
  const isSecure = environment.SUIMON_BASE_URL.startsWith('https://');
  app.disable('x-powered-by');
  app.use((request: Request, response: Response, next: NextFunction) => {
    request.suimon = { requestId: randomUUID() };
    response.set({
      'Content-Security-Policy': `default-src 'self'; connect-src 'self' ${gateway}; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY', 'Referrer-Policy': 'no-referrer', 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Resource-Policy': 'same-origin', 'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
      'X-Request-Id': request.suimon.requestId, ...(isSecure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    });
    next();
  });
  const pool = new pg.Pool({ connectionString: environment.DATABASE_URL, max: 5, connectionTimeoutMillis: 5000 });
  // A lost connection is opened again at the next request; the request that meets it fails by itself.
  pool.on('error', () => undefined);
  const store = new SessionStore({ pool, tableName: 'session', createTableIfMissing: false, errorLog: () => undefined });
  app.use('/api', session({
    name: isSecure ? '__Host-suimon' : 'suimon', secret: environment.SUIMON_SESSION_SECRET, resave: false, saveUninitialized: false, rolling: true,
    cookie: { httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/', maxAge: environment.SUIMON_SESSION_IDLE_MINUTES * 60_000 },
    store,
  }));
  app.use('/api', passport.initialize());
  passport.serializeUser((user, done) => { done(null, user.id); });
  app.setGlobalPrefix('api');
  app.use('/api/openapi.json', (_request: Request, response: Response) => { response.json(openApiDocument(version)); });
  if (environment.SUIMON_PORTAL_DIR) servePortal(app, resolve(environment.SUIMON_PORTAL_DIR));
  return async () => { await store.close(); await pool.end(); };
}

/** Hashed assets for ever, the page itself never cached; every other path is a page of the portal. */
function servePortal(app: NestExpressApplication, directory: string): void {
  // The portal's own files only: an answer with personal data beside chosen text is never compressed, nor is the event stream.
  app.use('/assets', compression(), express.static(resolve(directory, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(directory, { index: false, maxAge: 0 }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || request.path.startsWith('/api')) { next(); return; }
    response.set('Cache-Control', 'no-store').sendFile(resolve(directory, 'index.html'));
  });
}
