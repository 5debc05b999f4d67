import { PodioInvalidGrantError, PodioSubjectChangedError } from './errors.ts';
import type { Tokens } from './oauth.ts';

/** @typeParam Context what the grant needs to know beside the tokens, from whoever asks */
export interface Refresher<Context = void> {
  /**
   * The newest pair that followed these tokens, or undefined when none is remembered. Makes no request: it is asked on every call. The pair may
   * itself be about to expire.
   */
  newer(tokens: Tokens): Tokens | undefined;
  /**
   * Redeems a refresh token once, however many callers ask at the same time, and remembers the result for callers that come late with
   * the old pair. No caller can cancel it for the others.
   *
   * @throws {PodioInvalidGrantError} when Podio no longer renews these tokens. Remembered for a while, so that many calls ask once
   * @throws {PodioError} any other failure, which is shared by those who wait for it, and then forgotten
   */
  refresh(tokens: Tokens, context: Context): Promise<Tokens>;
  /** Resolves when no refresh is under way. Never rejects. */
  settled(): Promise<void>;
}

export interface RefresherOptions<Context = void> {
  /** Asks Podio. Rejects with a {@link PodioError}. */
  grant: (tokens: Tokens, context: Context) => Promise<Tokens>;
  /** Milliseconds for which old → new is remembered. */
  graceMs?: number;
  /** Milliseconds for which a refusal is remembered. */
  refusalMs?: number;
  /** So many results and so many refusals; the oldest is forgotten first. */
  maxRemembered?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** What one redeeming of a refresh token led to. */
interface Rotation {
  /** The access token of the pair that was redeemed. */
  from: string;
  result: Tokens;
}

/** One refresh per refresh token in this process: shared while it runs, then remembered. */
export function createRefresher<Context = void>({
  grant,
  graceMs = 60_000,
  refusalMs = 30_000,
  maxRemembered = 10_000,
  now = Date.now,
}: RefresherOptions<Context>): Refresher<Context> {
  const inFlight = new Map<string, Promise<Tokens>>();
  const rotations = new ExpiringMap<Rotation>(graceMs, maxRemembered, now);
  const refusals = new ExpiringMap<Error>(refusalMs, maxRemembered, now);

  function newer(tokens: Tokens): Tokens | undefined {
    let newest = tokens;
    for (let step = 0; step < longestChain; step++) {
      const rotation = rotations.get(newest.refreshToken);
      if (!rotation || !follows(rotation, newest)) break;
      newest = rotation.result;
    }
    return newest === tokens ? undefined : newest;
  }

  async function redeem(tokens: Tokens, context: Context): Promise<Tokens> {
    try {
      const result = await grant(tokens, context);
      rotations.set(tokens.refreshToken, { from: tokens.accessToken, result });
      return result;
    } catch (error) {
      if (error instanceof PodioInvalidGrantError || error instanceof PodioSubjectChangedError) refusals.set(tokens.refreshToken, error);
      throw error;
    }
  }

  return {
    newer,
    async refresh(tokens, context) {
      const newest = newer(tokens);
      if (newest && newest.expiresAt > now()) return newest;
      const latest = newest ?? tokens;
      const running = inFlight.get(latest.refreshToken);
      if (running) return running;
      const refusal = refusals.get(latest.refreshToken);
      if (refusal) throw refusal;
      const refresh = redeem(latest, context).finally(() => inFlight.delete(latest.refreshToken));
      inFlight.set(latest.refreshToken, refresh);
      return refresh;
    },
    async settled() {
      while (inFlight.size > 0) await Promise.allSettled(inFlight.values());
    },
  };
}

/**
 * Whether tokens are so near their end that they are refreshed before use: `earlySeconds` before it, or a tenth of their lifetime where
 * that is shorter, since a token that lives 30 seconds would else be refreshed on each call.
 *
 * @param now ms since 1970
 */
export function needsRefresh(tokens: Tokens, now: number, earlySeconds = 60): boolean {
  const lifetimeMs = tokens.expiresAt - tokens.obtainedAt;
  return tokens.expiresAt - now <= Math.max(0, Math.min(earlySeconds * 1000, lifetimeMs / 10));
}

/** More refreshes than can follow each other in a grace time, and an end where answers go in a circle. */
const longestChain = 64;

/**
 * Whether a caller that holds `tokens` should take the result. Where Podio keeps the refresh token, old and new pair share it: only the
 * access token tells them apart, and a pair obtained elsewhere since then is not to be replaced by the older one remembered here.
 */
function follows({ from, result }: Rotation, tokens: Tokens): boolean {
  if (tokens.accessToken === result.accessToken) return false;
  return result.refreshToken !== tokens.refreshToken || tokens.accessToken === from || result.obtainedAt >= tokens.obtainedAt;
}

/** Values that are forgotten after a time, without a timer: looked at when asked for, and the oldest when one is added. */
class ExpiringMap<V> {
  readonly #entries = new Map<string, { value: V; until: number }>();
  readonly #lifetimeMs: number;
  readonly #limit: number;
  readonly #now: () => number;

  constructor(lifetimeMs: number, limit: number, now: () => number) {
    this.#lifetimeMs = lifetimeMs;
    this.#limit = limit;
    this.#now = now;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.until > this.#now() ? entry.value : undefined;
  }

  set(key: string, value: V): void {
    this.#entries.delete(key); // to the end: entries stand in the order of their ends
    this.#entries.set(key, { value, until: this.#now() + this.#lifetimeMs });
    for (const [oldest, { until }] of this.#entries) {
      if (this.#entries.size <= this.#limit && until > this.#now()) break;
      this.#entries.delete(oldest);
    }
  }
}
