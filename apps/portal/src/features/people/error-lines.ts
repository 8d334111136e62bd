import type { FieldError } from '../../ui/error-summary.js';

/** Field ids with what is wrong (false: nothing), as lines of an error summary. */
export const errorLines = (wrong: Readonly<Record<string, string | false>>): FieldError[] =>
  Object.entries(wrong).flatMap(([fieldId, message]) => (message === false ? [] : [{ fieldId, message }]));
