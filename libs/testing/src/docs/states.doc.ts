import { code, page, table } from './page.js';
import type { Page } from './page.js';
import type { CommandEntry, WorkflowEntry } from './workflows.js';

const label = ({ name, by }: CommandEntry): string => `${name} (${by.map((relation) => relation.name).join(', ')})`;

/** The state diagram of one workflow. Commands that leave a record where it is are listed below it, not drawn. */
export function statesPage({ name, statuses, finals, commands }: WorkflowEntry): Page {
  const edges = commands.flatMap((command) => command.edges.map(([from, to]) => ({ from, to, command })));
  const moves = statuses.flatMap((from) => statuses.filter((to) => to !== from).map((to) => ({ from, to, labels: edges.filter((edge) => edge.from === from && edge.to === to).map(({ command }) => label(command)) }))).filter(({ labels }) => labels.length > 0);
  const diagram = ['stateDiagram-v2', `  [*] --> ${statuses[0] ?? ''}`, ...moves.map(({ from, to, labels }) => `  ${from} --> ${to}: ${labels.join(' / ')}`), ...finals.map((status) => `  ${status} --> [*]`)];
  const staying = commands.flatMap((command) => { const where = command.edges.filter(([from, to]) => from === to).map(([from]) => from); return where.length > 0 ? [[code(command.name), command.by.map((relation) => relation.name).join(', '), where.join(', ')]] : []; });
  return page(`states-${name}`, `States: ${name}`, 'the workflow table in `libs/domain`',
    ['```mermaid', ...diagram, '```'].join('\n'),
    ...(staying.length > 0 ? ['Commands that may leave the status as it is:', table(['command', 'by', 'in'], staying)] : []),
    finals.length > 0 ? `Final: ${finals.map(code).join(', ')}.` : 'No status is final.');
}
