import type { AgreementText, AirlockPolicy, ApplicationFormPolicy, CommitteePolicy, DirectionPolicy, FormField, Localised, Policy, TrainingModule, WorkspacePolicy } from '@suimon/domain';
import { FIVE_SAFES } from '@suimon/domain';
import { z } from 'zod';

/** A text that stands in both languages; neither may be blank. */
export const localisedSchema = z.strictObject({ ja: z.string().trim().min(1), en: z.string().trim().min(1) }) satisfies z.ZodType<Localised>;

/** Identifiers and slugs: kebab-case. */
export const kebabSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');
/** Version of a document, three numbers. A person signs or passes one version. */
export const documentVersionSchema = z.string().regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 1.0.0');

const count = z.int().min(1);
const ASSURANCE_LEVELS = { min: 1, max: 3 } as const;
const assuranceLevel = z.int().min(ASSURANCE_LEVELS.min).max(ASSURANCE_LEVELS.max);
const chapterSchema = z.strictObject({ heading: localisedSchema, body: localisedSchema });

/** The values that occur more than once, for "every id is unique" checks. */
export const repeated = (values: readonly string[]): string[] => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
const uniqueIds = (entries: readonly { readonly id: string }[]): boolean => repeated(entries.map((entry) => entry.id)).length === 0;

/** `policy/committee.json`: quorum, decision rule and review items (R013, R014, R019). */
export const committeePolicySchema = z.strictObject({
  version: documentVersionSchema,
  quorum: count,
  rule: z.enum(['majority', 'two-thirds', 'unanimous']),
  items: z.array(z.strictObject({ id: kebabSchema, label: localisedSchema, help: localisedSchema })).min(1).refine(uniqueIds, 'review item ids must be unique'),
}) satisfies z.ZodType<CommitteePolicy>;

/** One field of the application form; only a choice has choices, and it has at least two. */
export const formFieldSchema = z.strictObject({
  id: kebabSchema,
  kind: z.enum(['text', 'longtext', 'date', 'number', 'choice']),
  label: localisedSchema,
  help: localisedSchema,
  required: z.boolean(),
  minLength: count.optional(),
  maxLength: count.optional(),
  choices: z.array(z.strictObject({ value: kebabSchema, label: localisedSchema })).min(2).refine((choices) => repeated(choices.map((choice) => choice.value)).length === 0, 'choice values must be unique').optional(),
}).superRefine((field, context) => {
  const isText = field.kind === 'text' || field.kind === 'longtext';
  if ((field.kind === 'choice') !== (field.choices !== undefined)) context.addIssue({ code: 'custom', path: ['choices'], message: 'choices belong to a field of kind choice, and only there' });
  if (!isText && (field.minLength ?? field.maxLength) !== undefined) context.addIssue({ code: 'custom', path: ['minLength'], message: 'lengths belong to text fields' });
  if ((field.minLength ?? 0) > (field.maxLength ?? Infinity)) context.addIssue({ code: 'custom', path: ['maxLength'], message: 'maxLength must not be below minLength' });
}) satisfies z.ZodType<FormField>;

/** `policy/application-form.json`: the five Safes in their order, field ids unique in the whole form (R011). */
export const applicationFormPolicySchema = z.strictObject({
  version: documentVersionSchema,
  sections: z.array(z.strictObject({ id: z.enum(FIVE_SAFES), label: localisedSchema, help: localisedSchema, fields: z.array(formFieldSchema).min(1) }))
    .refine((sections) => sections.map((section) => section.id).join() === FIVE_SAFES.join(), 'sections must be the five Safes in order')
    .refine((sections) => uniqueIds(sections.flatMap((section) => section.fields)), 'field ids must be unique in the form'),
}) satisfies z.ZodType<ApplicationFormPolicy>;

const quizQuestionSchema = z.strictObject({ id: kebabSchema, question: localisedSchema, choices: z.array(localisedSchema).min(2), answer: z.int().min(0) })
  .refine((question) => question.answer < question.choices.length, { path: ['answer'], message: 'answer must be the index of a choice' });

/** `policy/training/*.json`: chapters and a quiz (R057, R060). */
export const trainingModuleSchema = z.strictObject({
  id: kebabSchema,
  version: documentVersionSchema,
  title: localisedSchema,
  validityDays: count,
  passMark: count,
  chapters: z.array(chapterSchema).min(1),
  quiz: z.array(quizQuestionSchema).min(1).refine(uniqueIds, 'question ids must be unique'),
}).refine((module) => module.passMark <= module.quiz.length, { path: ['passMark'], message: 'passMark must be reachable' }) satisfies z.ZodType<TrainingModule>;

/** `policy/agreements/*.json`: 誓約書, 利用規程 and the terms of a project (R058-R060). */
export const agreementTextSchema = z.strictObject({
  id: z.enum(['pledge', 'rules-of-use', 'project-terms']),
  version: documentVersionSchema,
  title: localisedSchema,
  chapters: z.array(chapterSchema).min(1),
}) satisfies z.ZodType<AgreementText>;

/** Airlock limits for one direction; sizes in bytes. */
export const directionPolicySchema = z.strictObject({
  enabled: z.boolean(),
  reviewers: count,
  maxFiles: count,
  maxFileBytes: count,
  maxTotalBytes: count,
  allowedExtensions: z.array(z.string().regex(/^[a-z0-9]+$/, 'must be lower case, without the dot')).min(1).refine((extensions) => repeated(extensions).length === 0, 'extensions must be unique'),
  minReasonLength: count,
}).refine((direction) => direction.maxFileBytes <= direction.maxTotalBytes, { path: ['maxTotalBytes'], message: 'maxTotalBytes must not be below maxFileBytes' }) satisfies z.ZodType<DirectionPolicy>;

/** `policy/airlock.json` (R098-R113). */
export const airlockPolicySchema = z.strictObject({
  version: documentVersionSchema,
  import: directionPolicySchema,
  export: directionPolicySchema,
  coolingOffSeconds: z.int().min(0),
  downloadDays: count,
  downloadsPerPerson: count,
  sealDeadlineSeconds: count,
  scanDeadlineSeconds: count,
  releaseDeadlineSeconds: count,
  maxSignatureAgeDays: count,
}) satisfies z.ZodType<AirlockPolicy>;

/** `policy/workspace.json`: sizes on offer and the assurance levels of NIST SP 800-63-3 that a desktop needs (R026). */
export const workspacePolicySchema = z.strictObject({
  version: documentVersionSchema,
  profiles: z.array(z.strictObject({ id: kebabSchema, label: localisedSchema, memoryMiB: z.int().min(256), cpus: z.number().positive(), pids: z.int().min(64) })).min(1).refine(uniqueIds, 'profile ids must be unique'),
  startTimeoutSeconds: count,
  minimumIal: assuranceLevel,
  minimumAal: assuranceLevel,
}) satisfies z.ZodType<WorkspacePolicy>;

/** The whole of `policy/` once read: each agreement exactly once, training ids unique (R019). */
export const policySchema = z.strictObject({
  committee: committeePolicySchema,
  form: applicationFormPolicySchema,
  training: z.array(trainingModuleSchema).min(1).refine(uniqueIds, 'training ids must be unique'),
  agreements: z.array(agreementTextSchema).refine((texts) => texts.map((text) => text.id).sort().join() === 'pledge,project-terms,rules-of-use', 'each of pledge, rules-of-use and project-terms must be there once'),
  airlock: airlockPolicySchema,
  workspace: workspacePolicySchema,
}) satisfies z.ZodType<Policy>;
