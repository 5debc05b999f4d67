import { contender, startOurs } from '../contestants.mjs';
import { signIn } from '../keyring-process.mjs';
import { interleave } from '../rounds.mjs';
import { ratios } from '../statistics.mjs';

const MiB = 1024 * 1024;
const callsBeforeLook = 100_000;

/** What it costs to hold many authentications and to serve many browsers, and how much memory all of that has taken. */
export async function measureKeyrings(upstream, { rounds }) {
  const ours = await startOurs(upstream);
  const sessions = {
    one: ours.sessions,
    sixty: [await signIn(ours, 60)],
    'sixty-four browsers': await browsers(ours, 64),
    'five thousand browsers': await browsers(ours, 5000),
  };
  const contenders = [];
  for (const [name, held] of Object.entries(sessions)) contenders.push(await contender({ ...ours, name, sessions: held }, upstream));
  let made = 0;
  for (const one of contenders) one.check = counting(one.check, (calls) => (made += calls));
  const costs = await interleave(contenders, { rounds, slotMs: 100, warmUpMs: 5000 });
  const [first] = contenders;
  await first.check(await first.load.run((begun) => made + begun < callsBeforeLook));
  const resident = await ours.process.resident();
  for (const { load } of contenders) await load.close();
  await ours.stop();

  const group = 'Keyrings and browsers: processor time of one held authentication against that of';
  const row = (name, label, goal) => ({ group, label, unit: '×', ...ratios(costs.one, costs[name]), ...goal });
  return [
    row('sixty', '60 held authentications', { goal: { atLeast: 0.95 } }),
    row('sixty-four browsers', '64 browsers by turns (each found in the cache)'),
    row('five thousand browsers', '5,000 browsers by turns (none found in the cache)'),
    {
      group: 'Start and memory',
      label: `Resident memory after 5,000 sign-ins and ${callsBeforeLook.toLocaleString('en')} calls`,
      unit: 'MB',
      median: resident / MiB,
    },
  ];
}

/** Signs in so many browsers, some at a time. */
async function browsers(ours, count) {
  const sessions = [];
  const more = async () => {
    while (sessions.length < count) {
      const at = sessions.push(undefined) - 1;
      sessions[at] = await signIn(ours);
    }
  };
  await Promise.all(Array.from({ length: 16 }, more));
  return sessions;
}

function counting(check, add) {
  return (calls) => {
    add(calls);
    return check(calls);
  };
}
