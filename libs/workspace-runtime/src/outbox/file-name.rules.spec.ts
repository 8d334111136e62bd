import { isPlainName, nameText, plainPath, printableName } from './file-name.rules.js';

describe('names in an outbox', () => {
  it.each([
    'table1.csv', '結果 2026年（最終版）.xlsx', '表\u3000一.csv', 'résumé.pdf', '.hidden', '-rf', 'a b', '葛\u{E0100}飾区.csv', 'コンビニ.txt', 'console.log',
    'か\u3099.csv', 'x'.repeat(255), '한국어.csv', 'data (1) [draft] {x} #1 & co; \'quoted\' $HOME.csv',
  ])('allows %j', (name) => expect(isPlainName(name)).toBe(true));

  it.each([
    ['nothing', ''], ['this folder', '.'], ['the parent', '..'], ['a path', 'a/b'], ['a backslash', 'a\\b'], ['a line break', 'a\nb'], ['an escape', 'a\x1b[2J'],
    ['C1 control', 'a\u0085b'], ['right-to-left override', 'report\u202Efdp.exe'], ['isolate', 'a\u2066b'], ['zero width space', 'a\u200Bb'],
    ['zero width joiner', 'a\u200Db'], ['byte order mark', '\uFEFFa'], ['soft hyphen', 'a\u00ADb'], ['line separator', 'a\u2028b'], ['tag', 'a\u{E0041}b'],
    ['hangul filler', 'a\u3164b'], ['blank braille', 'a\u2800b'], ['no-break space', 'a\u00A0b'], ['variation selector behind a letter', 'a\u{E0100}b'],
    ['private use', 'a\uE000b'], ['lone surrogate', 'a\uD800b'], ['a dot at the end', 'a.'], ['a space at the end', 'a '], ['an ideographic space at the end', 'a\u3000'],
    ['a device', 'CON'], ['a device with an extension', 'nul.txt'], ['a device', 'com1'], ['a device', 'LPT9.csv'], ['a device', 'com¹.txt'], ['256 bytes', 'x'.repeat(256)], ['258 bytes', '表'.repeat(86)],
  ])('refuses %s', (_, name) => expect(isPlainName(name)).toBe(false));

  it('judges a path name by name and by its depth', () => {
    expect(plainPath('a/b/c.csv', 3)).toEqual(['a', 'b', 'c.csv']);
    for (const path of ['a/b/c.csv', '/etc/passwd', 'a//b', 'a/../b', 'a/', '']) expect(plainPath(path, 2)).toBeNull();
  });
  it('is no text if it is not UTF-8', () => {
    expect(nameText(Buffer.from([0x61, 0xff]))).toBeNull();
    expect(nameText(Buffer.from([0xc0, 0xaf]))).toBeNull();
    expect(nameText(Buffer.from('表'))).toBe('表');
  });
  it('shows refused names harmlessly', () => {
    expect(printableName(Buffer.from([0x61, 0xff]))).toBe('a\\xff');
    expect(printableName(Buffer.from('表\u202Ea'))).toBe('表\\xe2\\x80\\xaea');
    expect(printableName(Buffer.from('a\nb'))).toBe('a\\x0ab');
  });
});
