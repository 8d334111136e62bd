import { DENIAL_TEXTS } from '@suimon/domain';
import type { DenialCode } from '@suimon/domain';
import { z } from 'zod';

export const localised = z.object({ ja: z.string(), en: z.string() });
export const id = z.uuid();
export const instant = z.iso.datetime();
export const day = z.iso.date();
export const idParams = z.object({ id });
export const version = z.number().int().nonnegative();
export const empty = z.object({}).strict();
export const reason = z.object({ reason: z.string().max(4000) }).strict();
export const page = z.coerce.number().int().min(1).default(1);
const denialCodes = Object.keys(DENIAL_TEXTS) as [DenialCode, ...DenialCode[]];
export const denialCode = z.enum(denialCodes);

/** `null`: allowed now. A code: why not; its text is `DENIAL_TEXTS[code]`. */
export const commandMap = <Name extends string>(names: readonly [Name, ...Name[]]) => z.record(z.enum(names), denialCode.nullable());

/** A person as others see them. */
export const personRef = z.object({ id: z.string(), displayName: localised, organisation: localised });
export type PersonRef = z.infer<typeof personRef>;

/** RFC 9457 problem details, with a coded reason, a translated sentence and a next step. */
export const problem = z.object({
  type: z.string(), title: z.string(), status: z.number(), detail: z.string(), code: denialCode, next: z.string(),
  requestId: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});
export type Problem = z.infer<typeof problem>;

/** One line of a record's timeline or of the audit log: who, what, when, why. */
export const auditEntry = z.object({
  id: z.string(), at: instant, actor: z.object({ id: z.string(), displayName: localised }), type: z.string(),
  stream: z.object({ kind: z.string(), id: z.string() }), reason: z.string().nullable(), detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof auditEntry>;
/** Whose turn it is: `role:…` or `person`, since when and until when. */
export const turn = z.object({ who: z.string(), since: instant, until: instant.nullable() }).nullable();
