import { pipeline } from 'node:stream/promises';
import type { FilePreview } from '@suimon/contracts';
import { extensionOf } from '@suimon/domain';
import { parse } from 'csv-parse';
import { imageSize } from './image-size.js';

const TEXT_BYTES = 64 * 1024;
const IMAGE_BYTES = 2 * 1024 * 1024;
const TABLE_ROWS = 200;
const TABLE_COLUMNS = 60;
const CELL_CHARACTERS = 400;
/** A longer record is no table. */
const MAX_RECORD_CHARACTERS = 1024 * 1024;
const DELIMITERS: Readonly<Record<string, string>> = { csv: ',', tsv: '\t' };
const IMAGES: Readonly<Record<string, 'image/png' | 'image/jpeg'>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' };
const TEXTS: readonly string[] = ['txt', 'md', 'json', 'r', 'rmd', 'py', 'sql', 'log', 'yaml', 'yml', 'ipynb', 'tex', 'bib'];

/**
 * What a reviewer sees of a sealed file: plain text, cells or an image, never anything that runs. Made here, in the process
 * that may touch hostile bytes, so that the API opens no file. `content` is read at most once and in bounded memory.
 */
export async function makePreview(path: string, content: AsyncIterable<Buffer>): Promise<FilePreview> {
  const extension = extensionOf(path);
  const delimiter = DELIMITERS[extension];
  const imageType = IMAGES[extension];
  if (delimiter !== undefined) return tablePreview(content, delimiter);
  if (imageType) return imagePreview(content, imageType);
  if (TEXTS.includes(extension)) return textPreview(content);
  return { kind: 'none', reason: 'preview-unavailable' };
}

/** The first bytes of a stream, and whether there were more. */
async function head(content: AsyncIterable<Buffer>, limit: number): Promise<{ bytes: Buffer; truncated: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, limit), truncated: size > limit };
}

async function textPreview(content: AsyncIterable<Buffer>): Promise<FilePreview> {
  const { bytes, truncated } = await head(content, TEXT_BYTES);
  return { kind: 'text', text: new TextDecoder('utf-8').decode(bytes, { stream: truncated }), truncated };
}

async function tablePreview(content: AsyncIterable<Buffer>, delimiter: string): Promise<FilePreview> {
  const shown: string[][] = [];
  let rowCount = -1;
  try {
    await pipeline(content, parse({ delimiter, bom: true, relax_column_count: true, relax_quotes: true, max_record_size: MAX_RECORD_CHARACTERS }), async (records: AsyncIterable<string[]>) => {
      for await (const record of records) {
        rowCount += 1;
        if (shown.length <= TABLE_ROWS) shown.push(record.slice(0, TABLE_COLUMNS).map((cell) => cell.slice(0, CELL_CHARACTERS)));
      }
    });
  } catch {
    return { kind: 'none', reason: 'preview-unavailable' };
  }
  const [header = [], ...rows] = shown;
  return { kind: 'table', header, rows, rowCount: Math.max(0, rowCount), truncated: rowCount > rows.length };
}

async function imagePreview(content: AsyncIterable<Buffer>, type: 'image/png' | 'image/jpeg'): Promise<FilePreview> {
  const { bytes, truncated } = await head(content, IMAGE_BYTES);
  const size = truncated ? null : imageSize(bytes, type);
  return size ? { kind: 'image', dataUrl: `data:${type};base64,${bytes.toString('base64')}`, ...size } : { kind: 'none', reason: 'preview-unavailable' };
}
