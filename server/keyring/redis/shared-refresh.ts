import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../../http/problems.ts';
import { PodioConnectionError, PodioInvalidGrantError, PodioSubjectChangedError } from '../../podio/errors.ts';
import type { Tokens } from '../../podio/oauth.ts';
import { REFRESH_TOKEN_SECONDS } from '../authentication.ts';
import type { OpenedHeld, Stored } from '../keyring.ts';
import type { StoreLog } from '../store.ts';
import type { Connection } from './connection.ts';
import { authenticationKey, leaseKey, listingsKey, refusalKey } from './keys.ts';
import { type StoredAuthentication, splitStored, storedForm } from './stored-form.ts';

export interface SharedRefreshOptions {
  connection: Connection;
  /** Asks Podio. */
  grant: (tokens: Tokens, opened: OpenedHeld) => Promise<Tokens>;
  /** Milliseconds after which another instance may refresh in place of one that no longer renews its lease: it was killed, or is paused. */
  leaseMs: number;
  /** Milliseconds for which one instance waits for another. */
  waitMs: number;
  /** Milliseconds for which a refusal counts on every instance. */
  refusalMs: number;
  log: StoreLog;
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface SharedRefresh {
  /**
   * Redeems a refresh token once over all instances that share the store: one takes a lease and asks Podio, the others wait and read what it
   * stored.
   *
   * @throws {ProblemError} `unknown_authentication` when a sign-out came first, `store_unavailable`
   * @throws {PodioError} what Podio said; a refusal is shared with the other instances
   */
  refresh(tokens: Tokens, opened: OpenedHeld): Promise<Tokens>;
  /**
   * Hears of tokens of this process that are newer than what was read. Where they had been stored before that, the store has lost them (a
   * replica took over that lacked the last second), and they are stored again.
   */
  restore(opened: OpenedHeld, tokens: Tokens): void;
  /** Resolves when nothing waits to be stored any more; what waits is tried once more. Never rejects. */
  settled(): Promise<void>;
}

type Current = StoredAuthentication & { readonly generation: string };

/** Milliseconds between two looks at what another instance is doing. */
const POLL_MS = 50;
/** Tokens that could not be stored are tried again so often, at such intervals (ms): for ten minutes. */
const SAVE_AGAIN_MS = 250;
const SAVE_ATTEMPTS = 2400;

/**
 * The lease only saves requests. What keeps tokens right is the generation that each write compares: an owner that was paused, and whose
 * lease another took meanwhile, wakes and writes nothing over the newer ones.
 *
 * @see https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/ on why a lease alone is not enough
 */
export function createSharedRefresh({ connection, grant, leaseMs, waitMs, refusalMs, log, now }: SharedRefreshOptions): SharedRefresh {
  const unsaved = new Set<Promise<void>>();
  /** When tokens of this process were stored (ms since 1970), and the access token that they took the place of. */
  const saved = new WeakMap<Tokens, { at: number; inPlaceOf: string }>();
  let closing = false;

  async function refresh(tokens: Tokens, opened: OpenedHeld): Promise<Tokens> {
    const at = placeOf(opened);
    const owner = randomBytes(16).toString('base64url');
    for (const startedAt = performance.now(); ; await sleep(POLL_MS)) {
      const [mine, value, refused] = await connection.run<[number, string, string]>(
        'leaseTake',
        [at.lease, at.authentication, at.refusal],
        [owner, leaseMs],
      );
      try {
        const current = at.open(value);
        if (!current) throw signedOut(opened.entry.id);
        if (current.generation !== at.generation && current.held.tokens.accessToken !== tokens.accessToken) return current.held.tokens;
        if (refused === current.generation) throw new PodioInvalidGrantError('Podio refused to renew these tokens a moment ago.');
        if (mine) return await redeem(at, owner, current, tokens, opened);
      } finally {
        if (mine) await connection.run('leaseRelease', [at.lease], [owner]).catch(endsByItself);
      }
      if (performance.now() - startedAt > waitMs)
        throw new PodioConnectionError('Another instance takes too long to refresh these tokens.', { timedOut: true });
    }
  }

  async function redeem(at: Place, owner: string, current: Current, tokens: Tokens, opened: OpenedHeld): Promise<Tokens> {
    const renewal = setInterval(() => connection.run('leaseRenew', [at.lease], [owner, leaseMs]).catch(endsByItself), leaseMs / 3);
    try {
      const result = await grant(tokens, opened);
      return await save(at, current, result).catch((error: Error) => saveLater(at, current, result, error));
    } catch (error) {
      if (!(error instanceof PodioInvalidGrantError || error instanceof PodioSubjectChangedError)) throw error;
      return await afterRefusal(at, current, error);
    } finally {
      clearInterval(renewal);
    }
  }

  /** Whose lease ran out may have been first: where a refresh token is taken once, that answer is the one that counts. */
  async function afterRefusal(at: Place, current: Current, refusal: Error): Promise<Tokens> {
    const found = at.open(await connection.get(at.authentication));
    if (found && found.held.tokens.accessToken !== current.held.tokens.accessToken) return found.held.tokens;
    await connection.run('refusalKeep', [at.refusal], [(found ?? current).generation, refusalMs]);
    throw refusal;
  }

  /** @returns the tokens that are in force: those given, or what others wrote meanwhile */
  async function save(at: Place, current: Current, tokens: Tokens): Promise<Tokens> {
    for (let from = current; ; ) {
      const sealed = at.form.seal({ entry: from.entry, held: { ...from.held, tokens } });
      const outcome = await connection.run<string>(
        'keyringRenew',
        [at.authentication, at.listings],
        [from.generation, sealed, REFRESH_TOKEN_SECONDS],
      );
      if (outcome !== 'changed') {
        saved.set(tokens, { at: now(), inPlaceOf: from.held.tokens.accessToken });
        return tokens;
      }
      const found = at.open(await connection.get(at.authentication));
      if (!found) return tokens; // signed out meanwhile, which stands: only the calls that were under way have these
      if (found.held.tokens.accessToken !== from.held.tokens.accessToken) return found.held.tokens;
      from = found; // only what is listed of it changed
    }
  }

  /** The old refresh token may be worth nothing any more, so these must not be lost: this process serves them until they are stored. */
  function saveLater(at: Place, current: Current, tokens: Tokens, reason: Error): Tokens {
    log.warn({ err: reason }, 'refreshed tokens wait to be stored');
    const saving = (async () => {
      for (let attempt = 0; attempt < SAVE_ATTEMPTS; attempt++) {
        const last = closing;
        const done = await save(at, current, tokens).catch(() => undefined); // the store is still away, as was logged
        if (done) return;
        if (last) break;
        await sleep(SAVE_AGAIN_MS);
      }
      log.error({}, 'refreshed tokens could not be stored; their authentication may have to be signed in again');
    })();
    unsaved.add(saving);
    void saving.finally(() => unsaved.delete(saving));
    return tokens;
  }

  function restore(opened: OpenedHeld, tokens: Tokens): void {
    const last = saved.get(tokens);
    if (!last || opened.openedAt <= last.at || opened.held.tokens.accessToken !== last.inPlaceOf) return;
    saved.set(tokens, { ...last, at: now() }); // tried once for all calls that see it
    log.warn({}, 'the store has lost refreshed tokens, which are stored again');
    const { entry, held, stored } = opened;
    const current = { entry, held, generation: (stored as Stored).generation };
    void save(placeOf(opened), current, tokens).catch((error: Error) => saveLater(placeOf(opened), current, tokens, error));
  }

  return {
    refresh,
    restore,
    async settled() {
      closing = true;
      await Promise.all(unsaved);
    },
  };
}

/** Where one authentication lies, and the generation in which it was read. */
type Place = ReturnType<typeof placeOf>;

function placeOf({ keyringId, entry: { id }, stored }: OpenedHeld) {
  const { sealer, generation } = stored as Stored;
  const form = storedForm(sealer, keyringId);
  return {
    authentication: authenticationKey(keyringId, id),
    listings: listingsKey(keyringId),
    lease: leaseKey(keyringId, id),
    refusal: refusalKey(keyringId, id),
    generation,
    form,
    open(value: string | null): Current | undefined {
      const [found, sealed] = splitStored(value) ?? [];
      const opened = sealed === undefined ? undefined : form.open(sealed, id);
      return opened && found !== undefined ? { ...opened, generation: found } : undefined;
    },
  };
}

function signedOut(id: string): ProblemError {
  return new ProblemError('unknown_authentication', `This browser holds no authentication ${id} any more.`);
}

/** A lease that cannot be renewed or given back ends by itself. */
function endsByItself(): void {}
