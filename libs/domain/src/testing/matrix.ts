import type { Workflow } from '../engine/workflow.js';

/** Names of the relations that may run a command in a status, as the table's `by` and `from` columns say. */
export interface MatrixRow { readonly command: string; readonly cells: readonly (readonly string[])[] }

/** The who-and-when of a workflow: one row a command, one cell a status, in the order of the table. */
export function matrixOf<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(workflow: Workflow<State, Inputs, Facts, Event>): readonly MatrixRow[] {
  return (Object.keys(workflow.commands) as (keyof Inputs & string)[]).map((command) => {
    const { from, by } = workflow.commands[command];
    return { command, cells: workflow.statuses.map((status) => (from.includes(status) ? by.map((relation) => relation.name) : [])) };
  });
}
