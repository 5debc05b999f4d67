import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { printedSecrets } from '../server/secrets-testing.ts';

/** The command as a person or a supervisor starts it. */
function start(env: Record<string, string>, command: readonly string[] = ['node', 'dist/server/main.js']): Started {
  const [file = '', ...args] = command;
  const { PODIO_CLIENT_ID: _id, PODIO_CLIENT_SECRET: _secret, ...inherited } = process.env;
  const child = spawn(file, args, { env: { ...inherited, LOG_LEVEL: 'warn', ...env }, detached: true });
  return new Started(child);
}

class Started {
  output = '';
  readonly child: ChildProcess;
  private readonly exit: Promise<number | null>;

  constructor(child: ChildProcess) {
    this.child = child;
    this.exit = once(child, 'exit').then(([code]) => {
      expect(printedSecrets(this.output), 'LG1 secrets that were printed').toEqual([]);
      return code as number | null;
    });
    child.stdout?.on('data', (part) => {
      this.output += part;
    });
    child.stderr?.on('data', (part) => {
      this.output += part;
    });
  }

  exitCode = () => this.exit;

  async ready(port: string): Promise<void> {
    await expect.poll(() => status(`http://127.0.0.1:${port}/readyz`), { timeout: 20_000 }).toBe(200);
  }

  /** To the process itself, or to its whole group as a terminal does. */
  signal(name: 'SIGTERM' | 'SIGINT', group = false): void {
    process.kill(group ? -(this.child.pid ?? 0) : (this.child.pid ?? 0), name);
  }
}

function status(url: string): Promise<number> {
  return new Promise((resolve) => {
    request(url, { agent: false }, (response) => resolve(response.resume().statusCode ?? 0))
      .on('error', () => resolve(0))
      .end();
  });
}

async function ports(): Promise<{ PORT: string; SANDBOX_PORT: string }> {
  const servers = [createServer(), createServer()];
  const found = await Promise.all(servers.map(listening));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return { PORT: String(found[0]), SANDBOX_PORT: String(found[1]) };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

test('a wrong configuration ends with code 1, each problem on a line that names its variable', async () => {
  const started = start({ PORT: 'http', PODIO_CLIENT_ID: 'acme', COOKIE_SECRETS: 'canary' });
  expect(await started.exitCode()).toBe(1);
  const lines = started.output.trim().split('\n');
  expect(lines).toHaveLength(3);
  for (const variable of ['PORT', 'PODIO_CLIENT_SECRET', 'COOKIE_SECRETS']) expect(started.output).toContain(`podio-keyring: ${variable}`);
  expect(started.output).not.toContain('canary');
});

for (const variable of ['PORT', 'SANDBOX_PORT'] as const) {
  test(`a taken ${variable} ends with code 1 and one line that names it`, async () => {
    const taken = createServer();
    const port = String(await listening(taken));
    const started = start({ ...(await ports()), [variable]: port });
    expect(await started.exitCode()).toBe(1);
    expect(started.output.trim().split('\n')).toHaveLength(1);
    expect(started.output).toContain(`port ${port} is taken`);
    expect(started.output).toContain(variable);
    taken.close();
  });
}

test('it says where it is, and with what to sign in', async () => {
  const free = await ports();
  const started = start(free);
  await started.ready(free.PORT);
  await expect.poll(() => started.output).toContain(`http://localhost:${free.PORT}`);
  expect(started.output).toContain(`http://localhost:${free.SANDBOX_PORT}`);
  expect(started.output).toContain('ada@example.com');
  expect(started.output).toContain('sandbox-app-token-22119');
  started.signal('SIGTERM');
  expect(await started.exitCode()).toBe(0);
});

test('with an API key it says which domain to register', async () => {
  const free = await ports();
  const started = start({
    ...free,
    PODIO_CLIENT_ID: 'acme',
    PODIO_CLIENT_SECRET: 'canary-client-secret',
    COOKIE_SECRETS: 'canary-cookie-secret-0123456789abcdef',
    PUBLIC_URL: 'https://keyring.example.com',
  });
  await started.ready(free.PORT);
  await expect.poll(() => started.output).toContain('podio.com/settings/api');
  expect(started.output).toContain('keyring.example.com');
  expect(started.output).toContain('authorization_code, app');
  expect(started.output).not.toContain('canary');
  started.signal('SIGTERM');
  expect(await started.exitCode()).toBe(0);
});

test('an idle connection does not hold up the end, and signals that come twice do no harm', async () => {
  const free = await ports();
  const started = start(free);
  await started.ready(free.PORT);
  const idle = connect(Number(free.PORT), '127.0.0.1');
  await once(idle, 'connect');
  idle.write(`GET /healthz HTTP/1.1\r\nHost: localhost:${free.PORT}\r\n\r\n`);
  await once(idle, 'data');
  const before = Date.now();
  started.signal('SIGINT', true);
  started.signal('SIGINT', true);
  started.signal('SIGTERM');
  expect(await started.exitCode()).toBe(0);
  expect(Date.now() - before).toBeLessThan(5_000);
  idle.destroy();
});

test('a request in flight is finished before the end', async () => {
  const free = await ports();
  const started = start(free);
  await started.ready(free.PORT);
  // Assets takes three seconds for every answer.
  const body = JSON.stringify({ appId: 22192, appToken: 'sandbox-app-token-22192' });
  const answer = new Promise<number>((resolve, reject) => {
    request(
      `http://127.0.0.1:${free.PORT}/auth/app`,
      {
        method: 'POST',
        headers: { host: `localhost:${free.PORT}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => resolve(response.resume().statusCode ?? 0),
    )
      .on('error', reject)
      .end(body);
  });
  await expect
    .poll(async () => (await requestsOf(free.SANDBOX_PORT)).some((line) => line.includes('/oauth/token')), { timeout: 10_000 })
    .toBe(true);
  started.signal('SIGTERM');
  expect(await answer).toBe(201);
  expect(await started.exitCode()).toBe(0);
});

test('DS14 an error that nobody caught is logged, and the end is code 1, for a supervisor to start it anew', async () => {
  const free = await ports();
  // A mistake like any, made from outside: nothing in the product fails when it is told to.
  const mistake = 'process.once("SIGUSR2", () => void Promise.reject(new RangeError("nobody caught this")))';
  const started = start({ ...free, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(mistake)}` });
  await started.ready(free.PORT);
  started.child.kill('SIGUSR2');
  expect(await started.exitCode()).toBe(1);
  const fatal = started.output.split('\n').filter((line) => line.startsWith('{') && JSON.parse(line).level === 60);
  expect(fatal.map((line) => JSON.parse(line).err.message)).toEqual(['nobody caught this']);
});

test('npm start passes the signal on and leaves nothing behind', async () => {
  const free = await ports();
  const started = start(free, ['npm', 'start', '--silent']);
  await started.ready(free.PORT);
  started.signal('SIGTERM');
  await started.exitCode();
  await expect.poll(() => status(`http://127.0.0.1:${free.PORT}/healthz`)).toBe(0);
});

async function requestsOf(sandboxPort: string): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${sandboxPort}/_sandbox/requests`);
  const { requests } = (await answer.json()) as { requests: { url: string }[] };
  return requests.map(({ url }) => url);
}
