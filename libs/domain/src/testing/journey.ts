import type { Actor } from '../engine/actor.js';
import type { Denial } from '../engine/denial.js';
import type { DenialCode } from '../engine/denial-texts.js';
import type { Instant } from '../engine/time.js';
import { addSeconds } from '../engine/time.js';
import type { CommandMap, Context, Recorded, Workflow } from '../engine/workflow.js';
import { allowedCommands, decide, verdict } from '../engine/workflow.js';

/** One record led through its workflow by commands, with all that has happened to it. No spec sets a status. */
export class Journey<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }> {
  events: readonly Recorded<Event>[] = [];
  private constructor(readonly workflow: Workflow<State, Inputs, Facts, Event>, readonly start: State, public state: State, public facts: Facts, public now: Instant) {}

  static begin<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(
    workflow: Workflow<State, Inputs, Facts, Event>, start: State, facts: Facts, now: Instant,
  ): Journey<State, Inputs, Facts, Event> {
    return new Journey(workflow, start, start, facts, now);
  }
  /** A second future of the same past. */
  fork(): Journey<State, Inputs, Facts, Event> {
    const other = new Journey(this.workflow, this.start, this.state, this.facts, this.now);
    other.events = this.events;
    return other;
  }
  context(actor: Actor): Context<Facts> { return { actor, now: this.now, facts: this.facts }; }
  /** Runs a command or throws its denial. */
  run<Name extends keyof Inputs>(name: Name, actor: Actor, input: Inputs[Name]): this {
    const decision = decide(this.workflow, name, this.state, input, this.context(actor));
    this.state = decision.state;
    this.events = [...this.events, ...decision.events];
    return this;
  }
  verdict<Name extends keyof Inputs>(name: Name, actor: Actor, input?: Inputs[Name]): Denial | null { return verdict(this.workflow, name, this.state, this.context(actor), input); }
  /** `kind: code` of the refusal, or null when it would be allowed. Without an input: as a page asks before a form is filled. */
  ask<Name extends keyof Inputs>(name: Name, actor: Actor, input?: Inputs[Name]): `${string}: ${DenialCode}` | null {
    const denial = this.verdict(name, actor, input);
    return denial && `${denial.kind}: ${denial.code}`;
  }
  commands(actor: Actor): CommandMap<Inputs> { return allowedCommands(this.workflow, this.state, this.context(actor)); }
  later(seconds: number): this { this.now = addSeconds(this.now, seconds); return this; }
  at(now: Instant): this { this.now = now; return this; }
  given(change: Partial<Facts>): this { this.facts = { ...this.facts, ...change }; return this; }
  /** What happened, in order. */
  story(): readonly Event['type'][] { return this.events.map((event) => event.type); }
}
