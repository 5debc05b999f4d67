/** One place in which two answers differ; a side that has nothing there has no member. */
export interface Difference {
  /** Where: names and positions after slashes, members of lists by their id where they have one. */
  path: string;
  a?: unknown;
  b?: unknown;
}

/** What Podio's lists tell their members apart by. */
const idNames = [
  'id',
  'item_id',
  'app_id',
  'field_id',
  'space_id',
  'org_id',
  'user_id',
  'profile_id',
  'file_id',
  'comment_id',
  'task_id',
  'view_id',
  'hook_id',
  'revision',
  'external_id',
];

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isContainer = (value: unknown) => typeof value === 'object' && value !== null;

/** Where two values of JSON differ, by structure: the order of an object's members says nothing. */
export function differences(a: unknown, b: unknown, path = ''): Difference[] {
  if (isObject(a) && isObject(b)) return inObjects(a, b, path);
  if (Array.isArray(a) && Array.isArray(b)) return inLists(a, b, path);
  return a === b ? [] : [{ path: path || '/', a, b }];
}

function inObjects(a: Json, b: Json, path: string): Difference[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.flatMap((name) =>
    atPlace(
      `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      { has: Object.hasOwn(a, name), value: a[name] },
      { has: Object.hasOwn(b, name), value: b[name] },
    ),
  );
}

interface Side {
  has: boolean;
  value: unknown;
}

function atPlace(path: string, a: Side, b: Side): Difference[] {
  if (a.has && b.has) return differences(a.value, b.value, path);
  return [{ path, ...(a.has && { a: a.value }), ...(b.has && { b: b.value }) }];
}

/** Lists of plain values differ as a whole; members with ids are matched by them, others by position. */
function inLists(a: unknown[], b: unknown[], path: string): Difference[] {
  if (![...a, ...b].some(isContainer)) return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ path: path || '/', a, b }];
  const id = idOf(a, b);
  if (id === undefined) {
    const longer = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => index);
    return longer.flatMap((index) =>
      atPlace(`${path}/${index}`, { has: index < a.length, value: a[index] }, { has: index < b.length, value: b[index] }),
    );
  }
  const [inA, inB] = [byId(a as Json[], id), byId(b as Json[], id)];
  const keys = [...new Set([...inA.keys(), ...inB.keys()])];
  const members = keys.flatMap((key) =>
    atPlace(`${path}/${id}=${String(key)}`, { has: inA.has(key), value: inA.get(key) }, { has: inB.has(key), value: inB.get(key) }),
  );
  const [orderA, orderB] = [keys.filter((key) => inA.has(key) && inB.has(key)), [...inB.keys()].filter((key) => inA.has(key))];
  const sameOrder = orderA.every((key, index) => key === orderB[index]);
  return sameOrder
    ? members
    : [{ path: path || '/', a: orderA.map((key) => ({ [id]: key })), b: orderB.map((key) => ({ [id]: key })) }, ...members];
}

const byId = (list: Json[], id: string) => new Map(list.map((member) => [member[id], member]));

/** The name under which each member of both lists has a value of its own; undefined where there is none. */
function idOf(a: unknown[], b: unknown[]): string | undefined {
  if (![...a, ...b].every(isObject)) return undefined;
  return idNames.find((name) => [a as Json[], b as Json[]].every((list) => isUnique(list.map((member) => member[name]))));
}

const isUnique = (values: unknown[]) =>
  values.every((value) => typeof value === 'number' || typeof value === 'string') && new Set(values).size === values.length;
