import { describe, expect, test } from '@jest/globals';
import { filePreview } from '@suimon/contracts';
import { makePreview } from './file-preview.js';

async function* chunks(text: string | Buffer, size = 7): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('preview of a file under review', () => {
  test('a CSV becomes cells, with its rows counted and only the first shown', async () => {
    const csv = `name,n\n${Array.from({ length: 500 }, (_unused, row) => `"row, ${row}",${row}`).join('\n')}\n`;
    const preview = await makePreview('out/table.csv', chunks(csv));
    expect(preview).toMatchObject({ kind: 'table', header: ['name', 'n'], rowCount: 500, truncated: true });
    expect(preview.kind === 'table' && preview.rows[0]).toEqual(['row, 0', '0']);
    expect(filePreview.parse(preview)).toEqual(preview);
  });
  test('markup in a text stays text', async () => {
    expect(await makePreview('a.md', chunks('<script>alert(1)</script>'))).toEqual({ kind: 'text', text: '<script>alert(1)</script>', truncated: false });
  });
  test('a long text is cut and says so, without breaking a character', async () => {
    const preview = await makePreview('a.txt', chunks('あ'.repeat(40_000), 4096));
    expect(preview).toMatchObject({ kind: 'text', truncated: true });
    expect(preview.kind === 'text' && preview.text.includes('\uFFFD')).toBe(false);
  });
  test('a PNG is shown with its size', async () => { expect(await makePreview('a.png', chunks(PNG))).toMatchObject({ kind: 'image', widthPx: 1, heightPx: 1 }); });
  test('something else under the name of an image is not shown', async () => { expect(await makePreview('a.png', chunks('<svg onload=alert(1)>'))).toEqual({ kind: 'none', reason: 'preview-unavailable' }); });
  test('an unknown type is not shown', async () => { expect(await makePreview('a.bin', chunks('x'))).toEqual({ kind: 'none', reason: 'preview-unavailable' }); });
  test('a table of one endless cell is not shown, and memory stays bounded', async () => {
    expect(await makePreview('a.csv', chunks(Buffer.alloc(3 * 1024 * 1024, 'a'), 65_536))).toEqual({ kind: 'none', reason: 'preview-unavailable' });
  });
});
