import { JpegCheck } from './jpeg.check.js';
import { JsonCheck } from './json.check.js';
import { PdfCheck } from './pdf.check.js';
import { PngCheck } from './png.check.js';
import { Utf8Check } from './utf8.check.js';
import { ZipCheck } from './zip.check.js';

/** Looks at a file that goes by. `finish` says why it is not what its name says, as a code, or null. */
export interface ContentCheck {
  take(chunk: Buffer): void;
  finish(): string | null;
}

const text = (): ContentCheck => new Utf8Check();
const CHECKS: Readonly<Record<string, () => ContentCheck>> = {
  csv: text, tsv: text, txt: text, md: text, r: text, rmd: text, py: text, sql: text, log: text, yaml: text, yml: text, sas: text, do: text, jl: text,
  json: () => new JsonCheck(), ipynb: () => new JsonCheck(),
  png: () => new PngCheck(), jpg: () => new JpegCheck(), jpeg: () => new JpegCheck(),
  pdf: () => new PdfCheck(), zip: () => new ZipCheck(), docx: () => new ZipCheck(), xlsx: () => new ZipCheck(), pptx: () => new ZipCheck(),
};

/** Null for a type we cannot look into: a policy may allow it, but it is never clean. */
export const contentCheckFor = (extension: string): ContentCheck | null => (Object.hasOwn(CHECKS, extension) ? CHECKS[extension]?.() ?? null : null);
