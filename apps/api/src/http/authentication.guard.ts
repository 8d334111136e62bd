import { createHash } from 'node:crypto';
import type { Endpoint } from '@suimon/contracts';
import { Denial } from '@suimon/domain';
import type { PersonActor } from '@suimon/domain';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { PeopleQueries } from '@suimon/persistence';
import type { Request } from 'express';
import { ANONYMOUS } from './call.js';
import type { Visitor } from './call.js';
import { ENDPOINT } from './endpoint.decorator.js';
import { languageOf } from './language.js';

/** Closed by default: two factors on every endpoint that does not say otherwise in the endpoint list (R020, R030). */
export class AuthenticationGuard implements CanActivate {
  private readonly reflector = new Reflector();
  constructor(private readonly people: PeopleQueries, private readonly baseUrl: string) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint || !request.suimon) throw new Denial('missing', 'not-found');
    if (request.method !== 'GET') this.demandOwnOrigin(request);
    const visitor = await this.visitorOf(request);
    request.suimon.endpoint = endpoint;
    request.suimon.visitor = visitor;
    if (endpoint.isPublic) return true;
    if (!visitor.person) throw new Denial('access', 'sign-in-required');
    if (visitor.person.status === 'suspended') throw new Denial('access', 'launch-not-suspended');
    if (visitor.actor.aal < (endpoint.oneFactor ? 1 : 2)) throw new Denial('access', 'second-factor-required');
    return true;
  }

  /** Browsers send Origin with every unsafe request: another site's is refused, whatever cookie comes with it. */
  private demandOwnOrigin(request: Request): void {
    const origin = request.get('origin');
    if (origin !== undefined && origin !== new URL(this.baseUrl).origin && origin !== `${request.protocol}://${request.get('host')}`) throw new Denial('access', 'origin-not-allowed');
  }

  private async visitorOf(request: Request): Promise<Visitor> {
    const language = languageOf(request);
    const personId = request.session.passport?.user;
    const person = personId ? await this.people.byId(personId) : null;
    if (!person) return { person: null, actor: ANONYMOUS, sessionRef: null, language };
    const { passwordHash: _hash, totpSecret: _secret, failedAttempts: _failed, lockedUntil: _locked, ...known } = person;
    const actor: PersonActor = { kind: 'person', id: person.id, roles: person.status === 'active' ? person.roles : [], organisationId: person.organisationId, aal: request.session.secondFactorAt ? 2 : 1, secondFactorAt: request.session.secondFactorAt ?? null };
    return { person: known, actor, sessionRef: sessionRef(request.sessionID), language };
  }
}

/** Names a session in logs and tickets without giving it away. */
export const sessionRef = (sessionId: string): string => createHash('sha256').update(sessionId).digest('hex').slice(0, 24);

declare module 'express-session' {
  interface SessionData { passport?: { user: string }; secondFactorAt?: string }
}
