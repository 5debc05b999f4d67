// `npm run simulate`: the traffic of a day for many browsers, and what it needs. `npm run simulate -- --help` lists the parameters; the costs
// are those that `npm run measure:scale` measured. The same seed gives the same figures.
import { parseArgs } from 'node:util';
import { simulateDay } from './simulate/day.mjs';

/** Name, default, meaning. */
const parameters = [
  ['browsers', 1_000_000, 'browsers that hold a keyring'],
  ['authentications', 10, 'authentications in each'],
  ['active-share', 0.6, 'share of the browsers that are used on a day'],
  ['stretches', 4, 'stretches of work a day, on average'],
  ['stretch-minutes', 20, 'length of one, on average'],
  ['calls-per-minute', 6, 'calls a minute while somebody works'],
  ['used-per-stretch', 3, 'authentications used in one stretch'],
  ['zones', 3, 'time zones the people are spread over, an hour each'],
  ['access-token-hours', 8, "life of Podio's access tokens"],
  ['podio-ms', 250, 'time that Podio takes for a call, or for a token request'],
  ['connections-to-podio', 128, 'of one instance; each carries one call at a time'],
  ['cpu-ms-per-call', 0.27, 'processor time of an instance for a call'],
  ['cpu-ms-per-refresh', 2.8, 'the same for a refresh'],
  ['store-commands-per-call', 1, 'commands to the store for a call'],
  ['store-commands-per-refresh', 18, 'the same for a refresh'],
  ['store-cpu-us-per-command', 24, 'processor time of the store for a command, microseconds'],
  ['store-bytes-per-authentication', 970, 'memory of the store for an authentication, its share of the keyring included'],
  ['utilisation', 0.6, 'share of its core and of its connections that an instance may use at the peak'],
  ['seed', 1, 'of the random numbers'],
];

const { values } = parseArgs({
  options: { ...Object.fromEntries(parameters.map(([name]) => [name, { type: 'string' }])), help: { type: 'boolean' } },
});
if (values.help) {
  for (const [name, value, meaning] of parameters) console.log(`  ${`--${name}`.padEnd(34)}${meaning} (${value})`);
  process.exit(0);
}
const given = {};
for (const [name, value] of parameters) {
  const number = Number(values[name] ?? value);
  if (!Number.isFinite(number) || number < 0) {
    console.error(`--${name} is "${values[name]}": give a number.`);
    process.exit(1);
  }
  given[name] = number;
}

const day = simulateDay({
  browsers: given.browsers,
  authentications: given.authentications,
  activeShare: given['active-share'],
  stretches: given.stretches,
  stretchMinutes: given['stretch-minutes'],
  usedPerStretch: given['used-per-stretch'],
  zones: given.zones,
  lifetimeMinutes: given['access-token-hours'] * 60 - 1, // a minute early
  seed: given.seed,
});

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const calls = day.busy.map((busy) => busy * given['calls-per-minute']);
const perSecond = (minutes) => Math.max(...minutes) / 60;
const callsPeak = perSecond(calls);
const refreshesPeak = perSecond(day.refreshes);
const show = (number, digits = 0) => number.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });

console.log(`${show(given.browsers)} browsers with ${given.authentications} authentications each, seed ${given.seed}\n`);
console.log('hour   busy browsers   calls/s   refreshes/s');
for (let hour = 0; hour < 24; hour++) {
  const ofHour = (minutes) => sum(minutes.slice(hour * 60, hour * 60 + 60));
  const columns = [
    show(ofHour(day.busy) / 60).padStart(13),
    show(ofHour(calls) / 3600, 1).padStart(9),
    show(ofHour(day.refreshes) / 3600, 2).padStart(13),
  ];
  console.log(`${String(hour).padStart(2, '0')}:00  ${columns.join(' ')}`);
}

const cores = (callsPeak * given['cpu-ms-per-call'] + refreshesPeak * given['cpu-ms-per-refresh']) / 1000;
const callsUnderWay = (callsPeak * given['podio-ms']) / 1000;
const byCores = Math.ceil(cores / given.utilisation);
const byConnections = Math.ceil(callsUnderWay / given['connections-to-podio'] / given.utilisation);
const instances = Math.max(2, byCores, byConnections); // two, so that one may be missing
const commands = callsPeak * given['store-commands-per-call'] + refreshesPeak * given['store-commands-per-refresh'];
const storeShare = (commands * given['store-cpu-us-per-command']) / 1e6;
const bytes = given.browsers * given.authentications * given['store-bytes-per-authentication'];
const refreshShare = (refreshesPeak * given['podio-ms']) / 1000 / (instances * 16);
const lines = [
  ['Calls a day', show(sum(calls))],
  ['Token requests a day', `${show(sum(day.refreshes))} (one for ${show(sum(calls) / Math.max(1, sum(day.refreshes)), 0)} calls)`],
  ['Busiest minute', `${show(callsPeak)} calls/s, ${show(refreshesPeak, 1)} refreshes/s, ${show(Math.max(...day.busy))} busy browsers`],
  ['Podio gets at most', `${show(callsPeak + refreshesPeak)} requests/s, of them ${show(refreshesPeak, 1)} for tokens`],
  ['Instances', `${instances}, each used to ${show(given.utilisation * 100)} % at most, and never fewer than two:`],
  ['  for their processors', `${byCores} (${show(cores, 2)} cores at the peak)`],
  ['  for their connections', `${byConnections} (${show(callsUnderWay)} calls under way at Podio)`],
  ['Refreshes at once', `${show(refreshShare * 100, 1)} % of the 16 that each instance allows itself`],
  ['Store, memory', `${show(bytes / 1e9, 1)} GB (${show(given['store-bytes-per-authentication'])} bytes an authentication)`],
  ['Store, commands', `${show(commands)}/s at the peak, ${show(storeShare * 100, 1)} % of the one core that it has`],
  [
    'Calls of one browser',
    `${show(given['calls-per-minute'] * 60)} in an hour of work without a break; Podio allows 1,000 per person and API key`,
  ],
];
console.log();
for (const [what, figure] of lines) console.log(`${`${what}:`.padEnd(26)}${figure}`);
