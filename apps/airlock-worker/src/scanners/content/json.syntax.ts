/** Deeper nesting than this is nobody's data and somebody's attack. */
const MAX_DEPTH = 512;
const code = (character: string): number => character.charCodeAt(0);
const [QUOTE, BACKSLASH, COMMA, COLON, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [...'"\\,:{}[]'].map(code);
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isHex = (byte: number): boolean => isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
const LITERALS: ReadonlyMap<number, string> = new Map([[code('t'), 'rue'], [code('f'), 'alse'], [code('n'), 'ull']]);
const ESCAPES = new Set([...'"\\/bfnrt'].map(code));

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';
/** Where in a number: after the minus, after a leading zero, in the integer, after the point, in the fraction, after e, after its sign, in the exponent. */
type NumberPart = 'minus' | 'zero' | 'integer' | 'point' | 'fraction' | 'e' | 'sign' | 'exponent';

/** RFC 8259, byte by byte, with memory for the nesting only. */
export class JsonSyntax {
  private readonly nesting: boolean[] = [];
  private expected: Expected = 'value';
  private valid = true;
  private inString = false;
  private escape: 'none' | 'begun' | 1 | 2 | 3 | 4 = 'none';
  private literal = '';
  private number: NumberPart | null = null;

  take(chunk: Buffer): void {
    for (let at = 0; at < chunk.length && this.valid; at += 1) this.byte(chunk[at] ?? 0);
  }

  finish(): boolean {
    if (this.number) this.endNumber();
    return this.valid && this.expected === 'nothing' && !this.inString && this.literal === '';
  }

  private byte(byte: number): void {
    if (this.inString) return this.stringByte(byte);
    if (this.literal !== '') {
      this.valid = byte === code(this.literal);
      this.literal = this.literal.slice(1);
      return;
    }
    if (this.number) {
      const next = nextPart(this.number, byte);
      if (next) { this.number = next; return; }
      this.endNumber();
    }
    if (!isSpace(byte)) this.token(byte);
  }

  private stringByte(byte: number): void {
    if (this.escape === 'begun') {
      this.valid = ESCAPES.has(byte) || byte === code('u');
      this.escape = byte === code('u') ? 4 : 'none';
    } else if (typeof this.escape === 'number') {
      this.valid = isHex(byte);
      this.escape = this.escape === 1 ? 'none' : this.escape === 2 ? 1 : this.escape === 3 ? 2 : 3;
    } else if (byte === BACKSLASH) this.escape = 'begun';
    else if (byte === QUOTE) this.inString = false;
    else this.valid = byte >= 0x20;
  }

  private token(byte: number): void {
    const { expected } = this;
    if (byte === QUOTE && (expected === 'key' || expected === 'key-or-end')) { this.inString = true; this.expected = 'colon'; return; }
    if (byte === COLON && expected === 'colon') { this.expected = 'value'; return; }
    if (byte === COMMA && expected === 'comma-or-end') { this.expected = this.nesting.at(-1) ? 'key' : 'value'; return; }
    if (byte === CLOSE_OBJECT && this.nesting.at(-1) === true && (expected === 'key-or-end' || expected === 'comma-or-end')) return this.close();
    if (byte === CLOSE_ARRAY && this.nesting.at(-1) === false && (expected === 'value-or-end' || expected === 'comma-or-end')) return this.close();
    if (expected === 'value' || expected === 'value-or-end') return this.value(byte);
    this.valid = false;
  }

  private value(byte: number): void {
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      this.nesting.push(byte === OPEN_OBJECT);
      this.valid = this.nesting.length <= MAX_DEPTH;
      this.expected = byte === OPEN_OBJECT ? 'key-or-end' : 'value-or-end';
      return;
    }
    this.afterValue();
    if (byte === QUOTE) { this.inString = true; return; }
    this.literal = LITERALS.get(byte) ?? '';
    if (this.literal !== '') return;
    this.number = byte === code('-') ? 'minus' : byte === code('0') ? 'zero' : isDigit(byte) ? 'integer' : null;
    this.valid = this.number !== null;
  }

  private close(): void { this.nesting.pop(); this.afterValue(); }
  private afterValue(): void { this.expected = this.nesting.length === 0 ? 'nothing' : 'comma-or-end'; }
  private endNumber(): void {
    this.valid &&= this.number === 'zero' || this.number === 'integer' || this.number === 'fraction' || this.number === 'exponent';
    this.number = null;
  }
}

/** The part a byte leads to, or null when it does not belong to the number. */
function nextPart(part: NumberPart, byte: number): NumberPart | null {
  const isE = byte === 0x65 || byte === 0x45;
  switch (part) {
    case 'minus': return byte === 0x30 ? 'zero' : isDigit(byte) ? 'integer' : null;
    case 'zero': return byte === 0x2e ? 'point' : isE ? 'e' : null;
    case 'integer': return isDigit(byte) ? 'integer' : byte === 0x2e ? 'point' : isE ? 'e' : null;
    case 'point': return isDigit(byte) ? 'fraction' : null;
    case 'fraction': return isDigit(byte) ? 'fraction' : isE ? 'e' : null;
    case 'e': return byte === 0x2b || byte === 0x2d ? 'sign' : isDigit(byte) ? 'exponent' : null;
    case 'sign': return isDigit(byte) ? 'exponent' : null;
    case 'exponent': return isDigit(byte) ? 'exponent' : null;
  }
}
