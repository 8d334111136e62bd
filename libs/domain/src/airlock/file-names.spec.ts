import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { onEvery } from '../testing/properties.js';
import type { PathProblem } from './file-names.js';
import { extensionOf, pathProblem } from './file-names.js';

describe('a path that hides nothing is accepted', () => {
  test.each(['table.csv', 'a/b/c.csv', '結果/表1.csv', 'README', '.hidden', 'a b.csv', 'version-1.2.tar', 'console.log', 'communication.csv', 'com10.csv', 'ｶﾞ.txt', 'Ünïcode.md', '😀.png'])('%s', (path) => {
    expect(pathProblem(path)).toBeNull();
  });
});

describe('a path that hides something is refused, and the problem is named', () => {
  const refused: readonly [string, string, PathProblem][] = [
    ['nothing', '', 'empty'],
    ['an absolute path', '/etc/passwd', 'absolute'],
    ['a drive letter', 'C:/x.csv', 'absolute'],
    ['a drive letter without a separator', 'c:x.csv', 'absolute'],
    ['the parent folder', '../x.csv', 'parent'],
    ['the parent folder in the middle', 'a/../../x.csv', 'parent'],
    ['the parent folder at the end', 'a/..', 'parent'],
    ['the folder itself', './x.csv', 'parent'],
    ['a backslash', 'a\\b.csv', 'separator'],
    ['a backslash and the parent folder', '..\\x.csv', 'separator'],
    ['an empty name in the middle', 'a//b.csv', 'separator'],
    ['a folder', 'a/', 'separator'],
    ['NUL', 'a\u0000.csv', 'control-character'],
    ['a line feed', 'a\n.csv', 'control-character'],
    ['escape', 'a\u001b[31m.csv', 'control-character'],
    ['delete', 'a\u007f.csv', 'control-character'],
    ['a C1 control', 'a\u0085.csv', 'control-character'],
    ['a line separator', 'a\u2028.csv', 'control-character'],
    ['half a surrogate pair', 'a\ud800.csv', 'control-character'],
    ['right-to-left override', 'a\u202evsc.exe', 'direction-character'],
    ['right-to-left isolate', 'a\u2067b.csv', 'direction-character'],
    ['Arabic letter mark', 'a\u061cb.csv', 'direction-character'],
    ['zero width space', 'a\u200b.csv', 'direction-character'],
    ['zero width joiner', 'a\u200d.csv', 'direction-character'],
    ['word joiner', 'a\u2060.csv', 'direction-character'],
    ['byte order mark', '\ufeffa.csv', 'direction-character'],
    ['soft hyphen', 'a\u00adb.csv', 'direction-character'],
    ['Hangul filler', '\u3164.csv', 'direction-character'],
    ['Mongolian vowel separator', 'a\u180eb.csv', 'direction-character'],
    ['a variation selector', 'a\ufe0f.csv', 'direction-character'],
    ['a supplementary variation selector', '葛\u{e0100}.csv', 'direction-character'],
    ['a tag character', 'a\u{e0041}.csv', 'direction-character'],
    ['a device', 'CON', 'device-name'],
    ['a device with an extension', 'nul.csv', 'device-name'],
    ['a device with two extensions', 'aux.tar.gz', 'device-name'],
    ['a device as a folder', 'lpt1/x.csv', 'device-name'],
    ['a numbered port', 'Com9.txt', 'device-name'],
    ['a dot at the end', 'a.csv.', 'trailing-dot-or-space'],
    ['a space at the end', 'a.csv ', 'trailing-dot-or-space'],
    ['a space at the end of a folder', 'a /b.csv', 'trailing-dot-or-space'],
    ['seventeen levels', Array.from({ length: 17 }, () => 'a').join('/'), 'too-deep'],
    ['a name of 256 bytes', 'a'.repeat(256), 'too-long'],
    ['a name of 258 bytes in 86 characters', 'あ'.repeat(86), 'too-long'],
    ['a name of 256 bytes in 128 characters of two bytes', 'é'.repeat(128), 'too-long'],
    ['a name of 258 bytes in 86 characters of three bytes, the first there are', '\u0800'.repeat(86), 'too-long'],
    ['a name of 256 bytes in 64 characters of four bytes', '😀'.repeat(64), 'too-long'],
    ['a name of 256 bytes in 64 characters of four bytes, the first there are', '\u{10000}'.repeat(64), 'too-long'],
    ['a path of 1,025 bytes', `${'a'.repeat(204)}/`.repeat(5).slice(0, 1025), 'too-long'],
  ];
  test.each(refused)('%s', (_what, path, problem) => {
    expect(pathProblem(path)).toBe(problem);
  });
});

describe('limits are counted in bytes of UTF-8 and are inclusive', () => {
  test.each([['255 bytes of one', 'a'.repeat(255)], ['255 bytes in 85 characters of three', 'あ'.repeat(85)], ['254 bytes in 127 characters of two', 'é'.repeat(127)], ['252 bytes in 63 characters of four', '😀'.repeat(63)], ['sixteen levels', Array.from({ length: 16 }, () => 'a').join('/')], ['a path of 1,024 bytes', `${'a'.repeat(204)}/`.repeat(5).slice(0, 1024)]])('%s', (_what, path) => {
    expect(pathProblem(path)).toBeNull();
  });
  test('an accepted path stays below the folder it is put in, encodes to at most 1,024 bytes and comes back unchanged', () => {
    const letters = fc.constantFrom('a', 'B', '.', '..', '/', '\\', ' ', 'é', 'あ', '😀', '\u202e', '\u0000', '\ud800', 'con', 'x.csv');
    onEvery([fc.array(letters, { maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 20 })], (parts, noise) => {
      for (const path of [parts.join(''), noise, `${parts.join('')}${noise}`]) {
        if (pathProblem(path) !== null) continue;
        const bytes = new TextEncoder().encode(path);
        expect([bytes.length <= 1024, new TextDecoder().decode(bytes) === path, new URL(path.split('/').map(encodeURIComponent).join('/'), 'file:///root/').pathname.startsWith('/root/')]).toEqual([true, true, true]);
      }
    }, 1000);
  });
});

describe('the extension of a path', () => {
  test.each([['a.csv', 'csv'], ['A.CSV', 'csv'], ['a.tar.gz', 'gz'], ['a', ''], ['a.d/b', ''], ['.hidden', 'hidden'], ['a.', '']])('of %s is "%s"', (path, extension) => {
    expect(extensionOf(path)).toBe(extension);
  });
});
