import { ENVIRONMENTS } from '@suimon/platform';
import type { EnvironmentName } from '@suimon/platform';

/** Where the page is kept, from the root of the repository. */
export const CONFIGURATION_PAGE = 'docs/generated/configuration.md';

const ABOUT: Record<EnvironmentName, string> = {
  api: 'HTTP API and portal (`apps/api/src/main.ts`).',
  gateway: 'Desktop gateway (`apps/api/src/main.gateway.ts`).',
  workspaces: 'Workspace controller (`apps/api/src/main.workspaces.ts`).',
  worker: 'Airlock worker (`apps/airlock-worker/src/main.ts`).',
  migrate: 'Migration, once at each start (`apps/api/src/main.migrate.ts`).',
  seed: 'Demo data, once at each start (`apps/api/src/main.seed.ts`).',
};

interface Variable { readonly description?: string; readonly default?: unknown; readonly enum?: readonly unknown[] }

/** The page of every variable that any process reads, made from the schemas that parse them. */
export function configurationPage(): string {
  const sections = (Object.keys(ENVIRONMENTS) as EnvironmentName[]).map(section);
  return `${['# Configuration', '', 'Generated from `libs/platform/src/config/environment.ts` by `npm run generate`; do not edit.', '',
    'Each process parses its own variables once, at start, and is told no others. One that is missing or wrong is named, its value never. `./suimon up` sets all of them; what it takes from you is in the README.', '',
    sections.join('\n\n')].join('\n')}\n`;
}

function section(name: EnvironmentName): string {
  const schema = ENVIRONMENTS[name].toJSONSchema({ io: 'input', unrepresentable: 'any' }) as { properties: Record<string, Variable>; required?: readonly string[] };
  const rows = Object.entries(schema.properties).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([variable, about]) => `| \`${variable}\` | ${need(about, schema.required?.includes(variable) === true)} | ${meaning(about)} |`);
  return [`## ${name}`, '', ABOUT[name], '', '| variable | needed | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

const need = (about: Variable, isRequired: boolean): string => (about.default === undefined ? (isRequired ? 'required' : 'optional') : `default \`${String(about.default)}\``);
const meaning = (about: Variable): string => [about.description ?? '', about.enum ? `One of ${about.enum.map((value) => `\`${String(value)}\``).join(', ')}.` : ''].filter(Boolean).join(' ');
