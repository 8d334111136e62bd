import { endpoints } from '@suimon/contracts';
import type { FilePreview, ResponseOf, TransferView } from '@suimon/contracts';
import type { PersonActor, TransferInputs } from '@suimon/domain';
import { memberOf } from '@suimon/domain';
import { Controller, Inject } from '@nestjs/common';
import { PAGE_SIZE } from '@suimon/persistence';
import type { PeopleQueries, RecordQueries } from '@suimon/persistence';
import type { CommandCall, TransferCommands, UnitOfWork } from '@suimon/use-cases';
import { Input } from '../http/call.js';
import type { Call } from '../http/call.js';
import { Serves } from '../http/endpoint.decorator.js';
import { PersonRefs } from '../people/person-refs.js';
import type { TransferBytes } from './transfer-bytes.js';
import { namedInTransfer, presentTransfer, presentTransferSummary } from './transfer.presenter.js';

const api = endpoints.airlock;
type View = Promise<TransferView>;
export interface AirlockParts { commands: TransferCommands; unitOfWork: UnitOfWork; records: RecordQueries; people: PeopleQueries; bytes: TransferBytes }

/** Commands of the blind phase, in which reviewers are not told the version. */
const BLIND_COMMANDS: ReadonlySet<string> = new Set(['vote', 'submitReview', 'sendBack']);

@Controller()
export class AirlockController {
  constructor(@Inject('airlock') private readonly parts: AirlockParts) {}

  @Serves(api.list)
  async list(@Input() { query, actor }: Call<typeof api.list>): Promise<ResponseOf<typeof api.list>> {
    const page = await this.parts.records.transfers(actor, { ...query, oldestFirst: query.sort === 'oldest' });
    const refs = await PersonRefs.load(this.parts.people, page.items.map(({ state }) => state.requesterId));
    const projects = await this.parts.unitOfWork.run(async (tx) => new Map(await Promise.all([...new Set(page.items.map(({ state }) => state.projectId))].map(async (id) => [id, (await tx.find('project', id))?.state] as const))));
    return { total: page.total, page: query.page, pageSize: PAGE_SIZE, items: page.items.map((stored) => presentTransferSummary(stored, projects.get(stored.state.projectId) ?? { number: '', title: '' }, refs, actor)) };
  }
  @Serves(api.create)
  async create(@Input() { params, body, call, actor }: Call<typeof api.create>): View { return this.show((await this.parts.commands.create(params.id, body.direction, call)).id, actor); }
  @Serves(api.one)
  one(@Input() { params, actor }: Call<typeof api.one>): View { return this.show(params.id, actor); }
  @Serves(api.describe)
  describe(@Input() { params, body, call, actor }: Call<typeof api.describe>): View { return this.run(params.id, 'describe', body, call, actor); }
  @Serves(api.upload)
  async upload(@Input() { params, query, request, call, actor }: Call<typeof api.upload>): View {
    await this.parts.bytes.upload(params.id, query.path, request, call);
    return this.show(params.id, actor);
  }
  @Serves(api.describeFile)
  describeFile(@Input() { params, body, call, actor }: Call<typeof api.describeFile>): View { return this.run(params.id, 'describeFile', { fileId: params.fileId, ...body }, call, actor); }
  @Serves(api.removeFile)
  async removeFile(@Input() { params, call, actor }: Call<typeof api.removeFile>): View {
    const view = await this.run(params.id, 'removeFile', { fileId: params.fileId }, call, actor);
    await this.parts.bytes.forget(params.id, params.fileId);
    return view;
  }
  @Serves(api.preview)
  preview(@Input() { params, visitor, call }: Call<typeof api.preview>): Promise<FilePreview> { return this.parts.bytes.preview(params.id, params.fileId, visitor, call.origin); }
  @Serves(api.download)
  download(@Input() { params, call, response }: Call<typeof api.download>): Promise<void> { return this.parts.bytes.download(params.id, params.fileId, call, response); }
  @Serves(api.submit)
  submit(@Input() { params, call, actor }: Call<typeof api.submit>): View { return this.run(params.id, 'submit', {}, call, actor); }
  @Serves(api.withdraw)
  withdraw(@Input() { params, call, actor }: Call<typeof api.withdraw>): View { return this.run(params.id, 'withdraw', {}, call, actor); }
  @Serves(api.vote)
  vote(@Input() { params, body, call, actor }: Call<typeof api.vote>): View { return this.run(params.id, 'vote', body, call, actor); }
  @Serves(api.submitReview)
  submitReview(@Input() { params, call, actor }: Call<typeof api.submitReview>): View { return this.run(params.id, 'submitReview', {}, call, actor); }
  @Serves(api.sendBack)
  sendBack(@Input() { params, body, call, actor }: Call<typeof api.sendBack>): View { return this.run(params.id, 'sendBack', body, call, actor); }
  @Serves(api.approve)
  approve(@Input() { params, call, actor }: Call<typeof api.approve>): View { return this.run(params.id, 'approve', {}, call, actor); }
  @Serves(api.reject)
  reject(@Input() { params, body, call, actor }: Call<typeof api.reject>): View { return this.run(params.id, 'reject', body, call, actor); }
  @Serves(api.undo)
  undo(@Input() { params, call, actor }: Call<typeof api.undo>): View { return this.run(params.id, 'undo', {}, call, actor); }
  @Serves(api.revoke)
  revoke(@Input() { params, body, call, actor }: Call<typeof api.revoke>): View { return this.run(params.id, 'revoke', body, call, actor); }
  @Serves(api.purge)
  purge(@Input() { params, body, call, actor }: Call<typeof api.purge>): View { return this.run(params.id, 'purge', body, call, actor); }

  private async run<Name extends keyof TransferInputs & string>(id: string, name: Name, input: TransferInputs[Name], call: CommandCall, actor: PersonActor): View {
    await this.parts.commands.run(id, name, input, BLIND_COMMANDS.has(name) ? { ...call, expectedVersion: undefined } : call);
    return this.show(id, actor);
  }
  private async show(id: string, actor: PersonActor): View {
    const sight = await this.parts.commands.view(id, actor);
    const { state } = sight.stored;
    const refs = await PersonRefs.load(this.parts.people, namedInTransfer(state));
    const isMember = memberOf(sight.context.facts.project, actor.id) !== undefined;
    const refusedFiles = state.requesterId === actor.id && state.direction === 'export' ? [...(await this.parts.records.refusedOutboxFiles(state.projectId, state.requesterId))] : [];
    return presentTransfer(sight, refs, { refusedFiles, earlier: isMember ? [] : await this.parts.records.earlierReleases(state.projectId, id) });
  }
}
