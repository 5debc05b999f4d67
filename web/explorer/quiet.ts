import { readsOnly } from '../../server/podio/reads-only.ts';
import type { PodioCall } from '../api/errors.ts';
import { queryValue, withQueryValue } from './path-parts.ts';

/** What makes a write quiet: Podio then tells nobody, neither people nor webhooks. @see https://developers.podio.com/doc/items */
const parameters: Readonly<Record<string, string>> = { silent: '1', hook: 'false' };

/** What a quiet write gets besides what its path says, by name; empty for a call that only reads. */
export function quietParameters({ method, path }: Pick<PodioCall, 'method' | 'path'>): [name: string, value: string][] {
  if (readsOnly(method, path)) return [];
  return Object.entries(parameters).filter(([name]) => queryValue(path, name) === undefined);
}

/** The same call, made quietly. What the path says itself counts. */
export function quietly(call: PodioCall): PodioCall {
  const path = quietParameters(call).reduce((quiet, [name, value]) => withQueryValue(quiet, name, value), call.path);
  return { ...call, path };
}
