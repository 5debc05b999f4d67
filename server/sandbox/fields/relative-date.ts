import { invalidValue } from '../errors.ts';

const relative = /^([+-]?)(\d{1,4})([dwmy])(r?)$/;

/**
 * The midnight (milliseconds, UTC) of a day that a filter names: `YYYY-MM-DD`, with or without a time, or relative to today, as `-7d`
 * or `1m`; with an `r` at the end rounded down to the beginning of its week, month or year.
 *
 * @returns undefined where nothing is given
 * @throws {ApiError} 400
 * @see https://developers.podio.com/doc/filters
 */
export function readDay(bound: unknown, now: number): number | undefined {
  if (bound === undefined || bound === null || bound === '') return undefined;
  if (typeof bound !== 'string') throw invalidValue(bound, 'must be string');
  const absolute = /^(\d{4}-\d{2}-\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2})?)?$/.exec(bound);
  if (absolute) {
    const day = Date.parse(`${absolute[1]}T00:00Z`);
    if (!Number.isNaN(day)) return day;
  }
  const match = relative.exec(bound);
  if (!match) throw invalidValue(bound, 'must be a date as YYYY-MM-DD, or relative to today as -7d');
  const [, sign, count, unit = 'd', rounded] = match;
  return move(now, (sign === '-' ? -1 : 1) * Number(count), unit, rounded === 'r');
}

function move(now: number, count: number, unit: string, rounded: boolean): number {
  const day = new Date(now);
  day.setUTCHours(0, 0, 0, 0);
  if (unit === 'd') day.setUTCDate(day.getUTCDate() + count);
  if (unit === 'w') day.setUTCDate(day.getUTCDate() + 7 * count);
  if (unit === 'm') day.setUTCMonth(day.getUTCMonth() + count);
  if (unit === 'y') day.setUTCFullYear(day.getUTCFullYear() + count);
  if (rounded && unit === 'w') day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  if (rounded && (unit === 'm' || unit === 'y')) day.setUTCDate(1);
  if (rounded && unit === 'y') day.setUTCMonth(0);
  return day.getTime();
}
