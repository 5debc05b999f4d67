import { randomBytes } from 'node:crypto';
import type { Ref } from '../podio/types.ts';
import { BoundedMap } from './bounded-map.ts';
import type { Clock } from './clock.ts';
import { parseScope, type ScopeGrant } from './scope.ts';
import type { SandboxSettings } from './settings.ts';

/** What one sign-in gave: all its tokens act as the same ref, through the same client, with the same scope. */
export interface Grant {
  clientId: string;
  ref: Ref;
  scope: string;
  permissions: readonly ScopeGrant[];
  revoked: boolean;
}

export interface AccessToken {
  token: string;
  grant: Grant;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface RefreshToken extends AccessToken {
  /** Exchanged for another, where refresh tokens rotate. */
  used: boolean;
}

export interface TokenPair {
  accessToken: AccessToken;
  refreshToken: RefreshToken;
}

const remembered = 20_000;

/** The 32 lower-case hex digits of which Podio's tokens and codes were seen to be made. */
export const randomToken = (): string => randomBytes(16).toString('hex');

/**
 * The tokens that were given out. Expired ones stay, since Podio tells an expired token from an unknown one;
 * beyond 20,000 of a kind the oldest are forgotten.
 */
export class GrantStore {
  readonly #clock: Clock;
  readonly #accessTokens = new BoundedMap<string, AccessToken>(remembered);
  readonly #refreshTokens = new BoundedMap<string, RefreshToken>(remembered);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A first pair. */
  issue(clientId: string, ref: Ref, scope: string, settings: SandboxSettings): TokenPair {
    const grant = { clientId, ref, scope, permissions: parseScope(scope) ?? [], revoked: false };
    return { accessToken: this.#addAccessToken(grant, settings), refreshToken: this.#addRefreshToken(grant, settings) };
  }

  /** A new access token, and with rotation a new refresh token too. The old access token lives on until its own expiry. */
  refresh(refreshToken: RefreshToken, settings: SandboxSettings): TokenPair {
    const accessToken = this.#addAccessToken(refreshToken.grant, settings);
    if (settings.rotateRefreshTokens) {
      refreshToken.used = true;
      return { accessToken, refreshToken: this.#addRefreshToken(refreshToken.grant, settings) };
    }
    refreshToken.expiresAt = this.#now() + settings.refreshTokenTtlSeconds * 1000;
    return { accessToken, refreshToken };
  }

  findAccessToken(token: string): AccessToken | undefined {
    return this.#accessTokens.get(token);
  }

  findRefreshToken(token: string): RefreshToken | undefined {
    return this.#refreshTokens.get(token);
  }

  isExpired({ expiresAt }: AccessToken): boolean {
    return expiresAt <= this.#now();
  }

  /** Ends access tokens, of one ref or of all, as if their time had come. */
  expireAccessTokens(ref?: Ref): number {
    return this.#expire(this.#accessTokens, ref);
  }

  expireRefreshTokens(ref?: Ref): number {
    return this.#expire(this.#refreshTokens, ref);
  }

  #expire(tokens: BoundedMap<string, AccessToken>, ref: Ref | undefined): number {
    const now = this.#now();
    let expired = 0;
    for (const token of tokens.values()) {
      if (token.expiresAt <= now || (ref && (token.grant.ref.type !== ref.type || token.grant.ref.id !== ref.id))) continue;
      token.expiresAt = now;
      expired += 1;
    }
    return expired;
  }

  /** Every access and refresh token that is still remembered, expired ones included. */
  issued(): { accessTokens: string[]; refreshTokens: string[] } {
    return { accessTokens: [...this.#accessTokens.keys()], refreshTokens: [...this.#refreshTokens.keys()] };
  }

  #addAccessToken(grant: Grant, { accessTokenTtlSeconds }: SandboxSettings): AccessToken {
    const accessToken = { token: randomToken(), grant, expiresAt: this.#now() + accessTokenTtlSeconds * 1000 };
    this.#accessTokens.set(accessToken.token, accessToken);
    return accessToken;
  }

  #addRefreshToken(grant: Grant, { refreshTokenTtlSeconds }: SandboxSettings): RefreshToken {
    const refreshToken = { token: randomToken(), grant, expiresAt: this.#now() + refreshTokenTtlSeconds * 1000, used: false };
    this.#refreshTokens.set(refreshToken.token, refreshToken);
    return refreshToken;
  }

  #now(): number {
    return this.#clock.now();
  }
}
