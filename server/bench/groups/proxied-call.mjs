import { contender, peers, startOurs, startPeer } from '../contestants.mjs';
import { interleave } from '../rounds.mjs';
import { ratios } from '../statistics.mjs';

const goals = { thin: 0.8, 'fastify-http-proxy': 1.3, 'secure-session': 1.5, 'iron-session': 3.5, 'express-openid-connect': 5.5 };

/** Two starts of the same server may differ by a tenth, as the compiler's luck has it: so many are looked at. */
const sittings = 2;

/** One call of 1 KB over 16 connections: what it costs each peer, as a multiple of what it costs the keyring. */
export async function measureProxiedCall(upstream, { rounds }) {
  const costs = {};
  for (let sitting = 0; sitting < sittings; sitting++) {
    const found = await sit(upstream, Math.ceil(rounds / sittings));
    for (const [name, values] of Object.entries(found)) costs[name] = [...(costs[name] ?? []), ...values];
  }
  return Object.entries(peers).map(([name, { label }]) => ({
    group: 'A call of 1 KB, 16 connections: processor time against ours',
    label,
    unit: '×',
    ...ratios(costs[name], costs.ours),
    goal: { atLeast: goals[name] },
  }));
}

/** Starts every contestant anew, and lets them take turns. */
async function sit(upstream, rounds) {
  const started = [await startOurs(upstream), ...(await Promise.all(Object.keys(peers).map((name) => startPeer(name, upstream))))];
  const contenders = [];
  for (const contestant of started) contenders.push(await contender(contestant, upstream));
  const costs = await interleave(contenders, { rounds, slotMs: 100, warmUpMs: 8000 });
  for (const { load } of contenders) await load.close();
  for (const { process } of started) await process.stop();
  return costs;
}
