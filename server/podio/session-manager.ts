import type { Tokens } from './oauth.ts';

/** Which authentication a session manager is asked for. */
export interface AuthType {
  type: 'authorization_code' | 'app' | 'password';
  /** The app's id, or the username; undefined for a code, since who signs in is not known beforehand. */
  identifier: number | string | undefined;
}

/** What a session manager keeps: plain JSON. It holds credentials, so keep it where nobody else reads it. */
export interface SessionTokens extends Tokens {
  authType: AuthType;
  /** The API key that they were given to, and the Podio they are for: with another, they are not used. */
  clientId: string;
  apiUrl: string;
}

/** Keeps authentications for a client between its calls, or between runs of a program. One may serve several clients. */
export interface SessionManager {
  /** What was last set for this `authType`; undefined (or null) where nothing was. */
  get(authType: AuthType): SessionTokens | undefined | null | Promise<SessionTokens | undefined | null>;
  /** Called after each sign-in and each refresh, and with undefined when the authentication is cleared. */
  set(tokens: SessionTokens | undefined, authType: AuthType): void | Promise<void>;
}

/** Keeps authentications as long as the process lives. */
export class MemorySessionManager implements SessionManager {
  readonly #sessions = new Map<string, SessionTokens>();

  get(authType: AuthType): SessionTokens | undefined {
    return this.#sessions.get(sessionKey(authType));
  }

  set(tokens: SessionTokens | undefined, authType: AuthType): void {
    if (tokens) this.#sessions.set(sessionKey(authType), tokens);
    else this.#sessions.delete(sessionKey(authType));
  }
}

/** One name an authentication, as `app:22117`. */
export function sessionKey({ type, identifier }: AuthType): string {
  return identifier === undefined ? type : `${type}:${identifier}`;
}

/** @throws {TypeError} when a session manager gives something else than it was given */
export function checkSession(value: unknown): SessionTokens | undefined {
  if (value === undefined || value === null) return undefined;
  const session = value as Partial<SessionTokens>;
  const complete =
    typeof session.accessToken === 'string' &&
    typeof session.refreshToken === 'string' &&
    Number.isFinite(session.expiresAt) &&
    Number.isFinite(session.obtainedAt) &&
    typeof session.authType?.type === 'string' &&
    typeof session.clientId === 'string' &&
    typeof session.apiUrl === 'string';
  if (!complete)
    throw new TypeError("The session manager's get() gave something else than its set() was given. Clear it and sign in again.");
  return value as SessionTokens;
}
