import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import type { Method } from './contract.ts';
import { Environment } from './environment.ts';
import { MAX_COOKIE_CAPACITY, MAX_STORE_CAPACITY } from './keyring/capacity.ts';
import { defaultLimits, type Limits } from './limits.ts';

export { defaultLimits, type Limits } from './limits.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the token handler needs to know to start; made by {@link readSettings}, or by a test. */
export interface Settings {
  mode: 'sandbox' | 'podio';
  clientId: string;
  clientSecret: string;
  /** Origin of Podio's API, without a slash at its end. */
  apiUrl: string;
  authorizeUrl: string;
  /** PKCE with S256 (RFC 7636); Podio does not document it. */
  pkce: boolean;
  loginMethods: readonly Method[];
  defaultScope: string;
  /** The origin that people visit, without a slash at its end. */
  publicUrl: string;
  host: string;
  port: number;
  /** The first seals, all of them open. */
  cookieSecrets: readonly string[];
  /** Redis or Valkey, where keyrings are kept there in place of cookies: an address, or the path of a Unix socket. */
  redisUrl?: string | undefined;
  /** Authentications that one keyring holds. */
  capacity: number;
  /** Ids that may sign in; undefined: anyone. */
  allowedRefs: ReadonlySet<string> | undefined;
  sandboxPort: number;
  trustProxy: false | string[] | number;
  /** Whether `GET /metrics` answers. */
  metrics: boolean;
  logLevel: LogLevel;
  limits: Limits;
  /** What the addresses of the token handler begin with, where it is embedded; absent: the root. */
  basePath?: string;
  /** The page that Podio redirects to; absent: `/callback`. */
  callbackPath?: string;
  /** Where a sign-in without `returnTo` leads; absent: to the page of the authentication. */
  homePath?: string;
}

/** Everything that is wrong with a configuration, one sentence a problem, each naming its variable and what to do. */
export class SettingsError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

const methods: readonly Method[] = ['authorization_code', 'app', 'password'];
const secretMinimum = 32;

/**
 * Reads the environment. Nothing has a default that is unsafe outside of a laptop.
 *
 * @throws {SettingsError} naming every problem at once; values of secrets are never in its text.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const environment = new Environment(env);
  const { wrong } = environment;

  const port = environment.integer('PORT', 3000, 1, 65_535);
  const sandboxPort = environment.integer('SANDBOX_PORT', 3001, 1, 65_535);
  const publicUrl = environment.url('PUBLIC_URL', `http://localhost:${port}`, originProblem);
  const clientId = environment.text('PODIO_CLIENT_ID');
  const clientSecret = environment.text('PODIO_CLIENT_SECRET');
  const mode = clientId === undefined && clientSecret === undefined ? 'sandbox' : 'podio';
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;

  if (mode === 'podio' && clientSecret === undefined)
    wrong('PODIO_CLIENT_SECRET is missing while PODIO_CLIENT_ID is set: set both (podio.com/settings/api), or neither for the sandbox.');
  if (mode === 'podio' && clientId === undefined)
    wrong('PODIO_CLIENT_ID is missing while PODIO_CLIENT_SECRET is set: set both (podio.com/settings/api), or neither for the sandbox.');
  if (mode === 'sandbox' && URL.canParse(publicUrl) && !isLoopback(new URL(publicUrl).hostname))
    wrong(
      `PUBLIC_URL is "${publicUrl}", but without PODIO_CLIENT_ID and PODIO_CLIENT_SECRET this is the sandbox, which anyone can sign in to: set both, or use a loopback PUBLIC_URL.`,
    );
  if (mode === 'sandbox' && sandboxPort === port) wrong(`SANDBOX_PORT and PORT are both ${port}: give them different ports.`);

  const cookieSecrets = environment.list('COOKIE_SECRETS');
  cookieSecrets?.forEach((secret, index) => {
    if (secret.length < secretMinimum)
      wrong(
        `COOKIE_SECRETS: secret ${index + 1} has ${secret.length} characters; give at least ${secretMinimum}, for example from \`openssl rand -hex 32\`.`,
      );
  });
  if (mode === 'podio' && cookieSecrets === undefined)
    wrong('COOKIE_SECRETS is missing: give a secret of at least 32 characters, for example from `openssl rand -hex 32`.');

  const loginMethods = environment.list('LOGIN_METHODS') ?? (mode === 'sandbox' ? methods : ['authorization_code', 'app']);
  for (const method of loginMethods)
    if (!(methods as readonly string[]).includes(method)) wrong(`LOGIN_METHODS names "${method}": give some of ${methods.join(', ')}.`);

  const allowedRefs = environment.list('ALLOWED_REFS');
  for (const id of allowedRefs ?? [])
    if (!/^(user|app)-[1-9]\d{0,15}$/.test(id)) wrong(`ALLOWED_REFS names "${id}": give ids such as user-1 or app-22117.`);

  const redisUrl = environment.text('REDIS_URL');
  if (redisUrl !== undefined && !isRedisUrl(redisUrl))
    wrong(
      'REDIS_URL is not the address of a Redis: give redis://host:6379, rediss://user:password@host:6380 or the path of a Unix socket.',
    );

  const trustProxy = readTrustProxy(environment.list('TRUST_PROXY'));
  if (trustProxy === undefined)
    wrong(
      `TRUST_PROXY is "${environment.text('TRUST_PROXY')}": give the addresses or networks of your proxies (10.0.0.1, 10.0.0.0/8, loopback), or the number of hops. "true" would believe anyone.`,
    );

  const defaultScope = environment.text('DEFAULT_SCOPE') ?? 'global:all';
  if (defaultScope.length > 100) wrong(`DEFAULT_SCOPE has ${defaultScope.length} characters: give at most 100.`);
  if (!/^[\x20-\x7e]*$/.test(defaultScope)) wrong('DEFAULT_SCOPE holds other characters than printable ASCII: a scope has none.');

  const settings: Settings = {
    mode,
    clientId: clientId ?? 'sandbox',
    clientSecret: clientSecret ?? 'sandbox-secret',
    apiUrl: environment.url('PODIO_API_URL', mode === 'sandbox' ? sandboxUrl : 'https://api.podio.com', originProblem),
    authorizeUrl: environment.url(
      'PODIO_AUTHORIZE_URL',
      mode === 'sandbox' ? `${sandboxUrl}/oauth/authorize` : 'https://podio.com/oauth/authorize',
      endpointProblem,
    ),
    pkce: environment.oneOf('PODIO_PKCE', ['on', 'off'], 'off') === 'on',
    loginMethods: [...new Set(loginMethods)] as Method[],
    defaultScope,
    publicUrl,
    host: environment.text('HOST') ?? '127.0.0.1',
    port,
    cookieSecrets: cookieSecrets ?? [randomBytes(32).toString('hex')],
    redisUrl,
    capacity:
      redisUrl === undefined
        ? environment.integer('KEYRING_CAPACITY', 60, 1, MAX_COOKIE_CAPACITY)
        : environment.integer('KEYRING_CAPACITY', 500, 1, MAX_STORE_CAPACITY),
    allowedRefs: allowedRefs && new Set(allowedRefs),
    sandboxPort,
    trustProxy: trustProxy ?? false,
    metrics: environment.oneOf('METRICS', ['on', 'off'], 'off') === 'on',
    logLevel: environment.oneOf('LOG_LEVEL', logLevels, 'info'),
    limits: defaultLimits,
  };
  if (environment.problems.length > 0) throw new SettingsError(environment.problems);
  return settings;
}

/** `TRUST_PROXY` as Fastify takes it: off, a number of hops, or addresses and networks; undefined where it is none of these. */
function readTrustProxy(items: readonly string[] | undefined): Settings['trustProxy'] | undefined {
  const [first = 'off', ...others] = items ?? [];
  if (others.length === 0 && ['off', 'false', '0'].includes(first)) return false;
  if (others.length === 0 && /^\d{1,2}$/.test(first)) return Number(first);
  return items?.every(isAddressOrNetwork) ? [...items] : undefined;
}

function isAddressOrNetwork(item: string): boolean {
  const [address = '', prefix] = item.split('/', 2);
  if (prefix === undefined) return isIP(address) !== 0 || ['loopback', 'linklocal', 'uniquelocal'].includes(address);
  return /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : 0);
}

function isRedisUrl(text: string): boolean {
  if (/^\/[^/]/.test(text)) return true;
  return URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}

/** Whether a host name can only mean this machine (RFC 6761 §6.3 for `localhost`). */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function secureProblem(url: URL): string | undefined {
  if (url.protocol === 'https:') return undefined;
  if (url.protocol !== 'http:') return 'give an https address';
  return isLoopback(url.hostname) ? undefined : 'over http only localhost and loopback addresses are allowed; use https';
}

function originProblem(url: URL): string | undefined {
  if (url.href !== `${url.origin}/`) return 'give an origin only, without a path, a query or a user name';
  return secureProblem(url);
}

/** RFC 6749 §3.1: no fragment. */
function endpointProblem(url: URL): string | undefined {
  if (url.hash || url.username || url.password) return 'give an address without a fragment or a user name';
  return secureProblem(url);
}
