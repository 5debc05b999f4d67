/**
 * Runs one request at a time that writes the keyring cookie, over all tabs of this browser: of two answers that each
 * replace the whole cookie, the later one would lose what the earlier one added. Where Web Locks is missing (an old
 * browser, an insecure context) the requests of this tab still queue.
 */
export function withKeyringLock<T>(write: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request('keyring', write) : inTurn(write);
}

let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(write: () => Promise<T>): Promise<T> {
  const mine = last.then(write, write);
  last = mine.catch(() => undefined); // the caller hears of the failure; the next in line only waits for the end
  return mine;
}
