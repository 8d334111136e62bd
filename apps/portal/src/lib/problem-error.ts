import { denialSentence, problem as problemSchema } from '@suimon/contracts';
import type { DenialCode, Problem } from '@suimon/contracts';
import { currentLanguage } from './i18n.js';

/** The only error the API client throws. `problem.status` 0 means that the server could not be reached. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
  }

  get unreachable(): boolean { return this.problem.status === 0; }
}

/** The coded reason of an error, if it came from the API. */
export const codeOf = (error: unknown): DenialCode | null => (error instanceof ProblemError ? error.problem.code : null);

const fallback = (status: number): Problem => {
  const code: DenialCode = status === 401 ? 'sign-in-required' : status === 404 ? 'not-found' : 'unexpected';
  const { says, next } = denialSentence(code, currentLanguage());
  return { type: 'about:blank', title: says, status, detail: says, code, next, requestId: '', params: {}, errors: [] };
};

/** Reads RFC 9457 problem details; anything else (a proxy's page, no answer) becomes one with the code `unexpected`. */
export function toProblem(status: number, text: string): ProblemError {
  try {
    const parsed = problemSchema.safeParse(JSON.parse(text));
    if (parsed.success) return new ProblemError(parsed.data);
  } catch { /* not JSON: the fallback below says what can be said */ }
  return new ProblemError(fallback(status));
}
export const unreachable = (): ProblemError => new ProblemError(fallback(0));
