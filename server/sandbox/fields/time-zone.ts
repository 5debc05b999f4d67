/**
 * The sample organisation's time zone, Europe/Copenhagen, by the rule of the European Union: an hour ahead of UTC, two from the last
 * Sunday of March to that of October, changing at 01:00 UTC. People's date fields are in it; `*_utc` stands beside.
 */
const hourMs = 60 * 60 * 1000;

const lastSunday = (year: number, month: number): number => {
  const end = new Date(Date.UTC(year, month + 1, 0, 1));
  return end.getTime() - end.getUTCDay() * 24 * hourMs;
};

/** Milliseconds that local time is ahead at a point in time. */
function offsetAt(utc: number): number {
  const year = new Date(utc).getUTCFullYear();
  return utc >= lastSunday(year, 2) && utc < lastSunday(year, 9) ? 2 * hourMs : hourMs;
}

/** Local wall-clock time, given as if it were UTC, in UTC. In the hour that comes twice, the later one. */
export function toUtc(local: number): number {
  const winter = local - hourMs;
  return offsetAt(winter) === hourMs ? winter : local - 2 * hourMs;
}

export const toLocal = (utc: number): number => utc + offsetAt(utc);
