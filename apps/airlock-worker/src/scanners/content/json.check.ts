import type { ContentCheck } from './content.check.js';
import { JsonSyntax } from './json.syntax.js';
import { Utf8Check } from './utf8.check.js';

/** Valid UTF-8 and one JSON value, checked as it goes by: no document is ever built in memory. */
export class JsonCheck implements ContentCheck {
  private readonly text = new Utf8Check();
  private readonly syntax = new JsonSyntax();

  take(chunk: Buffer): void {
    this.text.take(chunk);
    this.syntax.take(chunk);
  }
  finish(): string | null { return this.text.finish() ?? (this.syntax.finish() ? null : 'json-not-valid'); }
}
