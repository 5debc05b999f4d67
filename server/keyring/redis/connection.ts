import { Redis } from 'ioredis';
import type { StoreLog } from '../store.ts';
import { afterReading } from './after-reading.ts';
import { type ScriptName, scripts } from './scripts.ts';
import { hostOf, plain, refusal, storeUnavailable, wasLost } from './store-problems.ts';

/** What a script answers: texts and numbers, nothing else. */
type ScriptAnswer = string | number | (string | number)[];

export interface ConnectionOptions {
  /** `redis://`, `rediss://`, or the path of a Unix socket. */
  url: string;
  /** Milliseconds for one command, and for a connection that is being made anew. */
  commandMs: number;
  log: StoreLog;
}

/**
 * A connection to Redis or Valkey in which nothing waits long and nothing piles up: a command has a bound, there is no queue beyond it, and
 * a connection on which nothing comes back is replaced. A failure says `store_unavailable`, and never what was asked or with which password.
 */
export class Connection {
  private readonly redis: Redis;
  private readonly options: ConnectionOptions;
  private lastError: Error | undefined;
  private state: 'opening' | 'ready' | 'lost' | 'closing' = 'opening';
  private becomingReady: Promise<void> | undefined;
  /** When something last came of a command. */
  private heardAt = 0;

  private constructor(options: ConnectionOptions) {
    this.options = options;
    const { url, commandMs, log } = options;
    this.redis = new Redis(url, {
      lazyConnect: true,
      enableOfflineQueue: false,
      connectTimeout: commandMs,
      socketTimeout: 2 * commandMs, // for what comes before the first command
      maxRetriesPerRequest: 0, // what was given up must not be sent when the connection is back: it is asked again below, or not at all
      retryStrategy: (attempt) => Math.min(attempt * 50, 250),
      reconnectOnError: (error) => /^READONLY /.test(error.message), // after a failover this connection leads to a replica
      scripts,
    });
    this.redis.on('error', (error: Error) => {
      this.lastError = error;
    });
    // Once each way, however often a connection is tried in between.
    this.redis.on('ready', () => {
      if (this.state === 'lost') log.warn({}, 'the store answers again');
      this.state = 'ready';
      this.lastError = undefined;
    });
    this.redis.on('close', () => {
      if (this.state !== 'ready') return;
      log.warn({ err: plain(this.lastError) }, 'the connection to the store was lost');
      this.state = 'lost';
    });
  }

  /**
   * Connects. A store that cannot be reached yet is waited for, call by call; one that will never let us in is told at once.
   *
   * @throws {StoreRefusedError} when it refuses the password, or its certificate cannot be trusted
   */
  static async open(options: ConnectionOptions): Promise<Connection> {
    const connection = new Connection(options);
    try {
      await connection.redis.connect();
    } catch (error) {
      const cause = connection.lastError ?? (error as Error);
      const refused = refusal(options.url, cause);
      if (refused) {
        connection.close();
        throw refused;
      }
      options.log.warn({ err: plain(cause) }, `the store at ${hostOf(options.url)} cannot be reached yet`);
      connection.state = 'lost';
    }
    return connection;
  }

  /** Calls back after each time that the connection was made. */
  onReady(callback: () => void): void {
    this.redis.on('ready', callback);
  }

  /** @throws {ProblemError} `store_unavailable` */
  get = (key: string): Promise<string | null> => this.ask((redis) => redis.get(key));
  hget = (key: string, field: string): Promise<string | null> => this.ask((redis) => redis.hget(key, field));
  hgetall = (key: string): Promise<Record<string, string>> => this.ask((redis) => redis.hgetall(key));
  ping = (): Promise<unknown> => this.ask((redis) => redis.ping());
  info = (section: string): Promise<string> => this.ask((redis) => redis.info(section));

  /** Runs one of our {@link scripts}: all of it, or nothing. */
  run<Answer extends ScriptAnswer>(name: ScriptName, keys: readonly string[], input: readonly (string | number)[]): Promise<Answer> {
    type Run = (keyCount: number, ...input: (string | number)[]) => Promise<Answer>;
    return this.ask((redis) =>
      (redis as unknown as Readonly<Record<string, Run>> & Record<ScriptName, Run>)[name](keys.length, ...keys, ...input),
    );
  }

  close(): void {
    this.state = 'closing';
    this.redis.disconnect();
  }

  /** Asks once more, over a new connection, where the old one was lost on the way: every command of ours may run twice. */
  private async ask<T>(command: (redis: Redis) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        if (this.redis.status !== 'ready') await this.ready();
        return await this.inTime(command(this.redis));
      } catch (error) {
        if (attempt === 2 || !wasLost(error as Error)) throw storeUnavailable(error as Error);
      }
    }
  }

  /**
   * Gives up after a while. Half of it without a word on this connection, and it counts as dead: it is replaced, and asked over the new one.
   */
  private inTime<T>(answer: Promise<T>): Promise<T> {
    const { commandMs } = this.options;
    const startedAt = performance.now();
    return new Promise((resolve, reject) => {
      const replace = () => {
        if (this.heardAt < startedAt && this.redis.status === 'ready') this.redis.disconnect(true);
      };
      const timers = [
        afterReading(commandMs / 2, replace),
        afterReading(commandMs, () => reject(new Error('the store did not answer in time'))),
      ];
      const settled = () => {
        this.heardAt = performance.now();
        for (const stop of timers) stop();
      };
      answer.then(resolve, reject).finally(settled);
    });
  }

  /** A connection that was just lost is back in a moment. One wait for all; who comes later in it waits less. */
  private ready(): Promise<void> {
    this.becomingReady ??= new Promise<void>((resolve, reject) => {
      const settle = (settled: () => void) => () => {
        clearTimeout(timer);
        this.redis.off('ready', onReady);
        this.becomingReady = undefined;
        settled();
      };
      const onReady = settle(resolve);
      const timer = setTimeout(
        settle(() => reject(this.lastError ?? new Error('not connected'))),
        this.options.commandMs,
      );
      this.redis.once('ready', onReady);
    });
    return this.becomingReady;
  }
}
