/** The value below which this part of the values lies, between the two nearest ones in proportion. */
function quantile(sorted, part) {
  const at = (sorted.length - 1) * part;
  const below = Math.floor(at);
  return sorted[below] + ((sorted[below + 1] ?? sorted[below]) - sorted[below]) * (at - below);
}

/** The median, and the ends of the middle half, which show how much the rounds differ. */
export function summary(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), rounds: values.length };
}

/** Ratios of two contestants round by round: what disturbs the machine for a while disturbs both. */
export function ratios(others, ours) {
  return summary(others.map((other, round) => other / ours[round]));
}
