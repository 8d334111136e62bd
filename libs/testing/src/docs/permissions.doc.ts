import { DENIAL_TEXTS } from '@suimon/domain';
import type { DenialCode } from '@suimon/domain';
import { code, page, table } from './page.js';
import type { Page } from './page.js';
import { eachOnce } from './workflows.js';
import type { WorkflowEntry } from './workflows.js';

const texts = (denial: DenialCode): readonly string[] => { const { says, next } = DENIAL_TEXTS[denial]; return [code(denial), `${says.ja}${next.ja}`, `${says.en} ${next.en}`]; };
const list = (names: readonly string[]): string => names.map(code).join(', ');

/** Who may do what, and when: the matrix of one workflow, with the sentence of each relation and rule. */
export function permissionsPage({ name, statuses, commands }: WorkflowEntry): Page {
  const users = (of: string): string => list(commands.filter((command) => command.by.some((relation) => relation.name === of)).map((command) => command.name));
  const askers = (of: string): string => list(commands.filter((command) => command.rules.some((rule) => rule.name === of)).map((command) => command.name));
  return page(`permissions-${name}`, `Who may do what: ${name}`, 'the workflow table in `libs/domain`',
    'A cell names who may run the command in that status. Who is asked first, then the status, then the rules of the command in their order; the first refusal is the answer.',
    table(['command', ...statuses], commands.map((command) => [code(command.name), ...command.cells.map((relations) => relations.join(', '))])),
    '## Commands',
    table(['command', 'by', 'from', 'to', 'rules, in their order'], commands.map(({ name: command, by, from, to, rules }) => [code(command), by.map((relation) => relation.name).join(', '), from.join(', '), to.join(', '), rules.map((rule) => rule.name).join(', ')])),
    '## Relations',
    'Whoever has none of the relations of a command is refused with the same code, whatever the status.',
    table(['relation', 'who it is', 'may run', 'refusal of all others', 'text (ja)', 'text (en)'], eachOnce(commands.flatMap(({ by }) => by)).map((relation) => [relation.name, relation.says, users(relation.name), ...texts('not-permitted')])),
    '## Rules',
    table(['rule', 'policy', 'asked', 'of', 'refusal', 'text (ja)', 'text (en)'], eachOnce(commands.flatMap(({ rules }) => rules)).map((rule) => [rule.name, rule.says, rule.asked, askers(rule.name), ...texts(rule.code)])),
    '## Status',
    table(['refusal', 'text (ja)', 'text (en)'], [texts('not-in-this-state')]));
}
