import type { QueryClient } from '@tanstack/react-query';
import type { Authentication, Keyring } from '../../server/contract-types.ts';
import { CookiesNotKeptError } from '../api/errors.ts';
import { happened } from '../api/happenings.ts';
import { readKeyring } from '../api/keyring.ts';
import { tellOtherTabs } from '../api/keyring-channel.ts';
import { queryKeys } from '../api/query-keys.ts';

const cached = (client: QueryClient) => client.getQueryData<Keyring>(queryKeys.keyring);

/** Names of all authentications that the cache knows, by id. */
export function namesInKeyring(client: QueryClient): Record<string, string> {
  return Object.fromEntries(cached(client)?.authentications.map(({ id, name }) => [id, name]) ?? []);
}

/**
 * After sign-ins: reads the keyring again, tells the other tabs, and lets the calls of an authentication that was
 * renewed be made once more. Resolves with the ids that were there before.
 * @throws {CookiesNotKeptError} when the browser did not keep what the server set
 */
export async function takeIn(client: QueryClient, ...signedIn: Authentication[]): Promise<{ renewed: Set<string> }> {
  const before = namesInKeyring(client);
  const keyring = await readSinceLastSignOut();
  const held = new Set(keyring.authentications.map(({ id }) => id));
  if (!signedIn.every(({ id }) => held.has(id))) throw new CookiesNotKeptError();
  client.setQueryData(queryKeys.keyring, keyring);
  for (const authentication of signedIn) takeInOne(client, authentication, authentication.id in before);
  return { renewed: new Set(signedIn.map(({ id }) => id).filter((id) => id in before)) };
}

/** The keyring as it is after all sign-outs known here: what was read while one came in may be older than it. */
async function readSinceLastSignOut(): Promise<Keyring> {
  for (;;) {
    const before = signOuts;
    const keyring = await readKeyring();
    if (signOuts === before) return keyring;
  }
}

function takeInOne(client: QueryClient, authentication: Authentication, renewed: boolean): void {
  const { id, name } = authentication;
  client.setQueryData(queryKeys.authentication(id), authentication);
  happened({ type: 'signed-in', id });
  void client.invalidateQueries({ queryKey: queryKeys.as(id) });
  tellOtherTabs({ type: renewed ? 'renewed' : 'added', id, name });
}

/** Counts what this tab has been told to forget. */
let signOuts = 0;

/** Drops an authentication and all it was answered from this tab's memory. */
export function forgetAuthentication(client: QueryClient, id: string): void {
  signOuts++;
  // The same for a read of the list that is under way: it would bring back what is gone.
  if (client.isFetching({ queryKey: queryKeys.keyring }) > 0) void client.invalidateQueries({ queryKey: queryKeys.keyring });
  client.setQueryData<Keyring>(queryKeys.keyring, (keyring) =>
    keyring ? { ...keyring, authentications: keyring.authentications.filter((other) => other.id !== id) } : keyring,
  );
  void client.cancelQueries({ queryKey: queryKeys.as(id) });
  client.removeQueries({ queryKey: queryKeys.as(id) });
  client.removeQueries({ queryKey: queryKeys.authentication(id) });
  happened({ type: 'forgotten', id });
}

export function forgetEverything(client: QueryClient): void {
  for (const id of Object.keys(namesInKeyring(client))) forgetAuthentication(client, id);
}
