import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
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
