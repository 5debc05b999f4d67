import { parseAuthId } from '../paths.ts';
import { withPlaceholder } from './path-parts.ts';

/** An operation's path with what is known of the acting one filled in: an app knows its own id. */
export function pathFor(path: string, authId: string): string {
  const ref = parseAuthId(authId);
  return ref?.type === 'app' ? withPlaceholder(path, path, 'app_id', String(ref.id)) : path;
}

/** The call that an operation's name begins: what "Start from" offers. */
export function startCall(kind: 'getApp' | 'filterItems' | 'getCurrentUser', authId: string): { method: string; path: string } {
  const paths = { getApp: '/app/{app_id}', filterItems: '/item/app/{app_id}/filter/', getCurrentUser: '/user/status' };
  const method = kind === 'filterItems' ? 'POST' : 'GET';
  return { method, path: pathFor(paths[kind], authId) };
}

/** What the explorer begins with, so that Send works at once. */
export const firstCall = (authId: string) => startCall(parseAuthId(authId)?.type === 'app' ? 'getApp' : 'getCurrentUser', authId);
