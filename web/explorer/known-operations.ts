import { type Operation, operations } from '../../server/podio/operations.ts';
import { findOperation } from '../../server/podio/operations-lookup.ts';
import { placeholderValues, splitPath } from './path-parts.ts';

export type { Operation };

/** Those that the explorer can send. */
const offered = operations.filter(({ notProxied, multipart }) => !notProxied && !multipart);
const fewestFirst = [...offered].sort((one, other) => one.path.split('{').length - other.path.split('{').length);

/** The operation that a call is, also while its placeholders are not filled. */
export function operationOf(method: string, path: string): Operation | undefined {
  const { bare } = splitPath(path);
  const found = findOperation(method, bare);
  return found ?? fewestFirst.find((operation) => operation.method === method && placeholderValues(operation.path, bare) !== undefined);
}

/** Operations in which every word of a search occurs, in method, path or name. */
export function searchOperations(text: string): Operation[] {
  const words = text
    .toLowerCase()
    .split(/[\s/]+/)
    .filter(Boolean);
  return offered.filter(({ method, path, name, area }) => {
    const all = `${method} ${path} ${name} ${area}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** Whether Podio expects a slash at the end of this path, and it has none. */
export function lacksSlash(method: string, path: string): boolean {
  const { bare } = splitPath(path);
  return !bare.endsWith('/') && operationOf(method, path)?.path.endsWith('/') === true;
}
