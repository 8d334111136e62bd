import { types } from 'node:util';

/** The system's code of a failure (`ENOENT` …), if it has one. */
export function errorCode(error: unknown): string | undefined {
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What a failure says, for evidence. */
export function errorText(error: unknown): string { return types.isNativeError(error) ? error.message : 'failed'; }
