import type { QueryClient } from '@tanstack/react-query';
import { keyringQuery } from './react/use-authentications.ts';
import { queryOf } from './react/use-podio.ts';

/** So long (milliseconds) the first render waits for what was asked for before the app came. */
const patienceMs = 100;

/**
 * Takes into the cache what `/before-paint.js` asked for and was answered well, so that the page is drawn once, and not first without it.
 * The rest is left to the screens, which say what went wrong.
 */
export async function readAhead(client: QueryClient): Promise<void> {
  if (!globalThis.podioKeyringAhead) return;
  await Promise.race([takeAll(client), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

async function takeAll(client: QueryClient): Promise<void> {
  await take(client, 'GET /keyring ', keyringQuery).catch(() => undefined);
  const names = [...(globalThis.podioKeyringAhead?.keys() ?? [])]; // the rows among them, which may be asked for after the keyring
  await Promise.allSettled(names.map((name) => take(client, name, queryOfName(name))));
}

const podioCall = /^(GET|POST) \/keyring\/([^/]+)\/api(\S+) (.*)$/;

function queryOfName(name: string) {
  const [, method, authId, path, body] = podioCall.exec(name) ?? [];
  if (authId === undefined || path === undefined) return keyringQuery;
  return queryOf(authId, { method: method as 'GET' | 'POST', path, ...(body && { body: JSON.parse(body) as unknown }) });
}

/** @throws TypeError when it was not answered */
async function take(client: QueryClient, name: string, query: Parameters<QueryClient['prefetchQuery']>[0]): Promise<void> {
  const sent = globalThis.podioKeyringAhead?.get(name);
  const isOk = (await sent?.answer)?.response.ok;
  const isStillThere = globalThis.podioKeyringAhead?.get(name) === sent; // else a screen was quicker
  if (isOk && isStillThere) await client.prefetchQuery(query);
}
