import type { Actor, Context, Job, Recorded, Workflow } from '@suimon/domain';
import { actorRef, allowedCommands, decide, Denial } from '@suimon/domain';
import type { Clock, Origin, RecordKind, RecordStates, Stored, Transaction, UnitOfWork } from './ports.js';

/** What is particular to one kind of record: how its facts are loaded, what follows from its events, who may see it. */
export interface RecordDefinition<Kind extends RecordKind, Inputs extends object, Facts, Event extends { type: string }> {
  readonly kind: Kind;
  readonly workflow: Workflow<RecordStates[Kind], Inputs, Facts, Event>;
  loadFacts(tx: Transaction, state: RecordStates[Kind], actor: Actor, input: unknown): Promise<Facts>;
  /** An actor who cannot see the record is told that it does not exist. */
  isVisible(state: RecordStates[Kind], actor: Actor, facts: Facts): boolean;
  reactions?(event: Event, state: RecordStates[Kind]): readonly Job[];
}
export interface CommandCall { readonly actor: Actor; readonly origin: Origin; /** From If-Match: 412 unless the record still has it. */ readonly expectedVersion?: number; /** The outbox job that this command completes. */ readonly jobId?: string }

/** Runs commands: open a transaction, lock the row, load the facts, decide, save. The only writer of workflow state. */
export class CommandRunner {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly clock: Clock) {}

  async run<Kind extends RecordKind, Inputs extends object, Facts, Event extends { type: string }, Name extends keyof Inputs & string>(
    definition: RecordDefinition<Kind, Inputs, Facts, Event>, id: string, name: Name, input: Inputs[Name], call: CommandCall,
  ): Promise<RecordStates[Kind]> {
    return this.unitOfWork.run(async (tx) => {
      const stored = await tx.lock(definition.kind, id);
      if (!stored) throw new Denial('missing', 'not-found');
      return this.apply(tx, definition, stored, name, input, call);
    });
  }

  /** The same inside a transaction that is already open, for commands that create their record or touch two. */
  async apply<Kind extends RecordKind, Inputs extends object, Facts, Event extends { type: string }, Name extends keyof Inputs & string>(
    tx: Transaction, definition: RecordDefinition<Kind, Inputs, Facts, Event>, stored: Pick<Stored<RecordStates[Kind]>, 'state' | 'version'>, name: Name, input: Inputs[Name], call: CommandCall, opening?: Event,
  ): Promise<RecordStates[Kind]> {
    const now = this.clock.now();
    const facts = await definition.loadFacts(tx, stored.state, call.actor, input);
    if (!definition.isVisible(stored.state, call.actor, facts)) throw new Denial('missing', 'not-found');
    if (call.expectedVersion !== undefined && call.expectedVersion !== stored.version) throw new Denial('stale', 'version-stale');
    const { state, events } = decide(definition.workflow, name, stored.state, input, { actor: call.actor, now, facts });
    // The first event of a stream says what the record was born as, so that folding the events gives the row (I6).
    const born = opening ? [{ ...opening, at: now, by: actorRef(call.actor) }] : [];
    await this.save(tx, definition, state, stored.version, [...born, ...events], call, now);
    return state;
  }

  private async save<Kind extends RecordKind, Inputs extends object, Facts, Event extends { type: string }>(
    tx: Transaction, definition: RecordDefinition<Kind, Inputs, Facts, Event>, state: RecordStates[Kind], version: number, events: readonly Recorded<Event>[], call: CommandCall, now: string,
  ): Promise<void> {
    const jobs = events.flatMap((event) => definition.reactions?.(event, state) ?? []);
    await tx.save(definition.kind, state, version, events, jobs, call.origin, now);
    if (call.jobId) await tx.finishJob(call.jobId);
  }

  /** For a view: the record with its facts and what the actor may do with it now. Denied sight is "not found". */
  async view<Kind extends RecordKind, Inputs extends object, Facts, Event extends { type: string }>(
    definition: RecordDefinition<Kind, Inputs, Facts, Event>, id: string, actor: Actor,
  ): Promise<RecordSight<Kind, Inputs, Facts, Event>> {
    return this.unitOfWork.run(async (tx) => {
      const stored = await tx.find(definition.kind, id);
      if (!stored) throw new Denial('missing', 'not-found');
      return this.sight(tx, definition, stored, actor);
    });
  }

  async sight<Kind extends RecordKind, Inputs extends object, Facts, Event extends { type: string }>(
    tx: Transaction, definition: RecordDefinition<Kind, Inputs, Facts, Event>, stored: Stored<RecordStates[Kind]>, actor: Actor,
  ): Promise<RecordSight<Kind, Inputs, Facts, Event>> {
    const facts = await definition.loadFacts(tx, stored.state, actor, undefined);
    if (!definition.isVisible(stored.state, actor, facts)) throw new Denial('missing', 'not-found');
    const context: Context<Facts> = { actor, now: this.clock.now(), facts };
    return { stored, context, commands: allowedCommands(definition.workflow, stored.state, context) };
  }
}
export interface RecordSight<Kind extends RecordKind, Inputs extends object, Facts, Event extends { type: string }> {
  readonly stored: Stored<RecordStates[Kind]>;
  readonly context: Context<Facts>;
  readonly commands: ReturnType<typeof allowedCommands<RecordStates[Kind], Inputs, Facts, Event>>;
}
