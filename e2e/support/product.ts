import { freePorts } from './ports.ts';
import { ServerProcess } from './server-process.ts';

/** A request as the sandbox logs it. */
export interface LoggedRequest {
  method: string;
  /** Path and query. */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  status: number;
}

/** All that the sandbox ever gave out. */
export interface Issued {
  accessTokens: string[];
  refreshTokens: string[];
  codes: string[];
  appTokens: string[];
}

export interface Counts {
  /** Token answers by grant type. */
  token: { authorization_code: number; app: number; password: number; refresh_token: number };
  tokenErrors: number;
  api: number;
}

/** The product as it is shipped: the built token handler, and the sandbox in Podio's place. */
export class Product {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly #server: ServerProcess;
  readonly #sandbox: ServerProcess | undefined;

  private constructor(ports: { server: number; sandbox: number }, server: ServerProcess, sandbox?: ServerProcess) {
    this.url = `http://localhost:${ports.server}`;
    this.sandboxUrl = `http://127.0.0.1:${ports.sandbox}`;
    this.#server = server;
    this.#sandbox = sandbox;
  }

  /** As `npm start` without any setting: the sandbox is part of it. */
  static async inSandboxMode(): Promise<Product> {
    const [server = 0, sandbox = 0] = await freePorts(2);
    const environment = { PORT: String(server), SANDBOX_PORT: String(sandbox), LOG_LEVEL: 'debug' };
    const readyUrl = `http://127.0.0.1:${server}/healthz`;
    return new Product({ server, sandbox }, new ServerProcess({ script: 'main.js', environment, readyUrl }));
  }

  /** As an operator runs it: Podio is elsewhere and stays when the token handler goes, and keyrings outlive a restart. */
  static async withPodioElsewhere(): Promise<Product> {
    const [server = 0, sandbox = 0] = await freePorts(2);
    const podio = `http://127.0.0.1:${sandbox}`;
    const environment = {
      PORT: String(server),
      LOG_LEVEL: 'debug',
      PODIO_API_URL: podio,
      PODIO_AUTHORIZE_URL: `${podio}/oauth/authorize`,
      PODIO_CLIENT_ID: 'sandbox',
      PODIO_CLIENT_SECRET: 'sandbox-secret',
      COOKIE_SECRETS: 'a secret that the browser tests use and nobody else',
    };
    return new Product(
      { server, sandbox },
      new ServerProcess({ script: 'main.js', environment, readyUrl: `http://127.0.0.1:${server}/healthz` }),
      new ServerProcess({ script: 'sandbox.js', environment: { SANDBOX_PORT: String(sandbox) }, readyUrl: `${podio}/_sandbox` }),
    );
  }

  /** Starts what does not run. */
  async start(): Promise<void> {
    for (const each of [this.#sandbox, this.#server]) if (each && !each.running) await each.start();
  }

  /** Stops the token handler, and with it a sandbox that is part of it. @throws Error unless it exits with code 0 */
  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Stops everything. */
  async end(): Promise<void> {
    await this.#server.stop();
    await this.#sandbox?.stop();
  }

  get running(): boolean {
    return this.#server.running;
  }

  /** What the token handler has written, since its first start. */
  log(): string {
    return this.#server.output;
  }

  /** The sandbox's controls; `path` is what follows `/_sandbox`. @throws Error unless it answers 2xx */
  async control<T = unknown>(method: string, path = '', body?: unknown): Promise<T> {
    const answer = await fetch(`${this.sandboxUrl}/_sandbox${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} /_sandbox${path} answers ${answer.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** What Podio got, oldest first: those whose method and path (with query) match. */
  async podioRequests(method: string, path: RegExp | string): Promise<LoggedRequest[]> {
    const { requests } = await this.control<{ requests: LoggedRequest[] }>('GET', '/requests');
    const matches = (url: string) => (typeof path === 'string' ? url.split('?')[0] === path : path.test(url));
    return requests.filter((request) => request.method === method && matches(request.url));
  }

  async counts(): Promise<Counts> {
    return (await this.control<{ counts: Counts }>('GET')).counts;
  }
}
