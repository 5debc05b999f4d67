/** What this tab remembers while the person is at Podio: nothing that opens anything. */
export interface SignInUnderWay {
  /** The scope asked for; undefined: the server's default. */
  scope?: string;
  /** Ids in the keyring before, to tell a renewal from an addition. */
  held: string[];
  /** Who it was meant to be, with the name: signing in again. */
  wanted?: { id: string; name: string };
}

const key = 'keyring:sign-in-under-way';

export function noteSignInUnderWay(signIn: SignInUnderWay): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(signIn));
  } catch {
    // Storage is forbidden: the sign-in works all the same, its page only tells less.
  }
}

/** Reads and forgets it. */
export function readSignInUnderWay(): SignInUnderWay | undefined {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return text === null ? undefined : (JSON.parse(text) as SignInUnderWay);
  } catch {
    return undefined; // as above
  }
}
