import fc from 'fast-check';
import { type ContentCheck, contentCheckFor } from './content.check.js';
import { ExecutableCheck } from './executable.check.js';
import { JsonSyntax } from './json.syntax.js';

/** The same bytes cut anywhere must give the same answer. */
function judged(check: ContentCheck | null, bytes: Buffer, cuts: readonly number[]): string | null {
  if (!check) throw new Error('no check');
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  for (const [index, start] of places.slice(0, -1).entries()) {
    // Overwritten afterwards, as a reused buffer would be.
    const chunk = Buffer.from(bytes.subarray(start, places[index + 1]));
    check.take(chunk);
    chunk.fill(0);
  }
  return check.finish();
}
const cuts = fc.array(fc.nat(), { maxLength: 6 });
const parses = (text: string): boolean => { try { JSON.parse(text); return true; } catch { return false; } };
const isJson = (text: string): boolean => { const syntax = new JsonSyntax(); syntax.take(Buffer.from(text)); return syntax.finish(); };

describe('JSON', () => {
  test('everything that JSON.stringify writes is valid, however it is cut and spaced', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.nat(3), cuts, (value, space, at) => judged(contentCheckFor('json'), Buffer.from(JSON.stringify(value, null, space)), at) === null));
  });
  test('a change of one character is judged as JSON.parse judges it', () => {
    const characters = [...'{}[],:"\\0123456789.eE+-truefalsn u\n\t'];
    fc.assert(fc.property(fc.jsonValue(), fc.nat(), fc.constantFrom(...characters), fc.boolean(), (value, place, character, isReplaced) => {
      const text = JSON.stringify(value);
      const at = place % (text.length + 1);
      const changed = text.slice(0, at) + character + text.slice(at + (isReplaced ? 1 : 0));
      return isJson(changed) === parses(changed);
    }), { numRuns: 5_000 });
  });
  test.each(['', ' ', '1', '-0', '01', '1.', '.5', '1e', '1e+5', '-', 'nul', 'null', '"', '"\\u12', '"\\u12g4"', '"\\x"', '"a\nb"', '[1,]', '{"a":1,}', '{,}', '[}', '{"a"}', '{1:2}', '[] []', '\ufeff[]', 'NaN', "'a'"])('%j is judged as JSON.parse judges it', (text) => { expect(isJson(text)).toBe(parses(text)); });
  test('nesting without end is refused', () => { expect(isJson(`${'['.repeat(513)}${']'.repeat(513)}`)).toBe(false); });
});

describe('text', () => {
  test('is what Node calls UTF-8, without NUL, however it is cut', () => {
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.string({ unit: 'grapheme' }).map((text) => new TextEncoder().encode(text))), cuts, (made, at) => {
      const bytes = Buffer.from(made);
      let valid = !bytes.includes(0);
      try { new TextDecoder('utf-8', { fatal: true }).decode(bytes); } catch { valid = false; }
      return (judged(contentCheckFor('csv'), bytes, at) === null) === valid;
    }), { numRuns: 5_000 });
  });
});

describe('images', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  test('a PNG is whole and ends where it ends', () => {
    fc.assert(fc.property(cuts, fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: png.length }), (at, more, less) =>
      judged(contentCheckFor('png'), png, at) === null && judged(contentCheckFor('png'), Buffer.concat([png, more]), at) === 'trailing-bytes' && judged(contentCheckFor('png'), png.subarray(0, png.length - less), at) !== null));
  });
  test('a JPEG ends with its end marker', () => {
    expect(judged(contentCheckFor('jpg'), Buffer.from('ffd8ffe000104a464946ffd9', 'hex'), [3])).toBeNull();
    expect(judged(contentCheckFor('jpg'), Buffer.from('ffd8ffe000104a464946ffd900', 'hex'), [])).toBe('trailing-bytes');
    expect(judged(contentCheckFor('jpg'), Buffer.from('ffd8', 'hex'), [])).toBe('content-not-of-type');
  });
});

describe('locked documents', () => {
  test('are found wherever the word is cut', () => {
    fc.assert(fc.property(cuts, fc.nat(60), (at, filling) => judged(contentCheckFor('pdf'), Buffer.from(`%PDF-1.7\n${'x'.repeat(filling)}/Enc#72ypt 5 0 R\n%%EOF`), at) === 'encrypted'));
    expect(judged(contentCheckFor('pdf'), Buffer.from('%PDF-1.7\n/EncryptMetadata false\n%%EOF'), [])).toBeNull();
  });
  test('and archives wherever a header is cut', () => {
    const member = (flags: number): Buffer => Buffer.concat([Buffer.from('504b03040a00', 'hex'), Buffer.from([flags, 0]), Buffer.alloc(22), Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);
    fc.assert(fc.property(cuts, (at) => judged(contentCheckFor('zip'), member(1), at) === 'encrypted' && judged(contentCheckFor('zip'), member(0), at) === null));
  });
});

describe('programs', () => {
  test.each([['ELF', '7f454c460201'], ['Windows', '4d5a90000300'], ['Mach-O', 'cffaedfe07'], ['Java or a fat binary', 'cafebabe0000'], ['WebAssembly', '0061736d01'], ['a script', '23212f62696e2f7368']])('%s are found', (_what, hex) => { expect(judged(new ExecutableCheck(), Buffer.from(hex, 'hex'), [2])).toBe('executable'); });
  test('a table whose first column is called MZ is none', () => { expect(judged(new ExecutableCheck(), Buffer.from('MZ,intensity\n1,2\n'), [])).toBeNull(); });
});

test('no check is made for names that only look like one', () => { expect(['constructor', 'toString', '', 'exe'].map(contentCheckFor)).toEqual([null, null, null, null]); });
