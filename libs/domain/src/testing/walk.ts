import type { Actor } from '../engine/actor.js';
import { Denial } from '../engine/denial.js';
import type { Instant } from '../engine/time.js';
import type { Journey } from './journey.js';

/** Everything that may happen to one record: people and jobs try commands, the clock runs, facts change around it. */
export interface World<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }> {
  /** Records in every status, each with its past. */
  readonly beginnings: readonly (() => Journey<State, Inputs, Facts, Event>)[];
  readonly actors: readonly Actor[];
  /** Inputs worth trying in a state: right ones, wrong ones, late ones. */
  readonly inputs: { readonly [Name in keyof Inputs]: (journey: Journey<State, Inputs, Facts, Event>) => readonly Inputs[Name][] };
  /** Instants at which the clock decides something. */
  due?(state: State): readonly (Instant | null | undefined)[];
  /** What changes around the record. */
  readonly turns: readonly ((journey: Journey<State, Inputs, Facts, Event>) => void)[];
}
/** Drawn at random; what it means depends on the state it meets, so that any sequence shrinks to a shorter one. */
export interface Step { readonly kind: number; readonly a: number; readonly b: number }
export const STEP_KINDS = 10;

/** One command that somebody tried, and what came of it. */
export interface Attempt<State, Inputs> { readonly name: keyof Inputs & string; readonly actor: Actor; readonly before: State; readonly denial: Denial | null; readonly news: number }

export const commandNames = <Inputs extends object>(commands: { readonly [Name in keyof Inputs]: unknown }): (keyof Inputs & string)[] => Object.keys(commands) as (keyof Inputs & string)[];
const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

type Call<Input> = { readonly actor: Actor; readonly input: Input };

/** Every call of the command that would be accepted now. */
function acceptedCalls<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }, Name extends keyof Inputs & string>(
  world: World<State, Inputs, Facts, Event>, journey: Journey<State, Inputs, Facts, Event>, name: Name,
): readonly Call<Inputs[Name]>[] {
  const { from, by } = journey.workflow.commands[name];
  if (!from.includes(journey.state.status)) return [];
  const actors = world.actors.filter((actor) => by.some((relation) => relation.holds(journey.state, journey.context(actor))) && journey.verdict(name, actor) === null);
  if (actors.length === 0) return [];
  const inputs = world.inputs[name](journey);
  return actors.flatMap((actor) => inputs.filter((input) => journey.verdict(name, actor, input) === null).map((input) => ({ actor, input })));
}
const anyCalls = <State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }, Name extends keyof Inputs & string>(
  world: World<State, Inputs, Facts, Event>, journey: Journey<State, Inputs, Facts, Event>, name: Name,
): readonly Call<Inputs[Name]>[] => world.actors.flatMap((actor) => world.inputs[name](journey).map((input) => ({ actor, input })));

/** Commands that somebody could run now; those that only end the record are left to the rarest step, or no walk would be long. */
function possible<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(
  world: World<State, Inputs, Facts, Event>, journey: Journey<State, Inputs, Facts, Event>, names: readonly (keyof Inputs & string)[], evenTheLast: boolean,
): readonly (keyof Inputs & string)[] {
  const { commands, finals } = journey.workflow;
  return names.filter((name) => (evenTheLast || !commands[name].to.every((status) => finals.includes(status))) && acceptedCalls(world, journey, name).length > 0);
}

/** Tries the command; a refusal is an answer like any other, anything else thrown is a defect. */
export function attempt<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }, Name extends keyof Inputs & string>(
  journey: Journey<State, Inputs, Facts, Event>, name: Name, actor: Actor, input: Inputs[Name],
): Attempt<State, Inputs> {
  const before = journey.state;
  const past = journey.events.length;
  try {
    journey.run(name, actor, input);
    return { name, actor, before, denial: null, news: journey.events.length - past };
  } catch (thrown) {
    if (!(thrown instanceof Denial)) throw thrown;
    return { name, actor, before, denial: thrown, news: 0 };
  }
}

/** Takes the steps one by one: some turn the world or wait, some try anything, most carry the record on. */
export function walk<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(
  world: World<State, Inputs, Facts, Event>, journey: Journey<State, Inputs, Facts, Event>, steps: readonly Step[], observe: (attempt: Attempt<State, Inputs> | null) => void,
): void {
  const names = commandNames<Inputs>(journey.workflow.commands);
  for (const { kind, a, b } of steps) {
    if (kind === 0) {
      pick(world.turns, a)?.(journey);
      observe(null);
    } else if (kind === 1) {
      const later = (world.due?.(journey.state) ?? []).filter((instant) => typeof instant === 'string' && instant > journey.now);
      journey.at(pick(later, a) ?? journey.now);
      observe(null);
    } else {
      const name = pick(kind === 2 ? names : possible(world, journey, names, kind === STEP_KINDS - 1), a);
      const call = name && pick(kind === 2 ? anyCalls(world, journey, name) : acceptedCalls(world, journey, name), b);
      if (name && call) observe(attempt(journey, name, call.actor, call.input));
    }
  }
}
