import type { DenialCode } from '@suimon/domain';
import { actorRef } from '@suimon/domain';
import type { Clock, Origin, UnitOfWork } from '@suimon/use-cases';
import type { Request } from 'express';
import type { Visitor } from './call.js';

/** Audit of what changes no record: sign-ins, views of files, refusals (R126, I11). */
export class AccessLog {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly clock: Clock) {}

  async note(visitor: Pick<Visitor, 'actor'>, origin: Origin, type: string, detail: Record<string, unknown> = {}): Promise<void> {
    const by = actorRef(visitor.actor);
    await this.unitOfWork.run((tx) => tx.note('session', by, { ...detail, type, at: this.clock.now(), by }, origin));
  }

  /** A refused action of a signed-in person. Plain "not found" reads and form errors are not acts against a rule. */
  async denied(request: Request, code: DenialCode, status: number): Promise<void> {
    const visitor = request.suimon?.visitor;
    if (!visitor?.person || !request.suimon || status >= 500 || (request.method === 'GET' && status === 404) || status === 400 || status === 401) return;
    await this.note(visitor, originOf(request), 'session.denied', { code, status, method: request.method, path: request.path }).catch(() => undefined);
  }
}

export const originOf = (request: Request): Origin => ({ requestId: request.suimon?.requestId ?? '', ip: request.ip ?? null, sessionRef: request.suimon?.visitor?.sessionRef ?? null });
