/** A path taken apart; put together again it is the same, byte for byte. */
export interface PathParts {
  /** Before the `?`. */
  bare: string;
  /** Name and value as they stand in the query, encoded. */
  query: [name: string, value: string | undefined][];
}

export function splitPath(path: string): PathParts {
  const mark = path.indexOf('?');
  if (mark < 0) return { bare: path, query: [] };
  const text = path.slice(mark + 1);
  const pairs = text === '' ? [] : text.split('&');
  return {
    bare: path.slice(0, mark),
    query: pairs.map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [pair, undefined] : [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  };
}

export function joinPath({ bare, query }: PathParts): string {
  if (query.length === 0) return bare;
  return `${bare}?${query.map(([name, value]) => (value === undefined ? name : `${name}=${value}`)).join('&')}`;
}

/** Values of the placeholders of a template in a path that has its form; undefined where it has another. */
export function placeholderValues(template: string, bare: string): Record<string, string> | undefined {
  const wanted = segments(template);
  const given = segments(bare);
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const name = placeholder(segment);
    const value = given[index] ?? '';
    if (name === undefined && segment !== value) return undefined;
    if (name !== undefined) values[name] = placeholder(value) === undefined ? readable(value) : '';
  }
  return values;
}

/** The path with another value in place of one placeholder; an empty one shows the placeholder again. */
export function withPlaceholder(template: string, bare: string, name: string, value: string): string {
  const given = bare.split('/');
  return template
    .split('/')
    .map((segment, index) =>
      placeholder(segment) === name ? (value === '' ? segment : encodeURIComponent(value)) : (given[index] ?? segment),
    )
    .join('/');
}

/** Names still in braces: nothing that can be sent. */
export const unfilled = (path: string): string[] => [...splitPath(path).bare.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

/** The value of one parameter of the query; undefined where it is not given. */
export function queryValue(path: string, name: string): string | undefined {
  const pair = splitPath(path).query.find(([given]) => readable(given) === name);
  return pair && readable(pair[1] ?? '');
}

/** The path with one parameter of its query set; an empty value takes it out. */
export function withQueryValue(path: string, name: string, value: string): string {
  const { bare, query } = splitPath(path);
  const written: [string, string | undefined] = [encodeURIComponent(name), encodeURIComponent(value)];
  const index = query.findIndex(([given]) => readable(given) === name);
  if (value === '') return joinPath({ bare, query: query.filter((_, at) => at !== index) });
  if (index < 0) return joinPath({ bare, query: [...query, written] });
  return joinPath({ bare, query: query.map((pair, at) => (at === index ? written : pair)) });
}

/** The path with a slash at its end, before its query. */
export function withSlash(path: string): string {
  const mark = path.indexOf('?');
  return mark < 0 ? `${path}/` : `${path.slice(0, mark)}/${path.slice(mark)}`;
}

const segments = (path: string) => path.replace(/\/$/, '').split('/');
const placeholder = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

function readable(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    return encoded; // not encoded as it should be: shown as it stands
  }
}
