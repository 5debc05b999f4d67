import { createSessionSealer, type SessionSealer } from './sealed-session.ts';
import { type AuthType, type SessionManager, type SessionTokens, sessionKey } from './session-manager.ts';

/** What is needed of a client for Redis or Valkey; ioredis, iovalkey (`setex`) and node-redis (`setEx`) have it. */
export type RedisClient = {
  get(key: string): Promise<string | null>;
  del(key: string): Promise<unknown>;
} & (
  | { setex(key: string, seconds: number, value: string): Promise<unknown> }
  | { setEx(key: string, seconds: number, value: string): Promise<unknown> }
);

export interface RedisSessionManagerOptions {
  /** The first seals what is stored, all of them open it; at least 32 characters each. */
  secrets: readonly string[];
  /** What the keys begin with; `podio-session:` if absent. */
  prefix?: string;
}

/** Podio's refresh tokens live 28 days from the last token answer, and each of those is kept anew. */
const lifetimeSeconds = 28 * 24 * 3600;

/**
 * Keeps authentications in Redis or Valkey, for programs on several machines. They are sealed, so that who reads the store can do nothing with
 * them, and they expire with the refresh token. Connecting, and what happens without the store, is the client's: its errors come through.
 */
export class RedisSessionManager implements SessionManager {
  readonly #client: RedisClient;
  readonly #prefix: string;
  readonly #sealer: SessionSealer;

  /** @throws {TypeError} when a secret is missing or too short */
  constructor(client: RedisClient, { secrets, prefix = 'podio-session:' }: RedisSessionManagerOptions) {
    this.#client = client;
    this.#prefix = prefix;
    this.#sealer = createSessionSealer(secrets, 'session in redis');
  }

  async get(authType: AuthType): Promise<SessionTokens | undefined> {
    const sealed = await this.#client.get(this.#key(authType));
    return sealed === null ? undefined : this.#sealer.open(sealed, sessionKey(authType));
  }

  async set(tokens: SessionTokens | undefined, authType: AuthType): Promise<void> {
    const key = this.#key(authType);
    if (!tokens) return void (await this.#client.del(key));
    const sealed = this.#sealer.seal(tokens, sessionKey(authType));
    if ('setex' in this.#client) await this.#client.setex(key, lifetimeSeconds, sealed);
    else await this.#client.setEx(key, lifetimeSeconds, sealed);
  }

  #key(authType: AuthType): string {
    return this.#prefix + sessionKey(authType);
  }
}
