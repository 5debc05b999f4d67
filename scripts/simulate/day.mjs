import { createPicker, createRandom, poisson } from './random.mjs';

const minutesADay = 1440;

/** How busy each hour of the day is in one office: eight to six, with a dent at noon. */
const officeHours = [1, 1, 1, 1, 1, 2, 6, 20, 60, 90, 100, 90, 60, 85, 95, 90, 75, 45, 20, 12, 8, 5, 3, 2];

/**
 * One day of many browsers, minute by minute. A browser is busy in stretches; in each it acts as some of its authentications, the first
 * of them more often than the last. A call whose access token has ended costs a refresh. A day before it brings the tokens to the
 * age that they have on any morning.
 *
 * @returns refreshes in each minute, and browsers that are busy in it
 */
export function simulateDay(options) {
  const { browsers, authentications, activeShare, stretches, stretchMinutes, usedPerStretch, zones, lifetimeMinutes, seed } = options;
  const random = createRandom(seed);
  const hourOf = createPicker(random, officeHours);
  const authenticationOf = createPicker(
    random,
    Array.from({ length: authentications }, (_, rank) => 1 / (rank + 1)),
  );
  const refreshes = new Uint32Array(minutesADay);
  const busyChanges = new Int32Array(minutesADay * 2);
  const ends = new Float64Array(authentications);

  for (let browser = 0; browser < browsers; browser++) {
    const zoneMinutes = Math.floor(random() * zones) * 60;
    ends.fill(Number.NEGATIVE_INFINITY); // signed in on some day before: the tokens have ended
    for (const day of [0, 1]) {
      if (random() >= activeShare) continue;
      const starts = Array.from({ length: poisson(random, stretches) }, () => hourOf() * 60 + Math.floor(random() * 60)).sort(
        (a, b) => a - b,
      );
      for (const local of starts) {
        const start = local + zoneMinutes; // of zones further west, all days begin later
        const length = Math.max(1, Math.round(-Math.log(1 - random()) * stretchMinutes));
        use(day, start, length);
        if (day === 1) {
          busyChanges[start % minutesADay]++;
          busyChanges[(start % minutesADay) + Math.min(length, minutesADay - 1)]--;
        }
      }
    }
  }

  function use(day, start, length) {
    const used = new Set();
    while (used.size < Math.min(usedPerStretch, authentications)) used.add(authenticationOf());
    for (const authentication of used) {
      const first = day * minutesADay + start + random() * length * 0.5;
      const last = day * minutesADay + start + length;
      for (let at = Math.max(first, ends[authentication]); at <= last; at = ends[authentication]) {
        ends[authentication] = at + lifetimeMinutes;
        if (day === 1) refreshes[Math.floor(at) % minutesADay]++;
      }
    }
  }

  return { refreshes, busy: busyByMinute(busyChanges) };
}

/** From what begins and ends at each minute to what lasts; what runs over midnight counts in the first minutes. */
function busyByMinute(changes) {
  const busy = new Float64Array(minutesADay);
  let now = 0;
  for (let minute = 0; minute < changes.length; minute++) {
    now += changes[minute];
    busy[minute % minutesADay] += now;
  }
  return busy;
}
