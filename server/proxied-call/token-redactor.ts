const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const key = Buffer.from('token');
const nothing = Buffer.from('null');

const place = { outside: 0, string: 1, afterString: 2, beforeValue: 3, inValue: 4 } as const;
type Place = (typeof place)[keyof typeof place];

/**
 * Replaces the value of each key `token` in a stream of JSON by `null`, however the bytes are cut; every other byte stays, so that big
 * numbers and the order of members do too. Podio puts the secret of the app grant there (developers.podio.com, "Get app").
 *
 * It reads JSON as a lexer does and needs no more memory than the part at hand.
 */
export class TokenRedactor {
  private place: Place = place.outside;
  /** How much of the key the string at hand has spelled; -1 once it is another one. */
  private matched = 0;
  /** Hex digits of a `\u` escape: undefined outside of an escape, '' right after its backslash. */
  private escape: string | undefined;
  private valueDepth = 0;
  private valueInString = false;
  private valueEscaped = false;

  /** What of `chunk` comes down. */
  push(chunk: Uint8Array): Buffer {
    const out: Buffer[] = [];
    const source = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let at = 0; at < source.length; at++) {
      const byte = source[at] as number;
      if (this.place === place.inValue) {
        if (this.endsBefore(byte)) {
          this.place = place.outside;
          from = at;
        } else {
          if (this.endsWith(byte)) this.place = place.outside;
          from = at + 1;
          continue;
        }
      }
      if (this.place === place.beforeValue && !isSpace(byte)) {
        out.push(source.subarray(from, at), nothing);
        this.beginValue(byte);
        from = at + 1;
        continue;
      }
      this.step(byte);
    }
    out.push(source.subarray(from));
    return out.length === 1 ? (out[0] as Buffer) : Buffer.concat(out);
  }

  /** Follows the JSON outside of a value that is left out. */
  private step(byte: number): void {
    switch (this.place) {
      case place.string:
        this.inString(byte);
        return;
      case place.afterString:
        if (isSpace(byte)) return;
        if (byte === colon && this.matched === key.length) {
          this.place = place.beforeValue;
          return;
        }
        this.place = place.outside;
        break;
      case place.beforeValue:
        return; // white space between the colon and the value
    }
    if (byte === quote) {
      this.place = place.string;
      this.matched = 0;
    }
  }

  private inString(byte: number): void {
    if (this.escape !== undefined) this.inEscape(byte);
    else if (byte === backslash) this.escape = '';
    else if (byte === quote) this.place = place.afterString;
    else this.spell(byte);
  }

  private inEscape(byte: number): void {
    if (this.escape === '' && byte !== 0x75) {
      this.escape = undefined;
      this.matched = -1; // none of the short escapes stands for a letter of the key
      return;
    }
    this.escape += String.fromCharCode(byte);
    if (this.escape?.length !== 5) return;
    this.spell(Number.parseInt(this.escape.slice(1), 16));
    this.escape = undefined;
  }

  private spell(code: number): void {
    this.matched = this.matched >= 0 && this.matched < key.length && key[this.matched] === code ? this.matched + 1 : -1;
  }

  private beginValue(byte: number): void {
    this.place = place.inValue;
    this.valueInString = byte === quote;
    this.valueEscaped = false;
    this.valueDepth = isOpening(byte) ? 1 : 0;
  }

  /** Whether a bare value (a number, a literal) ended before this byte. */
  private endsBefore(byte: number): boolean {
    return this.valueDepth === 0 && !this.valueInString && (byte === 0x2c || isClosing(byte) || isSpace(byte));
  }

  /** Whether a string, object or array ends with this byte. */
  private endsWith(byte: number): boolean {
    if (this.valueInString) {
      if (this.valueEscaped) this.valueEscaped = false;
      else if (byte === backslash) this.valueEscaped = true;
      else if (byte === quote) {
        this.valueInString = false;
        return this.valueDepth === 0;
      }
      return false;
    }
    if (byte === quote) this.valueInString = true;
    else if (isOpening(byte)) this.valueDepth++;
    else if (isClosing(byte)) return --this.valueDepth === 0;
    return false;
  }
}

const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isOpening = (byte: number) => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number) => byte === 0x7d || byte === 0x5d;
