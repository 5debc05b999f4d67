import { invalidValue } from '../errors.ts';
import type { StoredField } from '../store.ts';
import { isObject } from '../values.ts';
import type { FieldType } from './field-type.ts';
import { readBounds } from './matchers.ts';
import { readDay } from './relative-date.ts';
import { toLocal, toUtc } from './time-zone.ts';

/** A day, or a point in time. */
interface Moment {
  /** Milliseconds since 1970, UTC; for a whole day its midnight. */
  at: number;
  wholeDay: boolean;
}

export interface DateValue {
  start: Moment;
  end: Moment | undefined;
}

const dayForm = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?$/;

/** Reads `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`; @throws {ApiError} 400 */
function readMoment(text: unknown, isUtc: boolean): Moment {
  const match = typeof text === 'string' ? dayForm.exec(text) : undefined;
  if (!match) throw invalidValue(text, 'must be a date as YYYY-MM-DD or YYYY-MM-DD HH:MM:SS');
  const [, day, time] = match;
  const at = Date.parse(`${day}T${time ?? '00:00'}Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) throw invalidValue(text, 'must be a date of the calendar');
  return { at: time === undefined || isUtc ? at : toUtc(at), wholeDay: time === undefined };
}

/** The start or the end of a written value, in any of the forms that the documentation and the clients have. */
function readSide(written: Record<string, unknown>, side: 'start' | 'end'): Moment | undefined {
  const given = (name: string) => written[name] ?? undefined;
  const joined = (suffix: '' | '_utc') => {
    const date = given(`${side}_date${suffix}`);
    const time = given(`${side}_time${suffix}`);
    return date === undefined ? undefined : `${date}${time === undefined ? '' : ` ${time}`}`;
  };
  const utc = given(`${side}_utc`) ?? joined('_utc');
  if (utc !== undefined) return readMoment(utc, true);
  const local = given(side) ?? joined('');
  return local === undefined ? undefined : readMoment(local, false);
}

function show({ at, wholeDay }: Moment, side: 'start' | 'end'): Record<string, unknown> {
  const text = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19).split('T') as [string, string];
  const [date, time] = text(wholeDay ? at : toLocal(at));
  const [dateUtc, timeUtc] = text(at);
  return {
    [side]: `${date} ${time}`,
    [`${side}_date`]: date,
    [`${side}_time`]: wholeDay ? null : time,
    [`${side}_utc`]: wholeDay ? dateUtc : `${dateUtc} ${timeUtc}`,
    [`${side}_date_utc`]: dateUtc,
    [`${side}_time_utc`]: wholeDay ? null : timeUtc,
  };
}

const noEnd = { end: null, end_date: null, end_time: null, end_utc: null, end_date_utc: null, end_time_utc: null };

function checkSettings({ start, end }: DateValue, { settings }: StoredField): void {
  if (end && end.at < start.at) throw invalidValue(show(end, 'end').end, 'the end must not be before the start');
  if (settings?.time === 'required' && start.wholeDay) throw invalidValue(show(start, 'start').start_date, 'must have a time');
  if (settings?.end === 'required' && !end) throw invalidValue(null, 'must have an end');
}

/** A day or a point in time, with or without an end; written in local time or in UTC. A time that the field does not have is left off. */
export const date: FieldType<DateValue> = {
  several: () => false,
  parse(written, field) {
    const side = isObject(written) ? written : { start: written };
    const source = isObject(side.value) ? side.value : side;
    const start = readSide(source, 'start');
    if (!start) throw invalidValue(written, 'must have a start');
    const value = { start, end: field.settings?.end === 'disabled' ? undefined : readSide(source, 'end') };
    checkSettings(value, field);
    return field.settings?.time === 'disabled' ? { start: dayOf(value.start), end: value.end && dayOf(value.end) } : value;
  },
  render: ({ start, end }) => ({ ...show(start, 'start'), ...(end ? show(end, 'end') : noEnd) }),
  text: ({ start }) => String(show(start, 'start').start_date),
  /** Days, both included; a range matches where it overlaps. */
  matcher(wanted, _field, now) {
    if (wanted === null) return (values) => values.length === 0;
    const { from, to } = readBounds(wanted);
    const least = readDay(from, now) ?? Number.NEGATIVE_INFINITY;
    const most = readDay(to, now) ?? Number.POSITIVE_INFINITY;
    return (values) => values.some(({ start, end }) => dayNumber(start) <= most && dayNumber(end ?? start) >= least);
  },
  sortKey: ([value]) => value?.start.at ?? 0,
};

const dayMs = 24 * 60 * 60 * 1000;
const localMidnight = ({ at, wholeDay }: Moment): number => Math.floor((wholeDay ? at : toLocal(at)) / dayMs) * dayMs;
const dayOf = (moment: Moment): Moment => ({ at: localMidnight(moment), wholeDay: true });
const dayNumber = localMidnight;
