import type { CommandRow, DenialCode, Workflow } from '@suimon/domain';
import { applicationWorkflow, projectWorkflow, standingWorkflow, transferWorkflow, workspaceWorkflow } from '@suimon/domain';
import { matrixOf } from '@suimon/domain/testing/matrix';
import { applicationSample, projectSample, standingSample, transferSample, workspaceSample } from '@suimon/domain/testing/samples';
import type { Sample } from '@suimon/domain/testing/samples';

export interface RuleEntry { readonly name: string; readonly code: DenialCode; readonly says: string; readonly asked: 'always' | 'with its input'; readonly params: string }
export interface CommandEntry {
  readonly name: string;
  readonly by: readonly { readonly name: string; readonly says: string }[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly rules: readonly RuleEntry[];
  /** Relations that may run it, a cell for each status of the workflow. */
  readonly cells: readonly (readonly string[])[];
  /** From which status to which it really leads. */
  readonly edges: readonly (readonly [from: string, to: string])[];
}
/** A workflow's table as the pages print it. */
export interface WorkflowEntry { readonly name: string; readonly statuses: readonly string[]; readonly finals: readonly string[]; readonly commands: readonly CommandEntry[] }

function entryOf<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }>(workflow: Workflow<State, Inputs, Facts, Event>, sample: Sample<State, Inputs, Facts, Event>): WorkflowEntry {
  const matrix = matrixOf(workflow);
  const names = Object.keys(workflow.commands) as (keyof Inputs & string)[];
  const commands = names.map((name): CommandEntry => {
    const row = workflow.commands[name];
    const rules = [...(row.rules ?? []).map((rule) => ruleEntry(rule, 'always')), ...(row.inputRules ?? []).map((rule) => ruleEntry(rule, 'with its input'))];
    return { name, by: row.by.map(({ name: relation, says }) => ({ name: relation, says })), from: row.from, to: row.to, rules, cells: matrix.find(({ command }) => command === name)?.cells ?? [], edges: edgesOf(row, (from) => sample.perform[name](from).state.status) };
  });
  return { name: workflow.name, statuses: workflow.statuses, finals: workflow.finals, commands };
}
const ruleEntry = (rule: { name: string; code: DenialCode; says: string; params?: unknown }, asked: RuleEntry['asked']): RuleEntry => ({ name: rule.name, code: rule.code, says: rule.says, asked, params: rule.params === undefined ? '' : String(rule.params) });

/** The columns say which statuses a command leaves and reaches. Where both name several, the same ones mean that it stays; else it is tried. */
function edgesOf<State extends { status: string }, Input, Facts, Event>(row: CommandRow<State, Input, Facts, Event>, outcome: (from: State['status']) => string): readonly (readonly [string, string])[] {
  const { from, to } = row;
  if (from.length === 1 || to.length === 1) return from.flatMap((source) => to.map((end) => [source, end] as const));
  const stays = from.length === to.length && from.every((status) => to.includes(status));
  return from.map((source) => [source, stays ? source : outcome(source)] as const);
}

/** Every workflow of the domain. */
export const workflowEntries = (): readonly WorkflowEntry[] => [
  entryOf(applicationWorkflow, applicationSample),
  entryOf(projectWorkflow, projectSample),
  entryOf(standingWorkflow, standingSample),
  entryOf(transferWorkflow, transferSample),
  entryOf(workspaceWorkflow, workspaceSample),
];
/** Things that carry a name, each once, in the order they first appear. */
export const eachOnce = <Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] => items.filter(({ name }, index) => items.findIndex((other) => other.name === name) === index);
