import { startKeyring } from '../keyring-process.mjs';
import { summary } from '../statistics.mjs';

const MiB = 1024 * 1024;
const group = 'Start and memory';

/** From the start of the process to the first answer that says it is ready, and the memory it has by then. */
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
  ];
}
