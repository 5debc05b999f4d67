/** An entry that was found, and the parts of the path that its pattern names. */
export interface Found<Entry> {
  entry: Entry;
  parameters: Record<string, string>;
}

interface Route<Entry> {
  /** A part of the path; one that begins with `:` names what stands there. */
  pattern: readonly string[];
  entry: Entry;
}

const isName = (part: string): boolean => part.startsWith(':');

/**
 * Entries by method and path, as `/item/:item_id/value/:field`. Slashes at the end and double ones do not count. Where several patterns
 * fit, one that spells a part out goes before one that names it.
 *
 * Podio's hundred operations stand in such a table and not in Fastify's, which compiles code for each: that is most of a start's time.
 */
export class RouteTable<Entry> {
  readonly #routes = new Map<string, Route<Entry>[]>();

  add(method: string, path: string, entry: Entry): void {
    const pattern = partsOf(path);
    const key = keyOf(method, pattern);
    const routes = this.#routes.get(key) ?? [];
    const after = routes.findIndex((route) => comesFirst(pattern, route.pattern));
    routes.splice(after === -1 ? routes.length : after, 0, { pattern, entry });
    this.#routes.set(key, routes);
  }

  /** What fits; undefined where nothing does, or where the path is not well encoded. */
  find(method: string, path: string): Found<Entry> | undefined {
    const parts = decode(partsOf(path));
    if (!parts) return undefined;
    const route = this.#routes
      .get(keyOf(method, parts))
      ?.find(({ pattern }) => pattern.every((part, at) => isName(part) || part === parts[at]));
    if (!route) return undefined;
    const named = route.pattern.flatMap((part, at): [string, string][] => (isName(part) ? [[part.slice(1), parts[at] ?? '']] : []));
    return { entry: route.entry, parameters: Object.fromEntries(named) };
  }
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

const keyOf = (method: string, { length }: readonly string[]): string => `${method} ${length}`;

function comesFirst(pattern: readonly string[], other: readonly string[]): boolean {
  const at = pattern.findIndex((part, index) => isName(part) !== isName(other[index] ?? ''));
  return at !== -1 && !isName(pattern[at] ?? '');
}

function decode(parts: readonly string[]): string[] | undefined {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
