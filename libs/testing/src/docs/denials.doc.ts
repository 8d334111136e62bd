import { DENIAL_TEXTS, LAUNCH_CONDITIONS } from '@suimon/domain';
import type { DenialCode } from '@suimon/domain';
import { code, page, table } from './page.js';
import type { Page } from './page.js';
import type { WorkflowEntry } from './workflows.js';

export const denialCodes = Object.keys(DENIAL_TEXTS) as DenialCode[];
/** Codes of the launch gate are made from the ids of its conditions. */
export const launchCodes = LAUNCH_CONDITIONS.map((id): DenialCode => `launch-${id}`);

function saidBy(denial: DenialCode, workflows: readonly WorkflowEntry[]): string {
  if (launchCodes.includes(denial)) return 'launch gate';
  const rules = workflows.flatMap(({ name, commands }) => commands.flatMap((command) => command.rules.filter((rule) => rule.code === denial).map((rule) => `${name}: ${rule.name}`)));
  return [...new Set(rules)].join(', ');
}

/** Every refusal of the product, what it says and what to do next, in both languages. */
export const denialsPage = (workflows: readonly WorkflowEntry[]): Page =>
  page('denials', 'Refusals', '`libs/domain/src/engine/denial-texts.ts`',
    'Each refusal has a code, says what is wrong and what to do next. A name in braces is filled in. Codes that no workflow rule says are of the HTTP layer.',
    table(['code', 'says (ja)', 'next (ja)', 'says (en)', 'next (en)', 'rule'], denialCodes.map((denial) => { const { says, next } = DENIAL_TEXTS[denial]; return [code(denial), says.ja, next.ja, says.en, next.en, saidBy(denial, workflows)]; })));
