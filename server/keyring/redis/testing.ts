import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';

/** A real Redis of its own, on a Unix socket in a folder that goes with it, for tests. */
export class TestRedis {
  /** What `REDIS_URL` takes. */
  readonly url: string;
  /** To look at, and to change, what lies there. */
  readonly client: Redis;
  private readonly folder: string;
  private readonly settings: readonly string[];
  private server: ChildProcess | undefined;

  private constructor(folder: string, settings: readonly string[]) {
    this.folder = folder;
    this.settings = settings;
    this.url = join(folder, 'redis.sock');
    this.client = new Redis(this.url, { lazyConnect: true, retryStrategy: () => 20 });
    this.client.on('error', () => undefined); // a test stops the server on purpose
  }

  /** @param settings lines of its configuration */
  static async start(...settings: string[]): Promise<TestRedis> {
    const redis = new TestRedis(await mkdtemp(join(tmpdir(), 'redis-')), settings);
    await redis.run();
    return redis;
  }

  /** Starts it, again after {@link end}. */
  async run(): Promise<void> {
    const server = spawn('redis-server', ['-'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.server = server;
    const started = new Promise<void>((resolve, reject) => {
      server.once('error', () => reject(new Error('The tests of the store need redis-server: install it (apt-get install redis-server).')));
      server.once('exit', () => reject(new Error('redis-server did not start.')));
      createInterface({ input: server.stdout }).on('line', (line) => {
        if (/Ready to accept connections/i.test(line)) resolve();
      });
    });
    const lines = ['port 0', `unixsocket ${this.url}`, 'save ""', 'appendonly no', `dir ${this.folder}`, ...this.settings];
    server.stdin.on('error', () => undefined); // said by its exit
    server.stdin.end(`${lines.join('\n')}\n`);
    await started;
  }

  /** Ends the server, as a crash does, or orderly, writing what it holds where it is set up to. */
  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
    const { server } = this;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    server.kill('SIGCONT'); // where it is paused
    await ended;
  }

  /** Accepts connections and answers nothing, until {@link resume}. */
  pause(): void {
    this.server?.kill('SIGSTOP');
  }

  resume(): void {
    this.server?.kill('SIGCONT');
  }

  async close(): Promise<void> {
    this.client.disconnect();
    await this.end('SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** What a {@link TestRelay} does with what passes through it. */
export type RelayMode =
  /** Passes it on. */
  | 'pass'
  /** Closes connections, and takes none. */
  | 'refuse'
  /** Takes connections and keeps to itself what comes. */
  | 'hold'
  /** Passes garbage back in place of answers. */
  | 'garble';

/** Stands between a token handler and its store, on a Unix socket of its own, and does to it what networks do. */
export class TestRelay {
  /** What `REDIS_URL` takes. */
  readonly url: string;
  mode: RelayMode = 'pass';
  /** Milliseconds that each answer takes longer. */
  delayMs = 0;
  /** So many answers are lost: the store did what it was told, and the connection ends. */
  losing = 0;
  /** Parts that it kept to itself. */
  held = 0;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor(target: string) {
    this.url = `${target}.relay`;
    this.server = createServer((client) => {
      if (this.mode === 'refuse') {
        client.destroy();
        return;
      }
      const store = connect(target);
      for (const [from, to] of [
        [client, store],
        [store, client],
      ] as const) {
        this.sockets.add(from);
        from.on('error', () => undefined); // a test cuts it on purpose
        from.on('close', () => {
          this.sockets.delete(from);
          to.destroy();
        });
      }
      let dead = false; // a connection that kept something to itself stays dead, also when new ones pass
      client.on('data', (part) => {
        dead ||= this.mode === 'hold';
        if (dead) this.held++;
        else store.write(part);
      });
      store.on('data', (part) => {
        if (this.losing > 0) {
          this.losing--;
          client.destroy();
          return;
        }
        const answer = this.mode === 'garble' ? Buffer.from('!garbage\r\n') : part;
        if (this.delayMs === 0) client.write(answer);
        else setTimeout(() => client.write(answer), this.delayMs);
      });
    });
  }

  static async start(target: string): Promise<TestRelay> {
    const relay = new TestRelay(target);
    await new Promise<void>((resolve) => relay.server.listen(relay.url, resolve));
    return relay;
  }

  /** From now on closes the connections there are, and takes no new ones. */
  refuse(): void {
    this.mode = 'refuse';
    this.cut();
  }

  /** Ends the connections there are. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
