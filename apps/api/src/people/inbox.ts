import type { InboxTask } from '@suimon/contracts';
import { agreementValid, hasRole, reviewOpenedAt, trainingValid } from '@suimon/domain';
import type { PersonActor } from '@suimon/domain';
import type { RecordQueries } from '@suimon/persistence';
import { applicationDefinition, projectDefinition, transferDefinition } from '@suimon/use-cases';
import type { Clock, CommandRunner, PolicySource, UnitOfWork } from '@suimon/use-cases';

type Task = Omit<InboxTask, 'id'>;
const SCAN = 200;

/** What waits on a person, derived from the same tables that allow the commands: a task is there exactly while its command is. */
export class Inbox {
  constructor(private readonly records: RecordQueries, private readonly unitOfWork: UnitOfWork, private readonly runner: CommandRunner, private readonly policy: PolicySource, private readonly clock: Clock) {}

  async tasks(actor: PersonActor): Promise<InboxTask[]> {
    const tasks = [...(await this.preparation(actor)), ...(await this.applications(actor)), ...(await this.projects(actor)), ...(await this.transfers(actor)), ...(await this.workspaces(actor))];
    return tasks.map((task) => ({ ...task, id: `${task.kind}:${task.href}` })).sort((a, b) => (a.since < b.since ? -1 : 1));
  }

  private async preparation(actor: PersonActor): Promise<Task[]> {
    if (!hasRole(actor, 'researcher')) return [];
    const stored = await this.unitOfWork.run((tx) => tx.find('standing', actor.id));
    if (!stored || stored.state.status !== 'active') return [];
    const { training, agreements } = this.policy.current;
    const open: Task[] = [];
    const task = (kind: Task['kind'], title: string, href: string): void => { open.push({ kind, title, project: null, since: stored.createdAt, dueAt: null, href }); };
    if (!trainingValid(stored.state, training, this.clock.now())) task('complete-training', '', '/preparation');
    if (!agreementValid(stored.state, agreements, 'pledge')) task('sign-pledge', '', '/preparation/agreements/pledge');
    if (!agreementValid(stored.state, agreements, 'rules-of-use')) task('agree-rules', '', '/preparation/agreements/rules-of-use');
    return open;
  }

  private async applications(actor: PersonActor): Promise<Task[]> {
    const page = await this.records.applications(actor, { page: 1, size: SCAN });
    return this.unitOfWork.run(async (tx) => {
      const tasks: Task[] = [];
      for (const stored of page.items) {
        const { state } = stored;
        const { commands } = await this.runner.sight(tx, applicationDefinition(this.policy), stored, actor);
        const kind: Task['kind'] | null = commands.edit === null ? (state.status === 'returned' ? 'application-returned' : 'continue-draft')
          : commands.startScreening === null || commands.openToCommittee === null ? 'screen-application'
          : commands.recordContract === null ? 'record-contract'
          : commands.decide === null ? 'decide-application'
          : commands.judge === null ? 'judge-application'
          : commands.declareInterest === null && !state.interests.some((interest) => interest.memberId === actor.id) ? 'declare-interest' : null;
        if (kind) tasks.push({ kind, title: state.proposal.title, project: null, since: stored.updatedAt, dueAt: null, href: `/applications/${state.id}` });
      }
      return tasks;
    });
  }

  private async projects(actor: PersonActor): Promise<Task[]> {
    if (!hasRole(actor, 'researcher')) return [];
    const page = await this.records.projects(actor);
    return this.unitOfWork.run(async (tx) => {
      const tasks: Task[] = [];
      for (const stored of page.items) {
        const { commands } = await this.runner.sight(tx, projectDefinition(this.policy), stored, actor);
        if (commands.join === null) tasks.push({ kind: 'join-project', title: stored.state.title, project: stored.state.number, since: stored.updatedAt, dueAt: null, href: `/projects/${stored.state.id}` });
      }
      return tasks;
    });
  }

  private async transfers(actor: PersonActor): Promise<Task[]> {
    const page = await this.records.transfers(actor, { queue: 'all', oldestFirst: false, page: 1, size: SCAN });
    return this.unitOfWork.run(async (tx) => {
      const tasks: Task[] = [];
      for (const stored of page.items) {
        const { state } = stored;
        const { commands, context } = await this.runner.sight(tx, transferDefinition(this.policy, this.clock), stored, actor);
        const mine = state.requesterId === actor.id;
        const kind: Task['kind'] | null = commands.purge === null ? 'quarantined-transfer'
          : commands.approve === null || commands.reject === null ? 'consolidate-transfer'
          : commands.vote === null ? 'review-transfer'
          : mine && state.status === 'returned' ? 'transfer-returned'
          : mine && state.status === 'draft' && state.files.length > 0 ? (state.direction === 'export' ? 'describe-export' : 'continue-draft')
          : mine && commands.download === null && state.downloads.length === 0 ? 'download-release' : null;
        const href = hasRole(actor, 'steward') && !mine ? `/reviews/${state.id}` : `/transfers/${state.id}`;
        if (kind) tasks.push({ kind, title: state.files[0]?.path ?? '', project: context.facts.project.number, since: (state.status === 'in_review' ? reviewOpenedAt(state) : null) ?? stored.updatedAt, dueAt: state.deadlineAt ?? state.expiresAt, href });
      }
      return tasks;
    });
  }

  private async workspaces(actor: PersonActor): Promise<Task[]> {
    if (!hasRole(actor, 'researcher')) return [];
    const page = await this.records.workspaces(actor);
    return page.items.filter(({ state }) => state.personId === actor.id && state.status === 'failed').map(({ state, updatedAt }) => ({ kind: 'workspace-failed', title: state.reason ?? '', project: null, since: updatedAt, dueAt: null, href: `/projects/${state.projectId}/launch` }));
  }
}
