import type { Actor } from './actor.js';
import { actorRef } from './actor.js';
import { Denial } from './denial.js';
import type { DenialCode } from './denial-texts.js';
import type { Instant } from './time.js';

/** What a rule may read besides the record: who asks, when, and facts loaded in the same transaction. */
export interface Context<Facts> { readonly actor: Actor; readonly now: Instant; readonly facts: Facts }

/** A relation between an actor and a record, as named in a `by` column. `says` is printed into the permission matrix. */
export interface Relation<State, Facts> { readonly name: string; readonly says: string; holds(state: State, context: Context<Facts>): boolean }

/** A rule reads true when allowed. Its denial code carries the text people see; `says` is its policy sentence. */
export interface Rule<State, Input, Facts> {
  readonly name: string;
  readonly code: DenialCode;
  readonly says: string;
  holds(state: State, context: Context<Facts>, input: Input): boolean;
  params?(state: State, context: Context<Facts>, input: Input): Record<string, string | number>;
}

export type Recorded<Event> = Event & { readonly at: Instant; readonly by: string };

/** One row of a workflow table: who, from which states, under which rules, and what then has happened. */
export interface CommandRow<State extends { status: string }, Input, Facts, Event> {
  readonly from: readonly State['status'][];
  /** States it may lead to; the generated diagram and a test read it. */
  readonly to: readonly State['status'][];
  readonly by: readonly Relation<State, Facts>[];
  /** Asked before an input exists, so the portal can know: what the record, the actor and the clock decide. */
  readonly rules?: readonly Rule<State, undefined, Facts>[];
  /** Asked when the command comes with its input. */
  readonly inputRules?: readonly Rule<State, Input, Facts>[];
  emit(state: State, input: Input, context: Context<Facts>): readonly Event[];
}

export interface Workflow<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }> {
  readonly name: string;
  readonly statuses: readonly State['status'][];
  readonly finals: readonly State['status'][];
  readonly commands: { readonly [Name in keyof Inputs]: CommandRow<State, Inputs[Name], Facts, Event> };
  /** Exhaustive and free of rules. */
  evolve(state: State, event: Recorded<Event>): State;
}

/** Who, then state, then rules: the first denial wins, so an outsider learns nothing else. */
export function verdict<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }, Name extends keyof Inputs>(
  workflow: Workflow<State, Inputs, Facts, Event>, name: Name, state: State, context: Context<Facts>, input?: Inputs[Name],
): Denial | null {
  const row = workflow.commands[name];
  if (!row.by.some((relation) => relation.holds(state, context))) return new Denial('access', 'not-permitted');
  if (!row.from.includes(state.status)) return new Denial('state', 'not-in-this-state', { status: state.status });
  for (const rule of row.rules ?? []) {
    if (!rule.holds(state, context, undefined)) return new Denial('rule', rule.code, rule.params?.(state, context, undefined));
  }
  if (input === undefined) return null;
  for (const rule of row.inputRules ?? []) {
    if (!rule.holds(state, context, input)) return new Denial('rule', rule.code, rule.params?.(state, context, input));
  }
  return null;
}

export interface Decision<State, Event> { readonly state: State; readonly events: readonly Recorded<Event>[] }

/** Applies a command or throws its {@link Denial}. Nothing else changes a state. */
export function decide<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }, Name extends keyof Inputs>(
  workflow: Workflow<State, Inputs, Facts, Event>, name: Name, state: State, input: Inputs[Name], context: Context<Facts>,
): Decision<State, Event> {
  const denial = verdict(workflow, name, state, context, input);
  if (denial) throw denial;
  const events = workflow.commands[name].emit(state, input, context).map((event) => ({ ...event, at: context.now, by: actorRef(context.actor) }));
  return { state: events.reduce((current, event) => workflow.evolve(current, event), state), events };
}

export type CommandMap<Inputs> = { [Name in keyof Inputs]: DenialCode | null };

/** Every command of the record with `null` (allowed now) or the code of its denial, as each API response carries it. */
export function allowedCommands<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(
  workflow: Workflow<State, Inputs, Facts, Event>, state: State, context: Context<Facts>,
): CommandMap<Inputs> {
  const entries = (Object.keys(workflow.commands) as (keyof Inputs)[]).map((name) => [name, verdict(workflow, name, state, context)?.code ?? null]);
  return Object.fromEntries(entries) as CommandMap<Inputs>;
}
