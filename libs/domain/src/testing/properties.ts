import fc from 'fast-check';
import { allowedCommands, verdict } from '../engine/workflow.js';
import type { Journey } from './journey.js';
import type { Attempt, Step, World } from './walk.js';
import { attempt, commandNames, STEP_KINDS, walk } from './walk.js';

/** Fixed, so that a run is the same everywhere; PROPERTY_SEED and PROPERTY_RUNS search elsewhere and longer. */
const seed = Number(process.env['PROPERTY_SEED'] ?? 20_260_615);
const runsFactor = Number(process.env['PROPERTY_RUNS'] ?? 1);

const step: fc.Arbitrary<Step> = fc.record({ kind: fc.nat(STEP_KINDS - 1), a: fc.nat(9999), b: fc.nat(9999) });

/** A claim about a record after each thing that happened: throws when it does not hold. */
export type Claim<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }> = (journey: Journey<State, Inputs, Facts, Event>, attempt: Attempt<State, Inputs> | null) => void;

export function insist(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(sentence);
}

type Moment<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }> = { readonly journey: Journey<State, Inputs, Facts, Event>; readonly tried: Attempt<State, Inputs> | null };
export interface WalkSize { readonly runs: number; readonly maxSteps: number }
const walkOf = ({ beginnings }: { beginnings: readonly unknown[] }, maxSteps: number): fc.Arbitrary<[number, Step[]]> => fc.noBias(fc.tuple(fc.nat(beginnings.length - 1), fc.array(step, { maxLength: maxSteps, size: 'max' })));

function takeWalk<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(
  world: World<State, Inputs, Facts, Event>, [beginning, steps]: readonly [number, readonly Step[]], observe: (moment: Moment<State, Inputs, Facts, Event>) => void,
): void {
  const journey = world.beginnings[beginning]?.();
  if (!journey) return;
  deepFreeze(journey.state);
  walk(world, journey, steps, (tried) => {
    deepFreeze(journey.state);
    observe({ journey, tried });
  });
}

/** Denials are made by the hundred thousand here, and capturing a stack is most of their cost. */
function withoutStacks(work: () => void): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try { work(); } finally { Error.stackTraceLimit = limit; }
}

/** Random walks from every beginning, taken once; then any number of claims may be asked about each of their moments. */
export class Walks<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }> {
  private readonly moments: Moment<State, Inputs, Facts, Event>[] = [];
  constructor(private readonly world: World<State, Inputs, Facts, Event>, private readonly size: WalkSize) {
    const drawn = fc.sample(walkOf(world, size.maxSteps), { seed, numRuns: size.runs * runsFactor });
    withoutStacks(() => drawn.forEach((steps) => takeWalk(world, steps, ({ journey, tried }) => this.moments.push({ journey: journey.fork(), tried }))));
  }
  /** Throws the shortest walk on which a claim does not hold. */
  hold(...claims: readonly Claim<State, Inputs, Facts, Event>[]): void { withoutStacks(() => this.ask(claims)); }
  private ask(claims: readonly Claim<State, Inputs, Facts, Event>[]): void {
    for (const { journey, tried } of this.moments) {
      try {
        for (const claim of claims) claim(journey, tried);
      } catch (broken) {
        this.shrink(claims);
        throw new Error(`after ${journey.story().join(', ')}`, { cause: broken });
      }
    }
  }
  private shrink(claims: readonly Claim<State, Inputs, Facts, Event>[]): void {
    fc.assert(fc.property(walkOf(this.world, this.size.maxSteps), (drawn) => takeWalk(this.world, drawn, ({ journey, tried }) => claims.forEach((claim) => claim(journey, tried)))), { seed, numRuns: this.size.runs * runsFactor });
  }
}
/** Random values against one claim, with the same seed as the walks. */
export function onEvery<Values extends [unknown, ...unknown[]]>(arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> }, claim: (...values: Values) => void, runs = 300): void {
  fc.assert(fc.property(...arbitraries, claim), { seed, numRuns: runs * runsFactor });
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}

/** I6: the events alone, as they come back out of storage, make the state. */
export function foldIsState<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(journey: Journey<State, Inputs, Facts, Event>): void {
  const stored = JSON.parse(JSON.stringify(journey.events)) as typeof journey.events;
  const folded = stored.reduce((state, event) => journey.workflow.evolve(state, event), journey.start);
  insist(JSON.stringify(folded) === JSON.stringify(journey.state), `I6: folding ${journey.story().join(', ')} gives another state`);
}

/** A refusal changes nothing; an acceptance records at least one event and ends in a status of its `to` column. */
export function columnsAreTrue<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(journey: Journey<State, Inputs, Facts, Event>, tried: Attempt<State, Inputs> | null): void {
  if (!tried) return;
  const { name, before, denial, news } = tried;
  const row = journey.workflow.commands[name];
  if (denial) return insist(journey.state === before && news === 0, `${name} was refused and changed the state`);
  insist(news > 0, `${name} was accepted and left no event`);
  insist(row.from.includes(before.status), `${name} was accepted in ${before.status}`);
  insist(row.to.includes(journey.state.status), `${name} led from ${before.status} to ${journey.state.status}, which its row does not declare`);
}

/** I13: what is final stays as it is. */
export function finalsAreFinal<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(journey: Journey<State, Inputs, Facts, Event>, tried: Attempt<State, Inputs> | null): void {
  if (tried && journey.workflow.finals.includes(tried.before.status)) insist(tried.denial !== null, `I13: ${tried.name} was accepted in the final status ${tried.before.status}`);
}

/** Every third moment is asked about, each for another group of the actors. */
const EVERY = 3;
const ACTOR_GROUPS = 7;
/**
 * I9: what is advertised is what is accepted, for everybody, in the state as it is. A command shown as refused is refused
 * with that very code whatever is sent; one shown as allowed is refused only by a rule about the input.
 */
export function advertisedIsAccepted<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(world: World<State, Inputs, Facts, Event>): Claim<State, Inputs, Facts, Event> {
  let turn = 0;
  return (journey) => {
    turn += 1;
    if (turn % EVERY !== 0) return;
    const inputs = Object.fromEntries(commandNames<Inputs>(journey.workflow.commands).map((name) => [name, world.inputs[name](journey)])) as { [Name in keyof Inputs]: readonly Inputs[Name][] };
    for (const actor of world.actors.filter((_actor, index) => index % ACTOR_GROUPS === turn % ACTOR_GROUPS)) {
      const advertised = allowedCommands(journey.workflow, journey.state, journey.context(actor));
      for (const name of commandNames<Inputs>(journey.workflow.commands)) {
        const shown = advertised[name];
        const who = `${actor.id} in ${journey.state.status}: ${name} is shown as ${shown ?? 'allowed'}`;
        const inputCodes = (journey.workflow.commands[name].inputRules ?? []).map((rule) => rule.code);
        // A refusal before the input is asked is the same for every input, so one is enough to prove it; see `verdict`.
        for (const input of shown === null ? inputs[name] : inputs[name].slice(0, 1)) {
          const code = attempt(journey.fork(), name, actor, input).denial?.code ?? null;
          insist(verdict(journey.workflow, name, journey.state, journey.context(actor), input)?.code === (code ?? undefined), `${who}, and verdict and decide disagree`);
          if (shown !== null) insist(code === shown, `${who}, and sending it gives ${code ?? 'an acceptance'}`);
          else insist(code === null || inputCodes.includes(code), `${who}, and sending it gives ${code ?? ''}, which no rule on its input says`);
        }
      }
    }
  };
}

/** Collects which declared ends each command really reached, to compare with the table when the walks are over. */
export class Reached<State extends { status: string }, Inputs extends object> {
  private readonly seen = new Set<string>();
  readonly note = (journey: { state: State }, tried: Attempt<State, Inputs> | null): void => {
    if (tried && !tried.denial) this.seen.add(`${tried.name}: ${tried.before.status}`).add(`${tried.name} -> ${journey.state.status}`);
  };
  /** Declared sources and ends that no walk has used. */
  missing<Facts, Event extends { type: string }>(workflow: Journey<State, Inputs, Facts, Event>['workflow']): readonly string[] {
    return commandNames<Inputs>(workflow.commands)
      .flatMap((name) => [...workflow.commands[name].from.map((from) => `${name}: ${from}`), ...workflow.commands[name].to.map((to) => `${name} -> ${to}`)])
      .filter((declared) => !this.seen.has(declared));
  }
}
