import { type Operation, operations } from '../../server/podio/operations.ts';
import { findOperation, readsOnly } from '../../server/podio/operations-lookup.ts';
import { parseAuthId } from '../paths.ts';
import { placeholderValues, splitPath, withPlaceholder } from './path-parts.ts';

export { type Operation, readsOnly };

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

/** An operation's path with what is known of the acting one filled in: an app knows its own id. */
export function pathFor({ path }: Operation, authId: string): string {
  const ref = parseAuthId(authId);
  return ref?.type === 'app' ? withPlaceholder(path, path, 'app_id', String(ref.id)) : path;
}

/** The call that an operation's name begins: what "Start from" offers. */
export function startCall(kind: 'getApp' | 'filterItems' | 'getCurrentUser', authId: string): { method: string; path: string } {
  const paths = { getApp: '/app/{app_id}', filterItems: '/item/app/{app_id}/filter/', getCurrentUser: '/user/status' };
  const method = kind === 'filterItems' ? 'POST' : 'GET';
  return { method, path: pathFor({ path: paths[kind] } as Operation, authId) };
}

/** What the explorer begins with, so that Send works at once. */
export const firstCall = (authId: string) => startCall(parseAuthId(authId)?.type === 'app' ? 'getApp' : 'getCurrentUser', authId);

/** Whether Podio expects a slash at the end of this path, and it has none. */
export function lacksSlash(method: string, path: string): boolean {
  const { bare } = splitPath(path);
  return !bare.endsWith('/') && operationOf(method, path)?.path.endsWith('/') === true;
}

export function withSlash(path: string): string {
  const mark = path.indexOf('?');
  return mark < 0 ? `${path}/` : `${path.slice(0, mark)}/${path.slice(mark)}`;
}
