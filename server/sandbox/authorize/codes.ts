import { BoundedMap } from '../bounded-map.ts';
import type { Clock } from '../clock.ts';
import { randomToken } from '../grant-store.ts';

/** What a person allowed, until a client exchanges it for tokens. */
export interface Permission {
  clientId: string;
  userId: number;
  scope: string;
  /** As it stood in the request: the token request must name the same. */
  redirectUri: string;
  codeChallenge: string | undefined;
  codeChallengeMethod: 'S256' | 'plain';
}

interface AuthorizationCode extends Permission {
  /** Milliseconds since 1970. */
  expiresAt: number;
  used: boolean;
}

const lifetimeMs = 10 * 60 * 1000;

/** Authorization codes: 32 hex digits, good once and for 10 minutes (Podio documents neither limit; RFC 6749 §4.1.2 recommends both). */
export class AuthorizationCodes {
  readonly #clock: Clock;
  readonly #codes = new BoundedMap<string, AuthorizationCode>(20_000);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(permission: Permission): string {
    const code = randomToken();
    this.#codes.set(code, { ...permission, expiresAt: this.#clock.now() + lifetimeMs, used: false });
    return code;
  }

  /** The permission behind a code that is still good. It stays good until {@link use}: a request with a wrong secret does not burn it. */
  find(code: string): Permission | undefined {
    const found = this.#codes.get(code);
    return found && !found.used && found.expiresAt > this.#clock.now() ? found : undefined;
  }

  use(code: string): void {
    const found = this.#codes.get(code);
    if (found) found.used = true;
  }

  issued(): string[] {
    return [...this.#codes.keys()];
  }
}
