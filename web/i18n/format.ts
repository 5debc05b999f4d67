import { once } from './once.ts';

const formatters = new Map<string, Formatter>();

/** Numbers, times and plurals as a language writes them: one formatter for each language. */
export function formatter(language: string): Formatter {
  const made = formatters.get(language) ?? makeFormatter(language);
  formatters.set(language, made);
  return made;
}

function makeFormatter(language: string) {
  const integer = once(() => new Intl.NumberFormat(language));
  const rules = once(() => new Intl.PluralRules(language));
  const relative = once(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const clock = once(() => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
  const exactClock = once(
    () => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
  );
  const dayAndClock = once(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }));

  return {
    number: (value: number) => integer().format(value),
    /** Picks the form that the number asks for; `forms` holds at least `other`. */
    plural: (count: number, forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>) =>
      forms[rules().select(count)] ?? forms.other,
    /** `14:02`. */
    time: (at: number | Date) => clock().format(at),
    /** `14:02:31`. */
    clock: (at: number | Date) => exactClock().format(at),
    dateTime: (at: number | Date) => dayAndClock().format(at),
    /** `12 seconds ago`, `in 2 days`; in the largest unit that fits. */
    relative(at: number, now: number) {
      const seconds = Math.round((at - now) / 1000);
      for (const [unit, length] of units) if (Math.abs(seconds) >= length) return relative().format(Math.trunc(seconds / length), unit);
      return relative().format(seconds, 'second');
    },
    /** `1.2 MB`, in steps of 1,000. */
    bytes(size: number) {
      const step = size < 1000 ? 0 : size < 1_000_000 ? 1 : 2;
      const value = size / 1000 ** step;
      const digits = { maximumFractionDigits: step === 0 || value >= 10 ? 0 : 1 };
      return `${new Intl.NumberFormat(language, digits).format(value)} ${['bytes', 'KB', 'MB'][step]}`;
    },
  };
}

const units: [Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export type Formatter = ReturnType<typeof makeFormatter>;
