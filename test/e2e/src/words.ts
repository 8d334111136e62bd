import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
type Params = Readonly<Record<string, string | number>>;
type Texts = { readonly [key: string]: string | Texts };
const HOLE = /\{\{(\w+)\}\}/g;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The portal's own texts in one language, so that a journey looks for what a reader sees and not for copies of it. */
export class Words {
  private readonly areas = new Map<string, Texts>();
  constructor(readonly language: Language, private readonly root: string) {}

  local(text: { readonly ja: string; readonly en: string }): string { return text[this.language]; }

  /** The text of `area:key` with every hole filled. */
  say(key: string, params: Params = {}): string {
    return this.raw(key, params).replace(HOLE, (_hole, name: string) => {
      const value = params[name];
      if (value === undefined) throw new Error(`${key} needs ${name}`);
      return String(value);
    });
  }
  /** The text of `area:key` as a pattern: a hole that is not filled holds anything. */
  like(key: string, params: Params = {}): RegExp {
    return new RegExp(this.raw(key, params).split(HOLE).map((part, index) => (index % 2 === 0 ? escaped(part) : params[part] === undefined ? '.+' : escaped(String(params[part])))).join(''), 's');
  }

  private raw(key: string, { count }: Params): string {
    const [area = '', path = ''] = key.split(':');
    const plural = typeof count === 'number' ? `_${new Intl.PluralRules(this.language).select(count)}` : '';
    const text = this.lookUp(area, path + plural) ?? this.lookUp(area, path);
    if (text === undefined) throw new Error(`the portal has no text ${key} in ${this.language}`);
    return text;
  }
  private lookUp(area: string, path: string): string | undefined {
    let found: string | Texts | undefined = this.areaOf(area);
    for (const name of path.split('.')) found = typeof found === 'object' ? found[name] : undefined;
    return typeof found === 'string' ? found : undefined;
  }
  private areaOf(area: string): Texts {
    const known = this.areas.get(area);
    if (known) return known;
    const texts = JSON.parse(readFileSync(join(this.root, 'apps/portal/src/locales', this.language, `${area}.json`), 'utf8')) as Texts;
    this.areas.set(area, texts);
    return texts;
  }
}
