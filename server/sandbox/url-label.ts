/** A name as it stands in an address: `Bug reports` as `bug-reports`, with a number where that is taken. */
export function urlLabel(name: string, taken: readonly string[]): string {
  const label =
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'untitled';
  if (!taken.includes(label)) return label;
  let number = 2;
  while (taken.includes(`${label}-${number}`)) number += 1;
  return `${label}-${number}`;
}
