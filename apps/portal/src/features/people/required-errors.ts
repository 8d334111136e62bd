import type { FieldError } from '../../ui/error-summary.js';

/** The fields that a form refused, as lines of its error summary; field ids are the field names. */
export const requiredErrors = (failed: Readonly<Record<string, unknown>>, messages: Readonly<Record<string, string>>): FieldError[] =>
  Object.entries(messages).filter(([name]) => failed[name] !== undefined).map(([fieldId, message]) => ({ fieldId, message }));
