import { endpoints } from '@suimon/contracts';
import type { ProjectView, ResponseOf } from '@suimon/contracts';
import type { PersonActor, ProjectInputs } from '@suimon/domain';
import { Controller, Inject } from '@nestjs/common';
import type { CatalogueQueries, PeopleQueries, RecordQueries } from '@suimon/persistence';
import type { Clock, CommandCall, ProjectCommands } from '@suimon/use-cases';
import { Input } from '../http/call.js';
import type { Call } from '../http/call.js';
import { Serves } from '../http/endpoint.decorator.js';
import { PersonRefs } from '../people/person-refs.js';
import { namedMembers, presentProject, presentProjectSummary } from './project.presenter.js';

const api = endpoints.projects;
type View = Promise<ProjectView>;
export interface ProjectParts { commands: ProjectCommands; records: RecordQueries; people: PeopleQueries; catalogue: CatalogueQueries; clock: Clock }

@Controller()
export class ProjectsController {
  constructor(@Inject('projects') private readonly parts: ProjectParts) {}

  @Serves(api.list)
  async list(@Input() { actor }: Call<typeof api.list>): Promise<ResponseOf<typeof api.list>> {
    const page = await this.parts.records.projects(actor);
    const refs = await PersonRefs.load(this.parts.people, page.items.map(({ state }) => state.leadId));
    return { items: page.items.map((stored) => presentProjectSummary(stored, refs, actor, this.parts.clock.now())) };
  }
  @Serves(api.one)
  one(@Input() { params, actor }: Call<typeof api.one>): View { return this.show(params.id, actor); }
  @Serves(api.join)
  join(@Input() { params, body, call, actor }: Call<typeof api.join>): View { return this.run(params.id, 'join', body, call, actor); }
  @Serves(api.decline)
  async decline(@Input() { params, call, actor }: Call<typeof api.decline>): View {
    const before = await this.show(params.id, actor);
    await this.parts.commands.run(params.id, 'decline', {}, call);
    return { ...before, myStatus: 'declined' };
  }
  @Serves(api.invite)
  invite(@Input() { params, body, call, actor }: Call<typeof api.invite>): View { return this.run(params.id, 'invite', body, call, actor); }
  @Serves(api.removeMember)
  removeMember(@Input() { params, body, call, actor }: Call<typeof api.removeMember>): View { return this.run(params.id, 'removeMember', body, call, actor); }
  @Serves(api.suspend)
  suspend(@Input() { params, body, call, actor }: Call<typeof api.suspend>): View { return this.run(params.id, 'suspend', body, call, actor); }
  @Serves(api.resume)
  resume(@Input() { params, body, call, actor }: Call<typeof api.resume>): View { return this.run(params.id, 'resume', body, call, actor); }
  @Serves(api.close)
  close(@Input() { params, body, call, actor }: Call<typeof api.close>): View { return this.run(params.id, 'close', body, call, actor); }

  private async run<Name extends keyof ProjectInputs & string>(id: string, name: Name, input: ProjectInputs[Name], call: CommandCall, actor: PersonActor): View {
    await this.parts.commands.run(id, name, input, call);
    return this.show(id, actor);
  }
  private async show(id: string, actor: PersonActor): View {
    const sight = await this.parts.commands.view(id, actor);
    const { state } = sight.stored;
    const refs = await PersonRefs.load(this.parts.people, namedMembers(state));
    return presentProject(sight, refs, await this.parts.catalogue.titles(state.datasets.map(({ slug }) => slug)));
  }
}
