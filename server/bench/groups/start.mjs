import { contender, startOurs } from '../contestants.mjs';
import { signIn, startKeyring } from '../keyring-process.mjs';
import { summary } from '../statistics.mjs';

const MiB = 1024 * 1024;
const group = 'Start and memory';
const calls = 100_000;

/** From the start of the process to the first answer that says it is ready, and the memory it has by then and after many calls. */
export async function measureStart(upstream, { starts }) {
  const ready = [];
  const resident = [];
  for (let start = 0; start < starts; start++) {
    const keyring = await startKeyring(upstream);
    ready.push(keyring.readyMs / 1000);
    resident.push(keyring.resident / MiB);
    await keyring.stop();
  }
  return [
    { group, label: 'From start to ready', unit: 's', ...summary(ready), goal: { atMost: 0.6 } },
    { group, label: 'Resident memory at start', unit: 'MB', ...summary(resident), goal: { atMost: 80 } },
    {
      group,
      label: `Resident memory after ${calls.toLocaleString('en')} calls, of 64 browsers by turns`,
      unit: 'MB',
      median: (await residentAfterCalls(upstream)) / MiB,
      goal: { atMost: 120 },
    },
  ];
}

async function residentAfterCalls(upstream) {
  const ours = await startOurs(upstream);
  const sessions = [];
  while (sessions.length < 64) sessions.push(await signIn(ours));
  const { load, check } = await contender({ ...ours, sessions }, upstream);
  await check(await load.run((begun) => begun < calls));
  const resident = await ours.process.resident();
  await load.close();
  await ours.stop();
  return resident;
}
