import { invalidValue } from '../errors.ts';
import { isObject } from '../values.ts';
import type { FieldType } from './field-type.ts';
import { between } from './matchers.ts';
import { unwrap } from './unwrap.ts';

/**
 * A number as Podio shows it: a string with four decimals. Digits of a string are kept as they are, so that long numbers stay exact.
 *
 * @throws {ApiError} 400
 */
function parseDecimal(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e21) return value.toFixed(4);
  const match = typeof value === 'string' ? /^(-?)0*(\d+)(?:\.(\d+))?$/.exec(value.trim()) : undefined;
  if (!match) throw invalidValue(value, 'must be number');
  const [, sign, whole, fraction = ''] = match;
  return `${sign}${whole}.${fraction.padEnd(4, '0').slice(0, 4)}`;
}

/** Without the zeros at the end. */
const short = (decimal: string): string => decimal.replace(/\.?0+$/, '');

export const number: FieldType<string> = {
  several: () => false,
  parse: (written) => parseDecimal(unwrap(written)),
  render: (value) => ({ value }),
  text: short,
  matcher: (wanted) => between(wanted, Number),
  sortKey: ([value]) => Number(value),
};

interface Money {
  value: string;
  currency: string;
}

export const money: FieldType<Money> = {
  several: () => false,
  parse(written, { settings }) {
    if (!isObject(written)) throw invalidValue(written, 'must be object');
    const { value, currency } = isObject(written.value) ? written.value : written;
    const allowed = settings?.allowed_currencies;
    if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) throw invalidValue(currency, 'must be a currency of three letters');
    if (Array.isArray(allowed) && allowed.length > 0 && !allowed.includes(currency))
      throw invalidValue(currency, `must be one of ${allowed.join(', ')}`);
    return { value: parseDecimal(value), currency };
  },
  render: ({ value, currency }) => ({ value, currency }),
  text: ({ value, currency }) => `${short(value)} ${currency}`,
  matcher: (wanted) => between(wanted, ({ value }: Money) => Number(value)),
  sortKey: ([money]) => Number(money?.value),
};

const wholeNumber = (least: number, most: number): FieldType<number> => ({
  several: () => false,
  parse(written) {
    const value = unwrap(written);
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw invalidValue(value, 'must be integer');
    if (number < least) throw invalidValue(number, `must not be less than ${least}`);
    if (number > most) throw invalidValue(number, `must not be greater than ${most}`);
    return number;
  },
  render: (value) => ({ value }),
  text: String,
  matcher: (wanted) => between(wanted, Number),
  sortKey: ([value = 0]) => value,
});

/** Percent. */
export const progress = wholeNumber(0, 100);

/** Seconds. */
export const duration = wholeNumber(0, Number.MAX_SAFE_INTEGER);
