/** Enough for the compiler to have done its work; slow contestants, for which it matters less, stop at a time. */
const warmUpCalls = 15_000;

/**
 * Lets contestants take turns, in another order each round, and takes each one's processor time per call.
 *
 * @param contestants each with `load`, `cpu()` and `check(calls)`, which throws where a slot's calls did not do the work
 * @returns microseconds per call, by the name of the contestant, one value a round
 */
export async function interleave(contestants, { rounds, slotMs, warmUpMs }) {
  for (const { load, check } of contestants) {
    const end = performance.now() + warmUpMs;
    await check(await load.run((begun) => begun < warmUpCalls && performance.now() < end));
  }
  const costs = Object.fromEntries(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, load, cpu, check } of shuffled(contestants)) {
      const before = await cpu();
      const calls = await load.runFor(slotMs);
      costs[name].push(((await cpu()) - before) / calls);
      await check(calls);
    }
  }
  return costs;
}

function shuffled(values) {
  const left = [...values];
  return values.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]);
}
