import { createSessionSealer, type SessionSealer } from './sealed-session.ts';
import { type AuthType, type SessionManager, type SessionTokens, sessionKey } from './session-manager.ts';

export interface CookieSessionManagerOptions {
  /** The first seals the cookie, all of them open it; at least 32 characters each. */
  secrets: readonly string[];
  /** The value of the cookie that came with the request. */
  read: () => string | undefined;
  /** Sets the cookie in the answer, or deletes it where there is no value. Make it `HttpOnly` and `Secure`. */
  write: (value: string | undefined) => void;
}

/** A browser keeps 4,096 bytes; name and attributes take some of them. */
const longest = 3_800;

/**
 * Keeps one authentication in a sealed cookie of a server's own, for one request: make a manager and a client for each. Call Podio before the
 * answer's head is sent, since a refresh writes the cookie.
 */
export class CookieSessionManager implements SessionManager {
  readonly #sealer: SessionSealer;
  readonly #options: CookieSessionManagerOptions;
  /** What this request wrote, which counts for more than what came with it. */
  #written: { value: string | undefined } | undefined;

  /** @throws {TypeError} when a secret is missing or too short */
  constructor(options: CookieSessionManagerOptions) {
    this.#options = options;
    this.#sealer = createSessionSealer(options.secrets, 'session in a cookie');
  }

  get(authType: AuthType): SessionTokens | undefined {
    const value = this.#written ? this.#written.value : this.#options.read();
    return value === undefined ? undefined : this.#sealer.open(value, sessionKey(authType));
  }

  /** @throws {RangeError} when it does not fit into a cookie */
  set(tokens: SessionTokens | undefined, authType: AuthType): void {
    const value = tokens && this.#sealer.seal(tokens, sessionKey(authType));
    if (value && value.length > longest)
      throw new RangeError(`This session takes ${value.length} bytes, and a cookie holds ${longest} of them. Keep it in another place.`);
    this.#options.write(value);
    this.#written = { value };
  }
}
