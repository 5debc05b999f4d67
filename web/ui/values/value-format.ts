import { once } from '../../i18n/once.ts';

/**
 * Numbers, money, dates and durations of Podio's fields as a language writes them. Decimal strings are formatted as
 * they are: `9007199254740993.5000` does not pass through a double.
 */
export interface ValueFormat {
  decimal(value: string | number, decimals?: number): string;
  money(value: string | number, currency: string): string;
  /** A share of 100. */
  percent(value: number): string;
  /** `units`: which of days, hours, minutes the field is entered in. */
  duration(seconds: number, units?: readonly string[]): string;
  /** A moment, in the reader's own time zone. */
  moment(at: Date, end?: Date): string;
  /** A calendar date, the same everywhere. */
  day(date: Date, end?: Date): string;
}

type Decimal = Intl.StringNumericLiteral;
const asDecimal = (value: string | number) => (typeof value === 'string' ? (value.trim() as Decimal) : value);
/** Podio keeps four decimals. */
const podioDecimals = 4;

const formats = new Map<string, ValueFormat>();

/** One for each language: making an `Intl` formatter costs more than using it a hundred times. */
export function valueFormat(language: string): ValueFormat {
  const format = formats.get(language) ?? makeFormat(language);
  formats.set(language, format);
  return format;
}

function makeFormat(language: string): ValueFormat {
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    const made = numbers.get(key) ?? new Intl.NumberFormat(language, options);
    numbers.set(key, made);
    return made;
  };
  const moments = once(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }));
  const days = once(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }));
  return {
    decimal: (value, decimals) =>
      numberFormat({ minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? podioDecimals }).format(asDecimal(value)),
    money(value, currency) {
      // Not a currency that Intl knows: the number with its name is still the truth.
      if (!/^[A-Z]{3}$/.test(currency)) return `${this.decimal(value, 2)} ${currency}`.trim();
      return numberFormat({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(asDecimal(value));
    },
    percent: (value) => numberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(value / 100),
    duration: (seconds, units) => durationText(seconds, units, numberFormat),
    moment: (at, end) => (end ? moments().formatRange(at, end) : moments().format(at)),
    day: (date, end) => (end ? days().formatRange(date, end) : days().format(date)),
  };
}

const units: [unit: 'day' | 'hour' | 'minute' | 'second', seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

function durationText(
  seconds: number,
  wanted: readonly string[] | undefined,
  numberFormat: (o: Intl.NumberFormatOptions) => Intl.NumberFormat,
) {
  const used = units.filter(([unit]) => unit === 'second' || !wanted?.length || wanted.includes(`${unit}s`));
  let rest = Math.abs(Math.round(seconds));
  const parts: string[] = [];
  for (const [unit, length] of used) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(numberFormat({ style: 'unit', unit, unitDisplay: 'short' }).format(count));
  }
  if (parts.length === 0) return numberFormat({ style: 'unit', unit: 'minute', unitDisplay: 'short' }).format(0);
  return (seconds < 0 ? '−' : '') + parts.join(' ');
}
