import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { filePreview } from '@suimon/contracts';
import type { FilePreview } from '@suimon/contracts';
import { Denial, directionPolicy, hasRole, transferWorkflow, verdict } from '@suimon/domain';
import type { FileVault, Ids, Origin, TransferCommands, CommandCall } from '@suimon/use-cases';
import { deliveryKeys, quarantineKeys, stagingKeys } from '@suimon/storage';
import type { Request, Response } from 'express';
import type { AccessLog } from '../http/access-log.js';
import type { Visitor } from '../http/call.js';

const MAX_PREVIEW_BYTES = 4 * 1024 * 1024;

/** Bytes in and out over HTTP, streamed. This process parses no file of a user: previews are made by the airlock worker. */
export class TransferBytes {
  constructor(private readonly commands: TransferCommands, private readonly vault: FileVault, private readonly ids: Ids, private readonly accessLog: AccessLog) {}

  /** Into staging under a fresh id; the file joins the request only if the command that follows is allowed. */
  async upload(transferId: string, path: string, request: Request, call: CommandCall): Promise<void> {
    const { stored, context } = await this.commands.view(transferId, call.actor);
    const fileId = this.ids.next();
    const limit = directionPolicy(stored.state, context.facts.policy).maxFileBytes;
    const declared = Number(request.get('content-length') ?? 1);
    const refused = verdict(transferWorkflow, 'addFile', stored.state, context, { fileId, path, sizeBytes: Math.max(1, declared), sha256: '' });
    if (refused) { request.resume(); throw refused; }
    const key = stagingKeys.file(transferId, fileId);
    try {
      const { sizeBytes, sha256 } = await this.store(key, request, limit);
      await this.commands.run(transferId, 'addFile', { fileId, path, sizeBytes, sha256 }, call);
    } catch (error) {
      await this.vault.remove('staging', key).catch(() => undefined);
      throw error;
    }
  }

  private async store(key: string, request: Request, limit: number): Promise<{ sizeBytes: number; sha256: string }> {
    let seen = 0;
    let tooLarge = false;
    const capped = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        seen += chunk.length;
        tooLarge = seen > limit;
        done(tooLarge ? new Denial('rule', 'file-too-large', { maxFileBytes: limit }) : null, chunk);
      },
    });
    const stored = this.vault.put('staging', key, capped);
    const [, result] = await Promise.allSettled([pipeline(request, capped), stored]);
    if (tooLarge) throw new Denial('rule', 'file-too-large', { maxFileBytes: limit });
    if (!request.complete || request.errored) throw new Denial('rule', 'upload-interrupted');
    if (result.status === 'rejected') throw result.reason instanceof Error ? result.reason : new Error('staging failed');
    return result.value;
  }

  /** Staged bytes of a file taken out of a request. */
  async forget(transferId: string, fileId: string): Promise<void> { await this.vault.remove('staging', stagingKeys.file(transferId, fileId)); }

  /** For the reviewers of sealed bytes; each look is in the audit log (case 30). */
  async preview(transferId: string, fileId: string, visitor: Visitor, origin: Origin): Promise<FilePreview> {
    const { stored } = await this.commands.view(transferId, visitor.actor);
    const { state } = stored;
    const file = state.manifest?.files.find((entry) => entry.fileId === fileId);
    if (!hasRole(visitor.actor, 'steward') || !['in_review', 'consolidating', 'approved', 'releasing'].includes(state.status)) throw new Denial('access', 'not-permitted');
    if (!file) throw new Denial('missing', 'not-found');
    await this.accessLog.note(visitor, origin, 'session.file-viewed', { transferId, fileId, sha256: file.sha256 });
    const key = quarantineKeys.preview(transferId, state.round, fileId);
    const stat = await this.vault.stat('quarantine', key);
    if (!stat || stat.sizeBytes > MAX_PREVIEW_BYTES) return { kind: 'none', reason: 'preview-unavailable' };
    const chunks: Buffer[] = [];
    for await (const chunk of await this.vault.open('quarantine', key)) chunks.push(Buffer.from(chunk));
    return filePreview.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  }

  /** Counts first, then streams: a cut download still counts, and no byte is served that the audit log does not know of (I22). */
  async download(transferId: string, fileId: string, call: CommandCall, response: Response): Promise<void> {
    const transfer = await this.commands.run(transferId, 'download', { fileId }, call);
    const file = transfer.manifest?.files.find((entry) => entry.fileId === fileId);
    if (!file) throw new Denial('missing', 'not-found');
    const stream = await this.vault.open('release', deliveryKeys.file(transferId, file.sha256));
    const name = file.path.split('/').at(-1) ?? 'file';
    response.status(200).set({
      'Content-Type': 'application/octet-stream', 'Content-Length': String(file.sizeBytes), 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store', ETag: `"${file.sha256}"`,
    });
    await pipeline(stream, response);
  }
}
