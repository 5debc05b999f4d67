import { invalidValue } from '../errors.ts';
import { isObject } from '../values.ts';
import type { FieldType } from './field-type.ts';
import { containing } from './matchers.ts';

const parts = ['street_address', 'postal_code', 'city', 'state', 'country'] as const;
type Location = { value: string; lat: number | null; lng: number | null } & Record<(typeof parts)[number], string | null>;

/** A place: a text, or an address in parts. */
export const location: FieldType<Location> = {
  several: () => false,
  parse: parseLocation,
  render: ({ value, lat, lng, ...address }) => ({
    value,
    formatted: value,
    ...address,
    lat,
    lng,
    map_in_sync: lat !== null && lng !== null,
  }),
  text: ({ value }) => value,
  matcher: (wanted) => containing(wanted, ({ value }: Location) => value),
  sortKey: ([place]) => (place?.value ?? '').toLowerCase(),
};

function parseLocation(written: unknown): Location {
  if (!isObject(written)) return { ...fromParts({}), value: checkText(written) };
  if (isObject(written.value)) return parseLocation(written.value);
  const place = fromParts(written);
  const address = parts
    .map((part) => place[part])
    .filter(Boolean)
    .join(', ');
  return { ...place, value: checkText(written.value ?? written.formatted ?? address) };
}

function fromParts(written: Record<string, unknown>): Omit<Location, 'value'> {
  const text = (part: string): string | null => {
    const value = written[part] ?? null;
    if (value !== null && typeof value !== 'string') throw invalidValue(value, 'must be string');
    return value;
  };
  const [street_address, postal_code, city, state, country] = parts.map(text) as [string | null, ...(string | null)[]];
  return {
    street_address,
    postal_code: postal_code ?? null,
    city: city ?? null,
    state: state ?? null,
    country: country ?? null,
    lat: degrees(written.lat, 90),
    lng: degrees(written.lng, 180),
  };
}

function degrees(written: unknown, most: number): number | null {
  if (written === undefined || written === null || written === '') return null;
  const number = typeof written === 'string' && /^-?\d+(?:\.\d+)?$/.test(written) ? Number(written) : written;
  if (typeof number !== 'number' || Math.abs(number) > most) throw invalidValue(written, `must be a number from -${most} to ${most}`);
  return number;
}

function checkText(text: unknown): string {
  if (typeof text !== 'string' || text.trim() === '') throw invalidValue(text, 'must be string');
  return text;
}
