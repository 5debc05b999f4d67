import { ProblemError } from '../../http/problems.ts';
import type { Connection } from './connection.ts';
import { authenticationPrefix, listingsKey } from './keys.ts';

/** Keyrings remembered that could not be ended yet. */
const mostUnended = 10_000;

/**
 * Ends whole keyrings; those that the store could not be told of, when it is back.
 *
 * @returns what ends one, and answers with the ids that it held
 */
export function createEnding(connection: Connection): (keyringId: string) => Promise<string[]> {
  const unended = new Set<string>();
  const end = (keyringId: string) => connection.run<string[]>('keyringClear', [listingsKey(keyringId)], [authenticationPrefix(keyringId)]);

  connection.onReady(async () => {
    for (const keyringId of unended)
      await end(keyringId).then(
        () => unended.delete(keyringId),
        () => undefined, // it is away again: next time
      );
  });

  return (keyringId) =>
    end(keyringId).catch((error: ProblemError) => {
      if (unended.size < mostUnended) unended.add(keyringId);
      throw signedOutHereOnly(error);
    });
}

/** Without its cookie nobody opens what is left; only who has a copy of it waits for the store as well. */
function signedOutHereOnly(cause: ProblemError): ProblemError {
  return new ProblemError(
    'store_unavailable',
    'This browser is signed out. The store of this keyring does not answer: what it holds ends when it does, or with its tokens.',
    { cause: cause.cause, retryAfterSeconds: cause.retryAfterSeconds },
  );
}
