import type { DatasetDocument } from '@suimon/domain';
import { tokens } from './search-tokens.js';

const MAX_POSITION = 16_000;
const GAP = 20;

/** One `token:position` list of a weight, with gaps between fields so that no phrase spans two of them. */
function vectorText(fields: readonly string[], weight: 'A' | 'B' | 'C' | 'D'): string {
  let position = 1;
  const entries: string[] = [];
  for (const field of fields) {
    const found = tokens(field, position);
    for (const { token, position: at } of found) if (at < MAX_POSITION) entries.push(`'${token.replace(/[\\']/g, '\\$&')}':${at}${weight}`);
    position = (found.at(-1)?.position ?? position) + GAP;
  }
  return entries.join(' ');
}

/** The search vector of a dataset: title A, keywords and columns B, summary C, the rest D. `vector(n)` is SQL whose params start at `$n`. */
export function searchDocument(document: DatasetDocument): { vector: (first: number) => string; params: readonly string[] } {
  const both = ({ ja, en }: { ja: string; en: string }): readonly string[] => [ja, en];
  const params = [
    vectorText(both(document.title), 'A'),
    vectorText([...document.keywords.flatMap(both), ...document.items.flatMap((item) => [item.name, ...both(item.label)])], 'B'),
    vectorText([...both(document.summary), ...both(document.provider)], 'C'),
    vectorText([...document.items.flatMap((item) => [item.codeSystem ?? '', ...(item.codes ?? []).flatMap((code) => both(code.label))]), document.citation], 'D'),
  ];
  return { params, vector: (first) => params.map((_param, index) => `$${first + index}::tsvector`).join(' || ') };
}
