import { describe, expect, test } from '@jest/globals';
import { transferWorkflow } from '../airlock/commands.js';
import { applicationWorkflow } from '../applications/commands.js';
import { standingWorkflow } from '../people/standing.js';
import { projectWorkflow } from '../projects/project.js';
import { person, system } from '../testing/people.js';
import { workspaceWorkflow } from '../workspaces/workspace.js';
import { Denial } from './denial.js';
import type { Recorded, Workflow } from './workflow.js';
import { allowedCommands, decide, verdict } from './workflow.js';

interface Door { readonly status: 'shut' | 'open'; readonly locked: boolean; readonly history: readonly string[] }
interface DoorInputs { open: { knocks: number }; shut: Record<string, never> }
interface DoorFacts { readonly keeper: string }
type DoorEvent = { type: 'door.knocked'; knocks: number } | { type: 'door.opened' } | { type: 'door.shut' };

const keeper = { name: 'keeper', says: 'The keeper.', holds: (_door: Door, { actor, facts }: { actor: { id: string }; facts: DoorFacts }) => actor.id === facts.keeper };
const guest = { name: 'guest', says: 'A guest.', holds: (_door: Door, { actor }: { actor: { id: string } }) => actor.id === 'guest' };
const doors: Workflow<Door, DoorInputs, DoorFacts, DoorEvent> = {
  name: 'door', statuses: ['shut', 'open'], finals: [],
  commands: {
    open: {
      from: ['shut'], to: ['open'], by: [keeper, guest],
      rules: [
        { name: 'unlocked', code: 'cooling-off', says: 'It is not locked.', holds: (door) => !door.locked },
        { name: 'inTheMorning', code: 'deadline-not-reached', says: 'It is morning.', holds: (_door, { now }) => now < '2026-01-01T12:00:00.000Z' },
      ],
      inputRules: [{ name: 'knocked', code: 'comment-required', says: 'One knocks twice.', holds: (_door, _context, input) => input.knocks >= 2, params: (_door, _context, input) => ({ knocks: input.knocks }) }],
      emit: (_door, input) => [{ type: 'door.knocked', knocks: input.knocks }, { type: 'door.opened' }],
    },
    shut: { from: ['open'], to: ['shut'], by: [keeper], emit: () => [{ type: 'door.shut' }] },
  },
  evolve(door, event: Recorded<DoorEvent>): Door {
    const history = [...door.history, event.type];
    switch (event.type) {
      case 'door.knocked': return { ...door, history };
      case 'door.opened': return { ...door, history, status: 'open' };
      case 'door.shut': return { ...door, history, status: 'shut' };
    }
  },
};
const shut: Door = { status: 'shut', locked: false, history: [] };
const context = (id: string, now = '2026-01-01T09:00:00.000Z') => ({ actor: person(id, []), now, facts: { keeper: 'keeper' } });
const ask = (door: Door, id: string, knocks?: number, now?: string): string | null => verdict(doors, 'open', door, context(id, now), knocks === undefined ? undefined : { knocks })?.message ?? null;

describe('verdict', () => {
  test('asks who before state, state before rules, and rules in their order', () => {
    const evening = '2026-01-01T20:00:00.000Z';
    expect(ask({ ...shut, status: 'open', locked: true }, 'stranger', 0, evening)).toBe('access: not-permitted');
    expect(ask({ ...shut, status: 'open', locked: true }, 'keeper', 0, evening)).toBe('state: not-in-this-state');
    expect(ask({ ...shut, locked: true }, 'keeper', 0, evening)).toBe('rule: cooling-off');
    expect(ask(shut, 'keeper', 0, evening)).toBe('rule: deadline-not-reached');
    expect(ask(shut, 'keeper', 0)).toBe('rule: comment-required');
    expect(ask(shut, 'keeper', 2)).toBeNull();
  });
  test('one relation of the column is enough', () => {
    expect(ask(shut, 'guest', 2)).toBeNull();
  });
  test('without an input asks everything but the rules on the input', () => {
    expect(ask(shut, 'keeper')).toBeNull();
    expect(ask({ ...shut, locked: true }, 'keeper')).toBe('rule: cooling-off');
  });
  test('a refusal by state names the state, a refusal by rule carries its params', () => {
    expect(verdict(doors, 'open', { ...shut, status: 'open' }, context('keeper'))?.params).toEqual({ status: 'open' });
    expect(verdict(doors, 'open', shut, context('keeper'), { knocks: 1 })?.params).toEqual({ knocks: 1 });
  });
});

describe('decide', () => {
  test('throws the verdict', () => {
    expect(() => decide(doors, 'open', shut, { knocks: 1 }, context('keeper'))).toThrow(new Denial('rule', 'comment-required'));
  });
  test('applies every event in order and writes when and by whom', () => {
    const { state, events } = decide(doors, 'open', shut, { knocks: 2 }, context('keeper'));
    expect(state).toEqual({ status: 'open', locked: false, history: ['door.knocked', 'door.opened'] });
    expect(events.map(({ at, by }) => [at, by])).toEqual([['2026-01-01T09:00:00.000Z', 'keeper'], ['2026-01-01T09:00:00.000Z', 'keeper']]);
  });
  test('writes a job under its own name, never under that of a person', () => {
    const { events } = decide(doors, 'open', shut, { knocks: 2 }, { ...context('x'), actor: system('opener'), facts: { keeper: 'opener' } });
    expect(events[0]?.by).toBe('system:opener');
  });
  test('leaves the state it was given as it was', () => {
    const before = structuredClone(shut);
    decide(doors, 'open', shut, { knocks: 2 }, context('keeper'));
    expect(shut).toEqual(before);
  });
});

describe('allowedCommands', () => {
  test('names every command, with null where it is allowed now and the code of its denial where it is not', () => {
    expect(allowedCommands(doors, shut, context('guest'))).toEqual({ open: null, shut: 'not-permitted' });
    expect(allowedCommands(doors, { ...shut, locked: true }, context('keeper'))).toEqual({ open: 'cooling-off', shut: 'not-in-this-state' });
  });
});

describe('every table', () => {
  const tables = [transferWorkflow, applicationWorkflow, projectWorkflow, workspaceWorkflow, standingWorkflow] as const;
  interface Row { from: readonly string[]; to: readonly string[]; by: readonly { name: string; says: string }[]; rules?: readonly { name: string; says: string }[]; inputRules?: readonly { name: string; says: string }[] }
  const rows = tables.flatMap((table) => Object.entries(table.commands).map(([name, row]) => ({ table: table.name, statuses: table.statuses as readonly string[], finals: table.finals as readonly string[], name, row: row as unknown as Row })));

  test.each(rows)('$table.$name names only known statuses, somebody who may, and never leaves a final status', ({ statuses, finals, row }) => {
    expect(row.from.length * row.to.length * row.by.length).toBeGreaterThan(0);
    expect([...row.from, ...row.to].filter((status) => !statuses.includes(status))).toEqual([]);
    expect(row.from.filter((status) => finals.includes(status))).toEqual([]);
    expect(new Set(row.from).size + new Set(row.to).size).toBe(row.from.length + row.to.length);
  });
  test.each(tables)('$name: every status but the first can be reached, and every status that is not final can be left', (table) => {
    const commands = Object.values(table.commands) as unknown as Row[];
    const [first, ...others] = table.statuses as readonly string[];
    const finals = table.finals as readonly string[];
    expect(others.filter((status) => !commands.some((row) => row.to.includes(status)))).toEqual([]);
    expect([first, ...others].filter((status) => status !== undefined && !finals.includes(status) && !commands.some((row) => row.from.includes(status) && row.to.some((to) => to !== status)))).toEqual([]);
  });
  test('one name means one sentence, in a table', () => {
    for (const table of tables) {
      const named = (Object.values(table.commands) as unknown as Row[]).flatMap((row) => [...row.by, ...(row.rules ?? []), ...(row.inputRules ?? [])]);
      for (const { name, says } of named) {
        expect(says).toMatch(/^[A-Z].*\.$/);
        expect(new Set(named.filter((other) => other.name === name).map((other) => other.says)).size).toBe(1);
      }
    }
  });
});
