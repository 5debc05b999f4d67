import { PodioAuthorizationError, PodioInvalidGrantError } from './errors.ts';
import { type OAuthClient, refreshTokenGrant, type Tokens } from './oauth.ts';
import { createRefresher, type Refresher } from './refresher.ts';
import { type AuthType, checkSession, type SessionManager, type SessionTokens } from './session-manager.ts';

type Grant = () => Promise<Tokens>;
type Named = { type: string; id?: number; identifier?: AuthType['identifier'] };

/** Podio's refresh tokens live 28 days from the last token answer. */
const refreshTokenLifetimeMs = 28 * 24 * 3600 * 1000;

/**
 * The one authentication of a client: taken from the session manager or granted, refreshed once for many callers, and kept.
 *
 * Tokens are replaced only by newer ones that Podio gave. A refresh that fails, for whatever reason, leaves what there was, in memory and in the
 * session manager.
 */
export class ClientSession {
  readonly #client: OAuthClient;
  readonly #manager: SessionManager;
  readonly #refresher: Refresher;
  readonly #now: () => number;
  #authType: AuthType = { type: 'authorization_code', identifier: undefined };
  #tokens: SessionTokens | undefined;
  /** The first look into the session manager; undefined where there was none yet. */
  #loaded: Promise<void> | undefined;
  /** Another sign-in or a sign-out since makes a refresh that is under way worthless. */
  #generation = 0;
  /** The access token that Podio called expired, and the refresh token that it refused. */
  #expired: string | undefined;
  #refused: string | undefined;
  /** The sign-in that was spared because the session manager held an authentication: made up for, should Podio not renew that one. */
  #spared: Grant | undefined;
  #signingIn: Promise<unknown> = Promise.resolve();

  constructor(client: OAuthClient, manager: SessionManager) {
    this.#client = client;
    this.#manager = manager;
    this.#now = client.now ?? Date.now;
    this.#refresher = createRefresher({ grant: (tokens) => this.#renew(tokens), now: this.#now });
  }

  /** @throws {PodioAuthorizationError} when nobody is signed in */
  async tokens(): Promise<SessionTokens> {
    await this.#load();
    if (!this.#tokens)
      throw new PodioAuthorizationError('This client is not authenticated: call authenticateWithApp, or another of its ways, first.');
    return this.#tokens;
  }

  /**
   * Redeems the refresh token; callers at the same time share one request, and late ones get its result.
   *
   * @param expired whether Podio said that the access token is no longer good, whatever the clock says
   */
  async refresh(tokens: Tokens, { expired = false } = {}): Promise<Tokens> {
    if (expired) this.#expired = tokens.accessToken;
    return this.#refresher.refresh(tokens);
  }

  /** Whether there is a token that lives, or one that can be renewed. */
  async isUsable(): Promise<boolean> {
    await this.#load();
    return this.#tokens !== undefined && this.#usable(this.#tokens);
  }

  /** Signs in, unless `reuse` is asked for and the session manager holds a usable authentication of that very app or user. */
  async signIn(authType: AuthType, grant: Grant, { reuse }: { reuse: boolean }): Promise<void> {
    const turn = this.#signingIn.then(async () => {
      const kept = reuse ? await this.#kept(authType) : undefined;
      if (kept && kept === this.#tokens) return;
      if (kept) {
        this.#become(authType, kept);
        this.#spared = grant;
      } else {
        const tokens = await grant();
        this.#become(authType, undefined);
        await this.#keep(tokens);
      }
    });
    this.#signingIn = turn.catch(() => undefined); // the next one has its own outcome
    return turn;
  }

  /** Forgets the authentication, here and in the session manager; Podio is not told. */
  async clear(): Promise<void> {
    this.#become(this.#tokens?.authType ?? this.#authType, undefined);
    await this.#manager.set(undefined, this.#authType);
  }

  #become(authType: AuthType, tokens: SessionTokens | undefined): void {
    this.#authType = authType;
    this.#tokens = tokens;
    this.#loaded = Promise.resolve();
    this.#generation++;
    this.#spared = undefined;
  }

  async #load(): Promise<void> {
    this.#loaded ??= this.#loadOnce(this.#generation);
    return this.#loaded;
  }

  async #loadOnce(generation: number): Promise<void> {
    try {
      const tokens = await this.#stored(this.#authType);
      if (tokens && generation === this.#generation) this.#become(tokens.authType, tokens);
    } catch (error) {
      if (generation === this.#generation) this.#loaded = undefined; // the next call looks again
      throw error;
    }
  }

  /** What the session manager holds for this client; tokens of another API key or another Podio are not ours to send. */
  async #stored(authType: AuthType): Promise<SessionTokens | undefined> {
    const stored = checkSession(await this.#manager.get(authType));
    const { clientId, apiUrl } = this.#client;
    return stored?.clientId === clientId && stored.apiUrl === apiUrl ? stored : undefined;
  }

  /** A usable authentication of that very app or user, from memory or the session manager. */
  async #kept(authType: AuthType): Promise<SessionTokens | undefined> {
    for (const tokens of [this.#tokens, await this.#stored(authType)])
      if (tokens && isSame(tokens.authType, authType) && this.#usable(tokens)) return tokens;
    return undefined;
  }

  #usable({ accessToken, refreshToken, expiresAt, obtainedAt }: SessionTokens): boolean {
    const lives = expiresAt > this.#now() && accessToken !== this.#expired;
    const renewable = obtainedAt + refreshTokenLifetimeMs > this.#now() && refreshToken !== this.#refused;
    return lives || renewable;
  }

  async #renew(tokens: Tokens): Promise<Tokens> {
    const generation = this.#generation;
    const elsewhere = await this.#renewedElsewhere(tokens);
    if (elsewhere) return elsewhere;
    const spared = this.#spared;
    const renewed = await refreshTokenGrant(this.#client, tokens).catch(async (error: unknown) => {
      if (!(error instanceof PodioInvalidGrantError)) throw error;
      const newer = await this.#renewedElsewhere(tokens); // of two processes that refresh at once, one is refused
      if (newer) return newer;
      if (generation !== this.#generation) throw error;
      this.#refused = tokens.refreshToken;
      if (spared) return spared();
      throw error;
    });
    if (generation === this.#generation) await this.#keep(renewed);
    return renewed;
  }

  /** A newer pair that another process put into the session manager. */
  async #renewedElsewhere(tokens: Tokens): Promise<SessionTokens | undefined> {
    const generation = this.#generation;
    const stored = await this.#stored(this.#authType);
    const newer =
      stored !== undefined &&
      isSame(stored.authType, this.#authType) &&
      isSame(stored.ref, tokens.ref) && // two people who signed in with a code share an authType
      stored.accessToken !== tokens.accessToken &&
      stored.obtainedAt >= tokens.obtainedAt &&
      stored.expiresAt > this.#now();
    if (!newer) return undefined;
    if (generation === this.#generation) this.#tokens = stored;
    return stored;
  }

  /** In memory first: should the session manager fail, the tokens that Podio gave are not lost. */
  async #keep(tokens: Tokens): Promise<void> {
    const { clientId, apiUrl } = this.#client;
    const { accessToken, refreshToken, expiresAt, obtainedAt, ref, scope } = tokens;
    const authType = this.#authType;
    this.#tokens = { accessToken, refreshToken, expiresAt, obtainedAt, ref, scope, authType, clientId, apiUrl };
    this.#refused = undefined;
    this.#spared = undefined;
    await this.#manager.set(this.#tokens, authType);
  }
}

/** Nobody knows whether what is unknown is the same. */
function isSame(a: Named | undefined, b: Named | undefined): boolean {
  if (!a || !b) return false;
  return a.type === b.type && String(a.id ?? a.identifier) === String(b.id ?? b.identifier);
}
