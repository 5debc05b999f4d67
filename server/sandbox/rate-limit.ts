import type { Ref } from '../podio/types.ts';
import { BoundedMap } from './bounded-map.ts';
import type { Clock } from './clock.ts';
import type { SandboxSettings } from './settings.ts';

/** What the rate headers of an answer say. */
export interface RateState {
  limit: number;
  remaining: number;
}

export type Admission = { admitted: true; rate: RateState } | { admitted: false; rate: RateState; retryAfterSeconds: number };

interface Window {
  startedAt: number;
  general: number;
  heavy: number;
}

const hourMs = 60 * 60 * 1000;
const general = 1000;
const heavy = 250;

/** Refs that begin with only a few calls left, to practise on: by `type-id`, the calls. */
export type PlantedCalls = Readonly<Record<string, number>>;

/**
 * Podio's limits: 1,000 calls an hour for one user (or app) through one API key, 250 of these for heavy operations.
 * Where Podio says nothing: a window is an hour from its first call; heavy calls have a pool of their own and count in the general one too.
 *
 * @see https://developers.podio.com/index/limits
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #windows = new BoundedMap<string, Window>(20_000);
  readonly #planted: PlantedCalls;

  constructor(clock: Clock, planted: PlantedCalls) {
    this.#clock = clock;
    this.#planted = planted;
  }

  /** What an answer says that is nobody's call. */
  static idle({ rateLimitPerHour }: SandboxSettings): RateState {
    return { limit: rateLimitPerHour || general, remaining: rateLimitPerHour };
  }

  /** Counts one call, or refuses it. */
  admit(ref: Ref, clientId: string, isHeavy: boolean, { rateLimitPerHour }: SandboxSettings): Admission {
    const window = this.#window(ref, clientId, rateLimitPerHour);
    const heavyLimit = Math.min(heavy, rateLimitPerHour);
    const left = Math.max(0, rateLimitPerHour - window.general);
    const remaining = isHeavy ? Math.min(left, Math.max(0, heavyLimit - window.heavy)) : left;
    const limit = isHeavy ? heavyLimit || heavy : rateLimitPerHour || general;
    if (remaining === 0) {
      const retryAfterSeconds = Math.ceil((window.startedAt + hourMs - this.#clock.now()) / 1000);
      return { admitted: false, rate: { limit, remaining: 0 }, retryAfterSeconds };
    }
    window.general += 1;
    if (isHeavy) window.heavy += 1;
    return { admitted: true, rate: { limit, remaining: remaining - 1 } };
  }

  #window(ref: Ref, clientId: string, rateLimitPerHour: number): Window {
    const key = `${clientId} ${ref.type}-${ref.id}`;
    const now = this.#clock.now();
    const known = this.#windows.get(key);
    if (known && now < known.startedAt + hourMs) return known;
    const planted = known ? undefined : this.#planted[`${ref.type}-${ref.id}`];
    const window = { startedAt: now, general: planted === undefined ? 0 : Math.max(0, rateLimitPerHour - planted), heavy: 0 };
    this.#windows.set(key, window);
    return window;
  }
}
