import type { FieldValue, ItemField } from '../../api/podio-wire.ts';
import { cut, oneLine, textOfHtml } from './plain-text.ts';
import type { ValueFormat } from './value-format.ts';

/** How one field of one item reads in a table. */
export interface Cell {
  /** What stands there; in a table at most 80 characters. */
  text: string;
  /** What does not fit, or the exact moment in UTC. */
  title?: string;
  /** Options and tags, each with Podio's colour where it has one (six hex digits). */
  chips?: { text: string; color?: string }[];
  /** A quantity: aligned at its end, so that magnitudes line up. */
  quantity?: boolean;
}

/** Longer texts are cut in a table; the item itself has them whole. */
const mostCharacters = 80;
const mostInTitle = 1_000;

/**
 * A field of an item in one line of text, by its type.
 * @see https://developers.podio.com/doc/items (the forms in which values are read)
 */
export const cellOf = (field: ItemField, format: ValueFormat): Cell => joined(readValues(field, format));

/** Each value of a field by itself, whole; those that say nothing left out. */
export function readValues(field: ItemField, format: ValueFormat): Cell[] {
  const settings = field.config?.settings ?? {};
  const read = readers[field.type] ?? unknownType;
  return (field.values ?? []).map((value) => read(value, settings, format)).filter(({ text }) => text !== '');
}

function joined(cells: Cell[]): Cell {
  const whole = cells.map(({ text }) => text).join(', ');
  const text = cut(whole, mostCharacters);
  const titles = cells.map(({ title }) => title).filter((title) => title !== undefined);
  const title = titles.length > 0 ? titles.join(', ') : text === whole ? undefined : cut(whole, mostInTitle);
  const chips = cells.flatMap((cell) => cell.chips ?? []);
  return {
    text,
    ...(title !== undefined && { title }),
    ...(chips.length > 0 && { chips }),
    ...(cells.length > 0 && cells.every(({ quantity }) => quantity) && { quantity: true }),
  };
}

type Settings = Record<string, unknown>;
type Reader = (value: FieldValue, settings: Settings, format: ValueFormat) => Cell;

const string = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
const plain = (value: unknown): Cell => ({ text: oneLine(string(value)) });
const member = (value: unknown, ...names: string[]): string => {
  for (const name of names) {
    const found = string((value as FieldValue | null | undefined)?.[name]);
    if (found) return found;
  }
  return '';
};
const isNumeric = (value: unknown): value is string | number => string(value).trim() !== '' && Number.isFinite(Number(value));
const decimals = (settings: Settings) => (typeof settings.decimals === 'number' ? settings.decimals : undefined);

const readers: Record<string, Reader> = {
  text: ({ value }, settings) => (isHtml(settings, string(value)) ? { text: textOfHtml(string(value)) } : plain(value)),
  category: option,
  question: option,
  tag: ({ value }) => ({ ...plain(value), chips: [plain(value)] }),
  date: (value, _settings, format) => dateCell(value, format),
  money: ({ value, currency }, _settings, format) =>
    isNumeric(value) ? { text: format.money(value, string(currency)), quantity: true } : plain(value),
  number: ({ value }, settings, format) =>
    isNumeric(value) ? { text: format.decimal(value, decimals(settings)), quantity: true } : plain(value),
  progress: ({ value }, _settings, format) => (isNumeric(value) ? { text: format.percent(Number(value)), quantity: true } : plain(value)),
  duration: ({ value }, settings, format) =>
    isNumeric(value)
      ? { text: format.duration(Number(value), Array.isArray(settings.fields) ? settings.fields : undefined), quantity: true }
      : plain(value),
  calculation,
  contact: ({ value }) => ({ text: member(value, 'name') }),
  app: ({ value }) => ({ text: oneLine(member(value, 'title', 'app_item_id', 'item_id')) }),
  image: ({ value }) => ({ text: member(value, 'name', 'file_id') }),
  embed: ({ embed }) => ({ text: oneLine(member(embed, 'title', 'original_url', 'url')) }),
  phone: typed,
  email: typed,
  location: (value) => ({ text: oneLine(member(value, 'formatted', 'value', 'street_address', 'city')) }),
};

function option({ value }: FieldValue): Cell {
  const text = oneLine(member(value, 'text'));
  const color = member(value, 'color');
  return { text, chips: [{ text, ...(/^[\da-f]{6}$/i.test(color) && { color }) }] };
}

/** The kind (`work`, `home`) is said beside the value, not in its place. */
function typed({ value, type }: FieldValue): Cell {
  const text = oneLine(string(value));
  return { text, ...(type ? { title: `${text} (${string(type).replaceAll('_', ' ')})` } : {}) };
}

function calculation(value: FieldValue, settings: Settings, format: ValueFormat): Cell {
  const unit = string(settings.unit);
  if (settings.return_type === 'date' || value.start || value.start_date) return dateCell(value, format);
  if (settings.return_type !== 'text' && isNumeric(value.value)) {
    const number = format.decimal(value.value, decimals(settings));
    return { text: unit ? `${number} ${unit}` : number, quantity: true };
  }
  return { text: textOfHtml(string(value.value)) };
}

/** A date without a time is a day of the calendar; with one, a moment, shown in the reader's time zone. */
function dateCell(value: FieldValue, format: ValueFormat): Cell {
  const timed = Boolean(value.start_time) && Boolean(value.start_utc);
  const start = timed ? utc(value.start_utc) : utc(value.start_date ?? value.start ?? value.value);
  if (!start) return plain(value.start ?? value.value);
  const end = timed ? utc(value.end_utc) : utc(value.end_date ?? value.end);
  const sameEnd = !end || end.getTime() === start.getTime();
  if (!timed) return { text: format.day(start, sameEnd ? undefined : end) };
  return {
    text: format.moment(start, sameEnd ? undefined : end),
    title: `${string(value.start_utc)}${sameEnd ? '' : ` – ${string(value.end_utc)}`} UTC`,
  };
}

/** `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, read as UTC. */
export function utc(text: unknown): Date | undefined {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d))?/.exec(string(text)) ?? [];
  if (!day) return undefined;
  const date = new Date(`${day}T${time ?? '00:00:00'}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** What a text field holds, by its settings; where those say nothing, by how it begins. */
export function isHtml(settings: Settings, text: string): boolean {
  if (settings.format === 'plain' || settings.format === 'html') return settings.format === 'html';
  if (settings.size === 'small') return false;
  return settings.size === 'large' || /^\s*<[a-z]/i.test(text);
}

/** A type that Podio added later: its value as it came. */
function unknownType(value: FieldValue): Cell {
  const only = value.value ?? value;
  return typeof only === 'object' ? { text: JSON.stringify(only) } : plain(only);
}
