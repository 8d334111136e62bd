import { endpoints } from '@suimon/contracts';
import type { ApplicationView, ResponseOf } from '@suimon/contracts';
import type { ApplicationInputs, PersonActor } from '@suimon/domain';
import { Controller, Inject } from '@nestjs/common';
import { PAGE_SIZE } from '@suimon/persistence';
import type { CatalogueQueries, PeopleQueries, RecordQueries } from '@suimon/persistence';
import type { ApplicationCommands, CommandCall } from '@suimon/use-cases';
import { Input } from '../http/call.js';
import type { Call } from '../http/call.js';
import { Serves } from '../http/endpoint.decorator.js';
import { PersonRefs } from '../people/person-refs.js';
import { namedPeople, presentApplication, presentSummary } from './application.presenter.js';

const api = endpoints.applications;
type View = Promise<ApplicationView>;
export interface ApplicationParts { commands: ApplicationCommands; records: RecordQueries; people: PeopleQueries; catalogue: CatalogueQueries }

@Controller()
export class ApplicationsController {
  constructor(@Inject('applications') private readonly parts: ApplicationParts) {}

  @Serves(api.list)
  async list(@Input() { query, actor }: Call<typeof api.list>): Promise<ResponseOf<typeof api.list>> {
    const page = await this.parts.records.applications(actor, query);
    const refs = await PersonRefs.load(this.parts.people, page.items.map(({ state }) => state.applicantId));
    const titles = await this.parts.catalogue.titles(page.items.flatMap(({ state }) => state.proposal.datasets.map(({ slug }) => slug)));
    return { total: page.total, page: query.page, pageSize: PAGE_SIZE, items: page.items.map((stored) => presentSummary(stored, refs, titles)) };
  }
  @Serves(api.create)
  async create(@Input() { body, call, actor }: Call<typeof api.create>): View { return this.show((await this.parts.commands.create(body.proposal, call)).id, actor); }
  @Serves(api.one)
  one(@Input() { params, actor }: Call<typeof api.one>): View { return this.show(params.id, actor); }
  @Serves(api.edit)
  edit(@Input() { params, body, call, actor }: Call<typeof api.edit>): View { return this.run(params.id, 'edit', body, call, actor); }
  @Serves(api.submit)
  submit(@Input() { params, call, actor }: Call<typeof api.submit>): View { return this.run(params.id, 'submit', {}, call, actor); }
  @Serves(api.withdraw)
  withdraw(@Input() { params, call, actor }: Call<typeof api.withdraw>): View { return this.run(params.id, 'withdraw', {}, call, actor); }
  @Serves(api.startScreening)
  startScreening(@Input() { params, call, actor }: Call<typeof api.startScreening>): View { return this.run(params.id, 'startScreening', {}, call, actor); }
  @Serves(api.sendBack)
  sendBack(@Input() { params, body, call, actor }: Call<typeof api.sendBack>): View { return this.run(params.id, 'sendBack', body, call, actor); }
  @Serves(api.openToCommittee)
  openToCommittee(@Input() { params, call, actor }: Call<typeof api.openToCommittee>): View { return this.run(params.id, 'openToCommittee', {}, call, actor); }
  @Serves(api.declareInterest)
  declareInterest(@Input() { params, body, call, actor }: Call<typeof api.declareInterest>): View { return this.run(params.id, 'declareInterest', body, call, actor); }
  @Serves(api.judge)
  judge(@Input() { params, body, call, actor }: Call<typeof api.judge>): View { return this.run(params.id, 'judge', body, call, actor); }
  @Serves(api.vote)
  vote(@Input() { params, body, call, actor }: Call<typeof api.vote>): View { return this.run(params.id, 'vote', body, call, actor); }
  @Serves(api.decide)
  decide(@Input() { params, body, call, actor }: Call<typeof api.decide>): View { return this.run(params.id, 'decide', body, call, actor); }
  @Serves(api.recordContract)
  recordContract(@Input() { params, body, call, actor }: Call<typeof api.recordContract>): View { return this.run(params.id, 'recordContract', body, call, actor); }

  private async run<Name extends keyof ApplicationInputs & string>(id: string, name: Name, input: ApplicationInputs[Name], call: CommandCall, actor: PersonActor): View {
    await this.parts.commands.run(id, name, input, call);
    return this.show(id, actor);
  }
  private async show(id: string, actor: PersonActor): View {
    const sight = await this.parts.commands.view(id, actor);
    const { state } = sight.stored;
    const refs = await PersonRefs.load(this.parts.people, namedPeople(state));
    return presentApplication(sight, refs, await this.parts.catalogue.titles(state.proposal.datasets.map(({ slug }) => slug)));
  }
}
