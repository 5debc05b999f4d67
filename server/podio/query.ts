/** What a query may hold: booleans become 1 and 0, lists are joined with commas, undefined and null are left out. */
export type PodioQuery = Record<string, QueryValue | readonly QueryValue[]>;
type QueryValue = string | number | boolean | null | undefined;

/** A query as it stands in an address, without the question mark. */
export function queryText(query: PodioQuery): string {
  return Object.entries(query)
    .filter(([, value]) => isThere(value))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent([value].flat().filter(isThere).map(plain).join())}`)
    .join('&');
}

const isThere = (value: QueryValue | readonly QueryValue[]) => value !== undefined && value !== null;
const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);
