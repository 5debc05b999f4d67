import { type ClientRequest, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { type Sandbox, startSandbox } from './sandbox/sandbox.ts';
import { printedSecrets } from './secrets-testing.ts';
import { defaultLimits, type Limits, type Settings } from './settings.ts';

/** The real app and the real sandbox, each on a port of its own, for tests. */
export interface TestServer {
  url: string;
  settings: Settings;
  app: FastifyInstance;
  sandbox: Sandbox;
  /** Everything that was logged so far. */
  log: () => string;
  /** A browser-like client with a cookie jar of its own. */
  browser: () => TestBrowser;
  /** One of the sandbox's controls, as `/expire`. */
  control: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** Successful and refused token requests, as the sandbox counted them. */
  tokenRequests: () => Promise<Record<'authorization_code' | 'app' | 'password' | 'refresh_token' | 'errors', number>>;
  close: () => Promise<void>;
}

export interface TestServerOptions {
  settings?: Partial<Settings>;
  limits?: Partial<Limits>;
  webRoot?: string;
  /** One that runs already, and stays; absent: one of its own. */
  sandbox?: Sandbox;
  now?: () => number;
}

/** Starts both. Close it after the test. */
export async function startTestServer({
  settings: overrides = {},
  limits = {},
  webRoot = '',
  sandbox: shared,
  now,
}: TestServerOptions = {}): Promise<TestServer> {
  const sandbox = shared ?? (await startSandbox());
  const port = await freePort();
  const settings: Settings = {
    mode: 'sandbox',
    clientId: 'sandbox',
    clientSecret: 'sandbox-secret',
    apiUrl: sandbox.url,
    authorizeUrl: `${sandbox.url}/oauth/authorize`,
    pkce: false,
    loginMethods: ['authorization_code', 'app', 'password'],
    defaultScope: 'global:all',
    publicUrl: `http://localhost:${port}`,
    host: '127.0.0.1',
    port,
    cookieSecrets: ['test-cookie-secret-0123456789abcdef0123'],
    capacity: 60,
    allowedRefs: undefined,
    sandboxPort: sandbox.port,
    trustProxy: false,
    metrics: false,
    logLevel: 'debug',
    limits: { ...defaultLimits, ...limits },
    ...overrides,
  };
  const lines: string[] = [];
  /** Everything secret that came or went: none of it may be in the log when the server closes. */
  const secrets = new Set<string>([settings.clientSecret, ...settings.cookieSecrets]);
  const learn = async () => {
    const { accessTokens, refreshTokens, codes } = JSON.parse((await send(`${sandbox.url}/_sandbox/issued`, 'GET')).text) as Issued;
    for (const secret of [...accessTokens, ...refreshTokens, ...codes]) secrets.add(secret);
  };
  const logTo = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = await buildApp(settings, {
    webRoot,
    logTo,
    sandbox: { url: sandbox.url, ...sandbox.publishedCredentials },
    ...(now && { now }),
  });
  await app.listen({ host: settings.host, port });
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    if (method === 'DELETE') await learn(); // it forgets what it gave out
    const answer = await send(`${sandbox.url}/_sandbox${path}`, method, body);
    if (answer.status >= 300) throw new Error(`the sandbox answered ${answer.status} to ${method} /_sandbox${path}: ${answer.text}`);
    return answer.text ? answer.json() : undefined;
  };
  return {
    url: settings.publicUrl,
    settings,
    app,
    sandbox,
    log: () => lines.join(''),
    browser: () => Object.assign(new TestBrowser(settings.publicUrl, port), { secrets }),
    control,
    tokenRequests: async () => {
      const { counts } = (await control('GET', '')) as { counts: { token: Record<string, number>; tokenErrors: number } };
      return { ...counts.token, errors: counts.tokenErrors } as Awaited<ReturnType<TestServer['tokenRequests']>>;
    },
    close: async () => {
      await app.close();
      await learn();
      if (!shared) await sandbox.close();
      const printed = printedSecrets(lines.join(''), secrets);
      if (printed.length > 0) throw new Error(`LG1 the log holds secrets:\n${[...new Set(printed)].join('\n')}`);
    },
  };
}

type Issued = Record<'accessTokens' | 'refreshTokens' | 'codes', string[]>;

export interface TestAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  setCookies: string[];
  text: string;
  json: <T = Record<string, unknown>>() => T;
}

interface StoredCookie {
  name: string;
  path: string;
  value: string;
}

/** Sends what a browser's page would send, and keeps cookies by name and path as a browser does. */
export class TestBrowser {
  readonly cookies: StoredCookie[] = [];
  /** What it was given and what it sent that nobody may print. */
  secrets = new Set<string>();
  private readonly origin: string;
  private readonly ports: readonly number[];
  private sent = 0;

  /** @param ports of the instances that serve the origin: each request goes to the next one */
  constructor(origin: string, ...ports: readonly number[]) {
    this.origin = origin;
    this.ports = ports;
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer> {
    const cookie = headers.cookie ?? this.cookieHeader(path);
    const port = this.ports[this.sent++ % this.ports.length];
    const answer = await send(`http://127.0.0.1:${port}${path}`, method, body, {
      host: new URL(this.origin).host,
      origin: this.origin,
      'sec-fetch-site': 'same-origin',
      'sec-fetch-mode': 'cors',
      'sec-fetch-dest': 'empty',
      ...(cookie && { cookie }),
      ...headers,
    });
    for (const line of answer.setCookies) this.store(line);
    if (path.startsWith('/auth/') && typeof body === 'object') this.remember(body as Record<string, unknown>);
    return answer;
  }

  get = (path: string, headers?: Record<string, string>) => this.send('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers?: Record<string, string>) => this.send('POST', path, body, headers);
  delete = (path: string) => this.send('DELETE', path);

  signInAsApp = (appId: number) => this.post('/auth/app', { appId, appToken: `sandbox-app-token-${appId}` });
  signInAsAda = () => this.post('/auth/password', { username: 'ada@example.com', password: 'sandbox' });

  /** The cookies that come along with a path (RFC 6265 §5.1.4), longest path first. */
  cookieHeader(path: string): string {
    const target = path.split('?', 1)[0] ?? '/';
    return this.cookies
      .filter((cookie) => target === cookie.path || target.startsWith(cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`))
      .sort((a, b) => b.path.length - a.path.length)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  /** Another browser that holds the same cookies, as they are now. */
  copy(): TestBrowser {
    const copy = new TestBrowser(this.origin, ...this.ports);
    copy.sent = this.sent;
    copy.secrets = this.secrets;
    copy.cookies.push(...this.cookies.map((cookie) => ({ ...cookie })));
    return copy;
  }

  private remember({ appToken, password, code, state }: Record<string, unknown>): void {
    for (const secret of [appToken, password, code, state]) if (typeof secret === 'string') this.secrets.add(secret);
  }

  store(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const at = pair.indexOf('=');
    const attribute = (name: string) => attributes.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1);
    const cookie = { name: pair.slice(0, at), path: attribute('Path') ?? '/', value: pair.slice(at + 1) };
    const index = this.cookies.findIndex(({ name, path }) => name === cookie.name && path === cookie.path);
    if (index !== -1) this.cookies.splice(index, 1);
    if (attribute('Max-Age') === '0') return;
    this.cookies.push(cookie);
    this.secrets.add(cookie.value);
  }
}

/** One request over node:http, which sends exactly the headers it is given. */
export function send(url: string, method: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer> {
  const payload = body === undefined ? undefined : typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const [, host = '', port = '', path = '/'] = /^http:\/\/([^:/]+):(\d+)(.*)$/.exec(url) ?? [];
  return new Promise((resolve, reject) => {
    const request: ClientRequest = httpRequest(
      {
        host,
        port,
        path: path || '/', // as it is: a parsed URL would resolve dot segments
        method,
        agent: false,
        headers: {
          ...(payload !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }),
          ...headers,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            setCookies: response.headers['set-cookie'] ?? [],
            text,
            json: <T>() => JSON.parse(text) as T,
          });
        });
      },
    );
    request.on('error', reject);
    request.end(payload);
  });
}

/** A port of the loopback address that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
