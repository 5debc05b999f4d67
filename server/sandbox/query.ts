import { invalidValue } from './errors.ts';

/** The query of a call. A parameter that is given twice counts as last given. */
export class Query {
  readonly #parameters: URLSearchParams;

  constructor(url: string) {
    const at = url.indexOf('?');
    this.#parameters = new URLSearchParams(at === -1 ? '' : url.slice(at + 1));
  }

  text(name: string): string | undefined {
    return this.#parameters.getAll(name).at(-1);
  }

  /** @throws {ApiError} 400 where it is no integer, or not within the bounds */
  integer(name: string, { least = 0, most = Number.MAX_SAFE_INTEGER }: { least?: number; most?: number } = {}): number | undefined {
    const text = this.text(name);
    if (text === undefined || text === '') return undefined;
    if (!/^-?\d{1,15}$/.test(text)) throw invalidValue(text, 'must be integer');
    return withinBounds(Number(text), least, most);
  }

  /** `0`, `1`, `false` or `true`. @throws {ApiError} 400 for anything else */
  boolean(name: string): boolean | undefined {
    const text = this.text(name);
    if (text === undefined || text === '') return undefined;
    if (text === '1' || text.toLowerCase() === 'true') return true;
    if (text === '0' || text.toLowerCase() === 'false') return false;
    throw invalidValue(text, 'must be boolean');
  }

  /** Parameters with other names than those. */
  others(known: readonly string[]): [name: string, value: string][] {
    return [...this.#parameters].filter(([name]) => !known.includes(name));
  }
}

/** @throws {ApiError} 400 in the words that were recorded for `limit: 0` */
export function withinBounds(value: number, least: number, most: number): number {
  if (value < least) throw invalidValue(value, `must not be less than ${least}`);
  if (value > most) throw invalidValue(value, `must not be greater than ${most}`);
  return value;
}

/** `limit` and `offset` of a list. */
export function paging(query: Query, defaultLimit: number, mostLimit: number): { limit: number; offset: number } {
  return {
    limit: query.integer('limit', { least: 1, most: mostLimit }) ?? defaultLimit,
    offset: query.integer('offset') ?? 0,
  };
}
