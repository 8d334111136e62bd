const KATAKANA_TO_HIRAGANA_OFFSET = 0x60;
const CJK = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〆ー]/;

/** NFKC, lower case, katakana folded to hiragana: レセプト, れせぷと and ﾚｾﾌﾟﾄ are one word. */
export const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[\u30a1-\u30f6]/g, (character) => String.fromCharCode(character.charCodeAt(0) - KATAKANA_TO_HIRAGANA_OFFSET));

/** Runs of CJK characters and Latin words, in order. */
const runs = (text: string): readonly { text: string; isCjk: boolean }[] =>
  [...fold(text).matchAll(/[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〆ー]+|[\p{L}\p{N}_]+/gu)].map(([run]) => ({ text: run, isCjk: CJK.test(run) }));

/** A light English stem: plural and a few endings, enough for catalogue words. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(ies)$/, 'y').replace(/(?<!s)s$/, '') : word);

/** Tokens with positions: CJK bigrams and unigrams share the position of their first character; Latin words take one. */
export function tokens(text: string, start = 1): readonly { token: string; position: number }[] {
  const found: { token: string; position: number }[] = [];
  let position = start;
  for (const run of runs(text)) {
    if (!run.isCjk) {
      for (const part of new Set([stem(run.text), ...run.text.split('_').filter(Boolean).map(stem)])) found.push({ token: part, position });
      position += 1;
      continue;
    }
    const characters = [...run.text];
    characters.forEach((character, index) => {
      found.push({ token: character, position: position + index });
      const next = characters[index + 1];
      if (next !== undefined) found.push({ token: character + next, position: position + index });
    });
    position += characters.length;
  }
  return found;
}

const quote = (token: string): string => `'${token.replace(/[\\']/g, '\\$&')}'`;

/** A tsquery: every run must match; a CJK run as a phrase of its bigrams, the last Latin word as a prefix. */
export function queryText(words: string): string {
  const parts = runs(words).map((run) => {
    if (!run.isCjk) return `${quote(stem(run.text))}:*`;
    const characters = [...run.text];
    if (characters.length === 1) return quote(run.text);
    return characters.slice(0, -1).map((character, index) => quote(character + (characters[index + 1] ?? ''))).join(' <-> ');
  });
  return parts.map((part) => `(${part})`).join(' & ');
}
