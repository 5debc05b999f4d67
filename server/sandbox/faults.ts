import { invalidValue } from './errors.ts';
import { isObject } from './values.ts';

/** What the next matching requests get instead of, or before, their answer. */
export interface Fault {
  /** Compared whole with the path without query; without it any path matches. */
  path?: string;
  /** Upper case. */
  method?: string;
  status?: number;
  /** An object is sent as JSON, a string as it is. */
  body?: Record<string, unknown> | unknown[] | string;
  headers?: Record<string, string>;
  /** Milliseconds before the answer. */
  delayMs?: number;
  /** Closes the connection. */
  drop?: boolean;
  /** How many requests more. */
  times: number;
}

/** Faults in the order in which they were ordered: the oldest that matches is used. */
export class Faults {
  #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push(fault);
    if (this.#faults.length > 1000) this.#faults.shift();
  }

  /** The fault of this request, counted down. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.#faults.find((each) => (each.path ?? path) === path && (each.method ?? method) === method);
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.#faults = this.#faults.filter((each) => each !== fault);
    return fault;
  }

  list(): readonly Fault[] {
    return this.#faults;
  }

  clear(): void {
    this.#faults = [];
  }
}

type Check = (value: unknown) => string | undefined;

const integer =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : `must be an integer from ${least} to ${most}`;

const checks: Record<keyof Fault, Check> = {
  path: (value) => (typeof value === 'string' && value.startsWith('/') ? undefined : 'must be a path, as "/user/status"'),
  method: (value) => (typeof value === 'string' && /^[A-Za-z]+$/.test(value) ? undefined : 'must be a method, as "GET"'),
  status: integer(200, 599),
  body: (value) => (typeof value === 'string' || isObject(value) || Array.isArray(value) ? undefined : 'must be an object or a string'),
  headers: (value) =>
    isObject(value) && Object.entries(value).every(([name, text]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && isHeaderValue(text))
      ? undefined
      : 'must be an object of header names and their texts',
  delayMs: integer(0, 10 * 60 * 1000),
  drop: (value) => (typeof value === 'boolean' ? undefined : 'must be boolean'),
  times: integer(1, 1_000_000),
};

const isHeaderValue = (value: unknown): boolean => typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);

/**
 * A fault from the body of `POST /_sandbox/faults`. `times` is 1 where it is not given.
 *
 * @throws {ApiError} 400 for an unknown member or a value of the wrong form
 */
export function parseFault(body: Record<string, unknown>): Fault {
  for (const [name, value] of Object.entries(body)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof Fault] : undefined;
    if (!check) throw invalidValue(name, `is no part of a fault; parts are ${Object.keys(checks).join(', ')}`);
    const problem = check(value);
    if (problem) throw invalidValue(value, `${name} ${problem}`);
  }
  const fault = { times: 1, ...body } as Fault;
  return fault.method ? { ...fault, method: fault.method.toUpperCase() } : fault;
}
