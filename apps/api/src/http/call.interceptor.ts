import { createHash } from 'node:crypto';
import type { Endpoint } from '@suimon/contracts';
import { Denial } from '@suimon/domain';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { originOf } from './access-log.js';
import type { Call } from './call.js';

const ABANDONED_SECONDS = 60;
const ifMatch = z.string().regex(/^"?\d+"?$/).transform((value) => Number(value.replaceAll('"', ''))).optional();

/** Parses params, query and body by the contract; checks the answer against it; makes POST repeatable by Idempotency-Key. */
export class CallInterceptor implements NestInterceptor {
  constructor(private readonly dataSource: DataSource) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.handle(context, next));
  }

  private async handle(context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const { suimon } = request;
    if (!suimon?.endpoint || !suimon.visitor) throw new Denial('missing', 'not-found');
    const { endpoint, visitor } = suimon;
    suimon.call = {
      params: endpoint.params?.parse(request.params), query: endpoint.query?.parse(request.query), body: parseBody(endpoint, request),
      actor: visitor.actor, visitor, call: { actor: visitor.actor, origin: originOf(request), expectedVersion: ifMatch.parse(request.get('if-match')) }, request, response,
    } as Call<Endpoint>;
    response.set('Cache-Control', 'no-store');
    if (typeof endpoint.response === 'string') return lastValueFrom(next.handle(), { defaultValue: undefined });
    const shape = endpoint.response;
    return this.once(request, visitor.person?.id, async () => shape.parse(await lastValueFrom(next.handle())), response);
  }

  /** The first answer to a key is kept and given again; the same key with other content is refused. */
  private async once(request: Request, personId: string | undefined, work: () => Promise<unknown>, response: Response): Promise<unknown> {
    const key = request.get('idempotency-key');
    if (request.method !== 'POST' || !key || !personId || request.suimon?.endpoint?.body === 'stream') { response.status(200); return work(); }
    const hash = createHash('sha256').update(`${request.method} ${request.path}\n${JSON.stringify(request.body ?? null)}`).digest('hex');
    await this.dataSource.query("DELETE FROM idempotency WHERE (person_id = $1 AND key = $2 AND response IS NULL AND created_at < now() - make_interval(secs => $3)) OR created_at < now() - interval '1 day'", [personId, key.slice(0, 100), ABANDONED_SECONDS]);
    const claimed = await this.dataSource.query<unknown[]>('INSERT INTO idempotency (person_id, key, request_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key', [personId, key.slice(0, 100), hash]);
    response.status(200);
    if (claimed.length === 0) return this.earlierAnswer(personId, key.slice(0, 100), hash);
    try {
      const answer = await work();
      await this.dataSource.query('UPDATE idempotency SET status = 200, response = $3 WHERE person_id = $1 AND key = $2', [personId, key.slice(0, 100), JSON.stringify(answer)]);
      return answer;
    } catch (error) {
      await this.dataSource.query('DELETE FROM idempotency WHERE person_id = $1 AND key = $2', [personId, key.slice(0, 100)]);
      throw error;
    }
  }

  private async earlierAnswer(personId: string, key: string, hash: string): Promise<unknown> {
    const [row] = await this.dataSource.query<{ request_hash: string; response: unknown }[]>('SELECT request_hash, response FROM idempotency WHERE person_id = $1 AND key = $2', [personId, key]);
    if (!row || row.request_hash !== hash) throw new Denial('rule', 'idempotency-key-reused');
    if (row.response === null) throw new Denial('state', 'not-in-this-state', { status: 'in-progress' });
    return row.response;
  }
}

function parseBody(endpoint: Endpoint, request: Request): unknown {
  if (endpoint.body === undefined) return undefined;
  if (endpoint.body === 'stream') {
    if (!request.is('application/octet-stream')) throw new Denial('rule', 'request-invalid');
    return undefined;
  }
  return endpoint.body.parse(request.body ?? {});
}
