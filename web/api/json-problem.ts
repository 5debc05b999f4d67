/** What is wrong with a JSON text; each has its words. */
export type JsonProblemKind =
  | 'comma'
  | 'colon'
  | 'key'
  | 'value'
  | 'trailingComma'
  | 'unclosedText'
  | 'unclosedObject'
  | 'unclosedList'
  | 'singleQuote'
  | 'escape'
  | 'control'
  | 'number'
  | 'word'
  | 'after'
  | 'empty';

export interface JsonProblem {
  kind: JsonProblemKind;
  /** From 1. */
  line: number;
  /** From 1, in characters as an editor counts them. */
  column: number;
}

class Found extends Error {
  readonly kind: JsonProblemKind;
  readonly at: number;

  constructor(kind: JsonProblemKind, at: number) {
    super(kind);
    this.kind = kind;
    this.at = at;
  }
}

/**
 * The first place where a text is not JSON (RFC 8259), and in which way; undefined where it is JSON. Browsers word
 * this each in their own manner, and some do not name the place.
 */
export function jsonProblem(text: string): JsonProblem | undefined {
  try {
    new Scanner(text).document();
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // nested deeper than our stack: for Podio to judge
    if (!(error instanceof Found)) throw error;
    const before = text.slice(0, error.at);
    return { kind: error.kind, line: before.split('\n').length, column: error.at - before.lastIndexOf('\n') };
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const looksLikeNumber = /[-+.\d][-+.\w]*/y;
const word = /[A-Za-z_$][\w$]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

class Scanner {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): void {
    this.space();
    if (this.at === this.text.length) throw new Found('empty', 0);
    this.value();
    this.space();
    if (this.at < this.text.length) throw new Found('after', this.at);
  }

  /** The next character; empty at the end. */
  private peek(): string {
    return this.text.charAt(this.at);
  }

  private space(): void {
    while (/[ \t\n\r]/.test(this.peek())) this.at += 1;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0] ?? '';
  }

  private value(): void {
    const next = this.peek();
    if (next === '{') this.object();
    else if (next === '[') this.list();
    else if (next === '"') this.string();
    else if (/[-+.\d]/.test(next)) this.number();
    else if (/[A-Za-z_$]/.test(next)) this.word();
    else throw new Found(next === "'" ? 'singleQuote' : 'value', this.at);
  }

  private number(): void {
    const whole = this.match(looksLikeNumber);
    if (this.match(number) !== whole) throw new Found('number', this.at);
    this.at += whole.length;
  }

  private word(): void {
    const whole = this.match(word);
    if (!['true', 'false', 'null'].includes(whole)) throw new Found('word', this.at);
    this.at += whole.length;
  }

  private string(): void {
    const start = this.at;
    this.at += 1;
    while (this.peek() !== '"') this.character(start);
    this.at += 1;
  }

  private character(start: number): void {
    const next = this.peek();
    if (next === '' || (next === '\n' && this.endsAMember(start))) throw new Found('unclosedText', start);
    if (next < ' ') throw new Found('control', this.at);
    const length = next === '\\' ? this.match(escaped).length : 1;
    if (length === 0) throw new Found('escape', this.at);
    this.at += length;
  }

  /** The line ends as a member does: its quote was forgotten, rather than a line end meant. */
  private endsAMember(start: number): boolean {
    return /[,}\]]\s*$/.test(this.text.slice(start, this.at));
  }

  private object(): void {
    this.members('}', 'unclosedObject', () => {
      if (this.peek() === "'") throw new Found('singleQuote', this.at);
      if (this.peek() !== '"') throw new Found('key', this.at);
      this.string();
      this.space();
      if (this.peek() !== ':') throw new Found('colon', this.at);
      this.at += 1;
      this.space();
      this.value();
    });
  }

  private list(): void {
    this.members(']', 'unclosedList', () => this.value());
  }

  /** Members with commas between, up to `end`. */
  private members(end: string, unclosed: JsonProblemKind, member: () => void): void {
    this.at += 1;
    this.space();
    if (this.peek() === end) {
      this.at += 1;
      return;
    }
    for (;;) {
      if (this.peek() === '') throw new Found(unclosed, this.at);
      member();
      this.space();
      const separator = this.at;
      if (this.peek() === end) break;
      if (this.peek() === '') throw new Found(unclosed, this.at);
      if (this.peek() !== ',') throw new Found(/[}\]]/.test(this.peek()) ? unclosed : 'comma', this.at);
      this.at += 1;
      this.space();
      if (this.peek() === end) throw new Found('trailingComma', separator);
    }
    this.at += 1;
  }
}
