import { DIRECTIONS, FILE_ROLES, FILE_USES, FILE_VOTES, TRANSFER_STATUSES, VERDICTS } from '@suimon/domain';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { commandMap, day, empty, id, idParams, instant, page, personRef, reason, turn, version } from './shapes.js';

export const TRANSFER_COMMANDS = ['describe', 'addFile', 'noticeFile', 'forgetFile', 'describeFile', 'removeFile', 'submit', 'sealed', 'sealFailed', 'scanned', 'timeOut', 'vote', 'submitReview', 'sendBack', 'approve', 'reject', 'undo', 'issueTicket', 'delivered', 'deliveryMismatch', 'download', 'revoke', 'expire', 'purge', 'withdraw'] as const;
export const transferForm = z.object({
  teamNumber: z.string().max(80), researcherId: z.string().max(80), projectNumber: z.string().max(80), reason: z.string().max(10_000), provenance: z.string().max(4000), licence: z.string().max(400),
  ownCheck: z.object({ product: z.string().max(200), definitionsDate: day, scanDate: day, clean: z.boolean() }).nullable(), notAlreadyInside: z.boolean(),
});
export type TransferFormShape = z.infer<typeof transferForm>;
const filePath = z.string().min(1).max(1024);
export const transferFileView = z.object({
  id, path: z.string(), role: z.enum(FILE_ROLES), sizeBytes: z.number(), sha256: z.string().nullable(), use: z.enum(FILE_USES).nullable(), note: z.string(),
  verdicts: z.array(z.object({ scanner: z.string(), verdict: z.enum(VERDICTS), reason: z.string(), engine: z.string(), signatures: z.string(), bytesSeen: z.number(), at: instant })),
  /** The viewer's own vote of this round; others' only from consolidation on (I12). */
  votes: z.array(z.object({ reviewer: personRef, vote: z.enum(FILE_VOTES), comment: z.string(), mine: z.boolean() })), downloadsLeft: z.number().nullable(),
});
export type TransferFileView = z.infer<typeof transferFileView>;
export const transferSummary = z.object({ id, version, status: z.enum(TRANSFER_STATUSES), direction: z.enum(DIRECTIONS), projectId: id, projectNumber: z.string(), projectTitle: z.string(), requester: personRef, fileCount: z.number(), totalBytes: z.number(), round: z.number(), updatedAt: instant, createdAt: instant, turn });
export type TransferSummary = z.infer<typeof transferSummary>;
export const transferView = transferSummary.extend({
  form: transferForm, files: z.array(transferFileView), manifestHash: z.string().nullable(), reason: z.object({ code: z.string(), text: z.string(), at: instant, by: personRef.nullable() }).nullable(),
  /** Files in the outbox that are not taken, with the coded reason (exports, requester only). */
  refusedFiles: z.array(z.object({ path: z.string(), reason: z.string() })),
  reviewersNeeded: z.number(), reviewsIn: z.number().nullable(), myReviewIn: z.boolean(), coolingOffUntil: instant.nullable(), releasedAt: instant.nullable(), expiresAt: instant.nullable(), deadlineAt: instant.nullable(),
  commands: commandMap(TRANSFER_COMMANDS), submitParams: z.record(z.string(), z.union([z.string(), z.number()])),
  limits: z.object({ maxFiles: z.number(), maxFileBytes: z.number(), maxTotalBytes: z.number(), allowedExtensions: z.array(z.string()), minReasonLength: z.number(), downloadsPerPerson: z.number() }),
  earlier: z.array(z.object({ id, status: z.enum(TRANSFER_STATUSES), releasedAt: instant.nullable(), paths: z.array(z.string()) })),
});
export type TransferView = z.infer<typeof transferView>;
/** Inert preview: text, the cells of a table, or an image re-encoded as a data URL of PNG or JPEG bytes. */
export const filePreview = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), truncated: z.boolean() }),
  z.object({ kind: z.literal('table'), header: z.array(z.string()), rows: z.array(z.array(z.string())), rowCount: z.number(), truncated: z.boolean() }),
  z.object({ kind: z.literal('image'), dataUrl: z.string(), widthPx: z.number(), heightPx: z.number() }),
  z.object({ kind: z.literal('none'), reason: z.string() }),
]);
export type FilePreview = z.infer<typeof filePreview>;

const fileParams = z.object({ id, fileId: id });
const command = <Body>(name: string, summary: string, body: z.ZodType<Body>) => endpoint({ area: 'airlock', method: 'POST', path: `/transfers/:id/${name}`, summary, params: idParams, body, response: transferView });
export const airlockEndpoints = {
  list: endpoint({ area: 'airlock', method: 'GET', path: '/transfers', summary: "Transfers of one's projects; the review queue for a steward", query: z.object({ projectId: id.optional(), direction: z.enum(DIRECTIONS).optional(), status: z.enum(TRANSFER_STATUSES).optional(), queue: z.enum(['review', 'mine', 'all']).default('all'), sort: z.enum(['updated', 'oldest']).default('updated'), page }), response: z.object({ total: z.number(), page: z.number(), pageSize: z.number(), items: z.array(transferSummary) }) }),
  create: endpoint({ area: 'airlock', method: 'POST', path: '/projects/:id/transfers', summary: 'Open an import request (an export draft appears by itself)', params: idParams, body: z.object({ direction: z.enum(DIRECTIONS) }).strict(), response: transferView }),
  one: endpoint({ area: 'airlock', method: 'GET', path: '/transfers/:id', summary: 'One transfer', params: idParams, response: transferView }),
  describe: endpoint({ area: 'airlock', method: 'PATCH', path: '/transfers/:id', summary: 'Save the form as it is typed', params: idParams, body: z.object({ form: transferForm.partial() }).strict(), response: transferView }),
  upload: endpoint({ area: 'airlock', method: 'POST', path: '/transfers/:id/files', summary: 'Upload one file of an import into staging (body: its bytes)', params: idParams, query: z.object({ path: filePath }), body: 'stream', response: transferView }),
  describeFile: endpoint({ area: 'airlock', method: 'PATCH', path: '/transfers/:id/files/:fileId', summary: 'Role, use and note of a file', params: fileParams, body: z.object({ role: z.enum(FILE_ROLES), use: z.enum(FILE_USES).nullable(), note: z.string().max(2000) }).strict(), response: transferView }),
  removeFile: endpoint({ area: 'airlock', method: 'DELETE', path: '/transfers/:id/files/:fileId', summary: 'Take a file out of the request', params: fileParams, response: transferView }),
  preview: endpoint({ area: 'airlock', method: 'GET', path: '/transfers/:id/files/:fileId/preview', summary: 'Inert preview of a sealed file, for its reviewers', params: fileParams, response: filePreview }),
  download: endpoint({ area: 'airlock', method: 'POST', path: '/transfers/:id/files/:fileId/download', summary: 'Count a download of a released file and get its bytes', params: fileParams, body: empty, response: 'stream' }),
  submit: command('submit', 'Submit: seals the bytes', empty),
  withdraw: command('withdraw', 'Withdraw', empty),
  vote: command('vote', "A steward's vote on one file", z.object({ fileId: id, sha256: z.string().regex(/^[0-9a-f]{64}$/), vote: z.enum(FILE_VOTES), comment: z.string().max(4000) }).strict()),
  submitReview: command('submit-review', 'Hand in the review', empty),
  sendBack: command('send-back', 'Return with a reason 返送', reason),
  approve: command('approve', 'Approve the release', empty),
  reject: command('reject', 'Reject with a reason', reason),
  undo: command('undo', 'Undo an approval while the cooling-off time runs', empty),
  revoke: command('revoke', 'Revoke a release', reason),
  purge: command('purge', 'Destroy quarantined bytes', reason),
};
