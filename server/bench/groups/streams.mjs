import { request } from 'undici';
import { contender, peers, startOurs, startPeer } from '../contestants.mjs';
import { interleave } from '../rounds.mjs';
import { ratios } from '../statistics.mjs';

const MiB = 1024 * 1024;
const group = 'Large bodies';

/** A body of 1 MiB against the bare proxy, and how much memory 500 MB take on their way up and down. */
export async function measureStreams(upstream, { rounds }) {
  const [ours, bare] = await Promise.all([startOurs(upstream), startPeer('fastify-http-proxy', upstream)]);
  const contenders = [];
  for (const contestant of [ours, bare])
    contenders.push(await contender(contestant, upstream, { what: `/file/${MiB}`, size: MiB, connections: 4 }));
  const costs = await interleave(contenders, { rounds, slotMs: 150, warmUpMs: 2000 });
  for (const { load } of contenders) await load.close();
  const grown = { down: await growth(ours, () => download(ours, 500 * MiB)), up: await growth(ours, () => upload(ours, 500 * MiB)) };
  for (const { process } of [ours, bare]) await process.stop();
  return [
    {
      group,
      label: `1 MiB streamed, 4 connections: processor time of ${peers['fastify-http-proxy'].label}, against ours`,
      unit: '×',
      ...ratios(costs['fastify-http-proxy'], costs.ours),
      goal: { atLeast: 0.95 },
    },
    { group, label: 'Resident memory that a download of 500 MB adds', unit: 'MB', median: grown.down, goal: { atMost: 30 } },
    { group, label: 'Resident memory that an upload of 500 MB adds', unit: 'MB', median: grown.up, goal: { atMost: 30 } },
  ];
}

/** Megabytes by which the resident memory stood above its beginning, at most, while this was done. */
async function growth({ process }, work) {
  const before = await process.resident();
  let highest = before;
  let done = false;
  const watch = async () => {
    while (!done) {
      highest = Math.max(highest, await process.resident());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const watching = watch();
  await work();
  done = true;
  await watching;
  return (highest - before) / MiB;
}

async function download({ origin, sessions: [{ path, headers }] }, size) {
  const answer = await request(`${origin}${path}/file/${size}`, { headers });
  let received = 0;
  for await (const chunk of answer.body) received += chunk.length;
  if (received !== size) throw new Error(`of ${size} bytes ${received} came down`);
}

async function upload({ origin, sessions: [{ path, headers }] }, size) {
  const part = Buffer.alloc(64 * 1024, 'x');
  const parts = function* () {
    for (let sent = 0; sent < size; sent += part.length) yield part;
  };
  const answer = await request(`${origin}${path}/file/0`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream', 'x-size': String(size) },
    body: parts(),
  });
  await answer.body.dump();
  if (answer.statusCode !== 200) throw new Error(`the upload was answered ${answer.statusCode}`);
}
