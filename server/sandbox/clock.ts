import { BoundedMap } from './bounded-map.ts';

/** The sandbox's time: that of the machine, plus what was moved on by hand. */
export class Clock {
  #offsetMs = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#offsetMs;
  }

  advance(seconds: number): void {
    this.#offsetMs += seconds * 1000;
  }

  reset(): void {
    this.#offsetMs = 0;
  }
}

/** Texts of the last points in time: lists show the same few again and again. */
const known = new BoundedMap<number, string>(4096);

/** `YYYY-MM-DD HH:MM:SS` in UTC, Podio's form of a point in time. */
export function formatDateTime(milliseconds: number): string {
  const text = known.get(milliseconds) ?? new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
  known.set(milliseconds, text);
  return text;
}
