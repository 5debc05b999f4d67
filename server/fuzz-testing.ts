import fc from 'fast-check';

/** So many cases instead, each time others: `npm run fuzz` sets it. */
const asked = Number(process.env.FUZZ_RUNS) || undefined;

/**
 * Holds a property against generated cases: in the suite against the same `cases` each time, so that it fails for a change and never by
 * chance; with `npm run fuzz` against far more, and others each time.
 *
 * A property should answer with a boolean, or throw: an `expect` for each of many thousand cases takes longer than what it looks at.
 *
 * @throws with the smallest case that breaks it, and the seed that leads there again
 */
export function fuzz<Case>(what: string, property: fc.IProperty<Case>, cases = 20_000): void {
  const numRuns = asked ?? cases;
  const began = performance.now();
  fc.assert(property, { numRuns, ...(asked === undefined && { seed: 20_261_127 }) });
  if (asked) process.stdout.write(`${what}: ${numRuns} cases in ${Math.round((performance.now() - began) / 1000)} s\n`);
}

/** @throws with what differs, unless both are the same JSON */
export function same(found: unknown, wanted: unknown): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (left !== right) throw new Error(`found ${left}\nwanted ${right}`);
}
