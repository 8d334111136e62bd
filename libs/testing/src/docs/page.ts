/** A page below `docs/generated`: where it is kept, from the root of the repository, and what it says. */
export interface Page { readonly path: string; readonly content: string }

/** A page made from `source`, with the line that tells readers not to edit it. */
export const page = (name: string, title: string, source: string, ...blocks: readonly string[]): Page =>
  ({ path: `docs/generated/${name}.md`, content: `${[`# ${title}`, `Generated from ${source} by \`npm run generate\`; do not edit.`, ...blocks].join('\n\n')}\n` });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
export const code = (text: string): string => `\`${text}\``;
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
