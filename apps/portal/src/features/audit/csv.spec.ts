import { toCsv } from './csv.js';

describe('CSV of the audit log', () => {
  it('keeps what a spreadsheet would run as text', () => expect(toCsv([['=1+1', '@x', '-2', '+3']])).toBe('\uFEFF"\'=1+1","\'@x","\'-2","\'+3"\r\n'));
  it('keeps quotes, commas and line breaks inside one cell', () => expect(toCsv([['a "b"', 'c,d\ne']])).toBe('\uFEFF"a ""b""","c,d\ne"\r\n'));
});
