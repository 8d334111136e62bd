import { randomUUID } from 'node:crypto';
import type { Problem } from '@suimon/contracts';
import type { DenialCode, DenialKind } from '@suimon/domain';
import { Denial, denialSentence } from '@suimon/domain';
import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@suimon/platform';
import type { Request, Response } from 'express';
import { ZodError } from 'zod';
import type { AccessLog } from './access-log.js';
import { languageOf } from './language.js';

const STATUS: Record<DenialKind, number> = { access: 403, missing: 404, state: 409, rule: 422, stale: 412 };
const SPECIAL: Partial<Record<DenialCode, number>> = { 'sign-in-required': 401, 'credentials-wrong': 401, 'code-wrong': 401, 'second-factor-required': 401, 'too-many-attempts': 429, 'request-invalid': 400, 'upload-interrupted': 400 };

/** One place that turns whatever was thrown into RFC 9457 problem details. What is not a denial is a 500 without detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger, private readonly accessLog: AccessLog) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const requestId = request.suimon?.requestId ?? randomUUID();
    const denial = asDenial(thrown);
    if (!denial) this.logger.error({ requestId, error: thrown instanceof Error ? thrown.stack : String(thrown) }, 'request failed');
    const code = denial?.code ?? 'unexpected';
    const status = SPECIAL[code] ?? (denial ? STATUS[denial.kind] : thrown instanceof HttpException ? thrown.getStatus() : 500);
    await this.accessLog.denied(request, code, status);
    if (response.headersSent) { response.destroy(); return; }
    const sentence = denialSentence(code, request.suimon?.visitor?.language ?? languageOf(request), denial?.params);
    const problem: Problem = {
      type: `urn:suimon:problem:${code}`, title: sentence.says, status, detail: sentence.says, code, next: sentence.next, requestId, params: { ...denial?.params },
      errors: thrown instanceof ZodError ? thrown.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })) : [],
    };
    response.status(status).type('application/problem+json').set('Cache-Control', 'no-store').send(JSON.stringify(problem));
  }
}

function asDenial(thrown: unknown): Denial | null {
  if (thrown instanceof Denial) return thrown;
  if (thrown instanceof ZodError) return new Denial('rule', 'request-invalid');
  if (thrown instanceof HttpException && thrown.getStatus() === 404) return new Denial('missing', 'not-found');
  if (thrown instanceof HttpException && thrown.getStatus() < 500) return new Denial('rule', 'request-invalid');
  return null;
}
