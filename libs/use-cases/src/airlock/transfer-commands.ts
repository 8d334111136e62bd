import type { Actor, Direction, Transfer, TransferEvent, TransferFacts, TransferFile, TransferInputs } from '@suimon/domain';
import { creationRelations, creationRules, Denial, entitledToProject, hasRole, isJoined, memberOf, newTransfer, transferReactions, transferWorkflow } from '@suimon/domain';
import type { CommandCall, CommandRunner, RecordDefinition } from '../command-runner.js';
import type { Clock, Ids, PolicySource, Transaction, UnitOfWork } from '../ports.js';
import type { OutboxEntry } from '../workspaces/workspace-runtime.port.js';
import { loadEntitlement } from '../projects/project-commands.js';

export type TransferDefinition = RecordDefinition<'transfer', TransferInputs, TransferFacts, TransferEvent>;

/** Members see their project's transfers. Reviewers see what came clean out of scanning, never a draft, never infected bytes. Operators see none (R052). */
export function seesTransfer(transfer: Transfer, actor: Actor, facts: TransferFacts): boolean {
  if (actor.kind === 'system') return true;
  if (actor.aal < 2) return false;
  if (hasRole(actor, 'researcher') && isJoined(facts.project, actor.id)) return true;
  if (memberOf(facts.project, actor.id) !== undefined) return false;
  if (hasRole(actor, 'steward') && transfer.status === 'returned') return transfer.reason?.code === 'by-reviewer';
  if (hasRole(actor, 'steward')) return ['in_review', 'consolidating', 'approved', 'releasing', 'released', 'revoked', 'expired', 'rejected'].includes(transfer.status);
  if (hasRole(actor, 'security')) return ['quarantined', 'blocked', 'released', 'revoked'].includes(transfer.status);
  return hasRole(actor, 'auditor') && transfer.round > 0;
}

export const transferDefinition = (policy: PolicySource, clock: Clock): TransferDefinition => ({
  kind: 'transfer',
  workflow: transferWorkflow,
  loadFacts: async (tx, transfer) => loadTransferFacts(tx, policy, clock, transfer),
  isVisible: seesTransfer,
  reactions: transferReactions,
});
async function loadTransferFacts(tx: Transaction, policy: PolicySource, clock: Clock, transfer: Transfer): Promise<TransferFacts> {
  const project = await tx.find('project', transfer.projectId);
  if (!project) throw new Denial('missing', 'not-found');
  const requester = await tx.person(transfer.requesterId);
  return {
    policy: policy.current.airlock, project: project.state, activeStewards: await tx.peopleWithRoles(['steward']), requester,
    requesterEntitled: entitledToProject(await loadEntitlement(tx, policy, project.state, transfer.requesterId), clock.now()),
  };
}

export class TransferCommands {
  private readonly definition: TransferDefinition;
  constructor(private readonly runner: CommandRunner, private readonly unitOfWork: UnitOfWork, private readonly clock: Clock, private readonly ids: Ids, private readonly policy: PolicySource) {
    this.definition = transferDefinition(policy, clock);
  }

  /** A person opens an import draft; the form starts with what is known of them. */
  create(projectId: string, direction: Direction, call: CommandCall): Promise<Transfer> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await tx.find('project', projectId))) throw new Denial('missing', 'not-found');
      const transfer = newTransfer(this.ids.next(), direction, projectId, call.actor.id);
      const facts = await loadTransferFacts(tx, this.policy, this.clock, transfer);
      const context = { actor: call.actor, now: this.clock.now(), facts };
      if (!creationRelations.some((relation) => relation.holds(transfer, context))) throw new Denial('missing', 'not-found');
      for (const rule of creationRules) if (!rule.holds(transfer, context, undefined)) throw new Denial('rule', rule.code);
      return this.runner.apply(tx, this.definition, { state: transfer, version: 0 }, 'describe', { form: knownForm(facts) }, call, bornAs(transfer));
    });
  }

  /**
   * The courier's draft of a person's outbox: the open one, or a new one. Files of earlier requests are not taken twice.
   * A path in `unsettled` is still being written: it is not noticed yet, and a file known by it is not forgotten.
   */
  noticeOutbox(projectId: string, personId: string, seen: readonly OutboxEntry[], call: CommandCall, unsettled: readonly string[] = []): Promise<string | null> {
    return this.unitOfWork.run(async (tx) => {
      const project = await tx.lock('project', projectId);
      if (!project || !isJoined(project.state, personId)) return null;
      const open = await tx.openExportDraft(projectId, personId);
      const stored = open ? await tx.lock('transfer', open) : null;
      let state = stored?.state ?? newTransfer(this.ids.next(), 'export', projectId, personId);
      let version = stored?.version ?? 0;
      const taken = await tx.takenOutboxFiles(projectId, personId, state.id);
      const files = seen
        .filter((file) => !state.excludedPaths.includes(file.path) && !taken.some((earlier) => isSameFile(earlier, file)))
        .slice(0, Math.max(0, this.policy.current.airlock.export.maxFiles - state.files.filter((file) => unsettled.includes(file.path)).length));
      const step = async <Name extends 'noticeFile' | 'forgetFile'>(name: Name, input: TransferInputs[Name]): Promise<void> => {
        state = await this.runner.apply(tx, this.definition, { state, version }, name, input, call, version === 0 ? bornAs(state) : undefined);
        version += 1;
      };
      for (const gone of state.files.filter((file) => !files.some((entry) => entry.path === file.path) && !unsettled.includes(file.path))) await step('forgetFile', { fileId: gone.id });
      for (const entry of files) {
        const known = state.files.find((file) => file.path === entry.path);
        if (!known || !isSameFile(known, entry)) await step('noticeFile', { fileId: known?.id ?? this.ids.next(), ...entry });
      }
      return version === 0 ? null : state.id;
    });
  }

  run<Name extends keyof TransferInputs & string>(id: string, name: Name, input: TransferInputs[Name], call: CommandCall): Promise<Transfer> {
    return this.runner.run(this.definition, id, name, input, call);
  }
  view(id: string, actor: Actor) { return this.runner.view(this.definition, id, actor); }
}
const isSameFile = (a: Pick<TransferFile, 'path' | 'sizeBytes' | 'modifiedAtMs'>, b: OutboxEntry): boolean => a.path === b.path && a.sizeBytes === b.sizeBytes && a.modifiedAtMs === b.modifiedAtMs;
const bornAs = ({ direction, projectId, requesterId }: Transfer): TransferEvent => ({ type: 'transfer.created', direction, projectId, requesterId });
const knownForm = (facts: TransferFacts) => ({ teamNumber: facts.requester?.teamNumber ?? '', researcherId: facts.requester?.researcherId ?? '', projectNumber: facts.project.number });
