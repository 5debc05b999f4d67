import { randomBytes } from 'node:crypto';
import type { Method } from './contract.ts';
import { MAX_COOKIE_CAPACITY } from './keyring/capacity.ts';

/** Bounds that the contract names, as fields so that tests can use short ones. Milliseconds where the name says `Ms`. */
export interface Limits {
  /** From the first byte of a request to the end of its head. */
  requestHeadMs: number;
  /** For the whole body of a request to one of our own routes; a proxied body may take as long as its parts keep coming. */
  requestBodyMs: number;
  podioConnectMs: number;
  /** Until the beginning of Podio's answer. */
  podioHeadersMs: number;
  /** Between two parts of Podio's body, and between two parts of the client's. */
  podioBodyMs: number;
  /** For one token request, whole. */
  tokenRequestMs: number;
  /** For the name that is asked after a grant; the sign-in does not fail for it. */
  nameRequestMs: number;
  /** An access token is refreshed this long before its end, or a tenth of its lifetime if that is less. */
  refreshEarlySeconds: number;
  /** How long the result of a refresh is remembered for calls that still carry the cookie from before. */
  refreshGraceMs: number;
  /** How long a refused refresh is not asked again. */
  refreshRefusalMs: number;
  loginLifetimeSeconds: number;
  loginsUnderWay: number;
  /** Sign-ins that Podio refused, per client address and minute, before `too_many_attempts`. */
  refusedSignInsPerMinute: number;
  /** A proxied body up to this size (bytes) is kept for a second try after a refresh. */
  replayBodyBytes: number;
  /** A JSON body on one of our own routes, bytes. */
  jsonBodyBytes: number;
  /** Proxied calls of one keyring at the same time; more wait for their turn. */
  callsPerKeyring: number;
  /** Refreshes at the same time, of all keyrings together; more wait for their turn. */
  refreshesAtOnce: number;
  /** Connections from clients at the same time; more are closed at once. */
  clientConnections: number;
  /** After SIGTERM, for requests in flight. */
  drainMs: number;
}

export const defaultLimits: Limits = {
  requestHeadMs: 60_000,
  requestBodyMs: 60_000,
  podioConnectMs: 5_000,
  podioHeadersMs: 30_000,
  podioBodyMs: 30_000,
  tokenRequestMs: 30_000,
  nameRequestMs: 5_000,
  refreshEarlySeconds: 60,
  refreshGraceMs: 60_000,
  refreshRefusalMs: 30_000,
  loginLifetimeSeconds: 600,
  loginsUnderWay: 8,
  refusedSignInsPerMinute: 10,
  replayBodyBytes: 1024 * 1024,
  jsonBodyBytes: 64 * 1024,
  callsPerKeyring: 32,
  refreshesAtOnce: 16,
  clientConnections: 10_000,
  drainMs: 10_000,
};

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
  /** Authentications that one keyring holds. */
  capacity: number;
  /** Ids that may sign in; undefined: anyone. */
  allowedRefs: ReadonlySet<string> | undefined;
  sandboxPort: number;
  trustProxy: false | string[] | number;
  logLevel: LogLevel;
  limits: Limits;
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
  const problems: string[] = [];
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const list = (name: string): string[] | undefined =>
    text(name)
      ?.split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  const wrong = (problem: string): undefined => {
    problems.push(problem);
  };

  const integer = (name: string, fallback: number, minimum: number, maximum: number): number => {
    const value = text(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= minimum && number <= maximum) return number;
    wrong(`${name} is "${value}": give a whole number from ${minimum} to ${maximum}.`);
    return fallback;
  };

  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = text(name);
    if (value === undefined) return fallback;
    if ((allowed as readonly string[]).includes(value)) return value as T;
    wrong(`${name} is "${value}": give one of ${allowed.join(', ')}.`);
    return fallback;
  };

  const url = (name: string, fallback: string, check: (url: URL) => string | undefined): string => {
    const value = text(name) ?? fallback;
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    const problem = parsed ? check(parsed) : 'give an address such as https://keyring.example.com';
    if (problem) wrong(`${name} is "${value}": ${problem}.`);
    return parsed ? parsed.href.replace(/\/$/, '') : value;
  };

  const port = integer('PORT', 3000, 1, 65_535);
  const sandboxPort = integer('SANDBOX_PORT', 3001, 1, 65_535);
  const publicUrl = url('PUBLIC_URL', `http://localhost:${port}`, originProblem);
  const clientId = text('PODIO_CLIENT_ID');
  const clientSecret = text('PODIO_CLIENT_SECRET');
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

  const cookieSecrets = list('COOKIE_SECRETS');
  cookieSecrets?.forEach((secret, index) => {
    if (secret.length < secretMinimum)
      wrong(
        `COOKIE_SECRETS: secret ${index + 1} has ${secret.length} characters; give at least ${secretMinimum}, for example from \`openssl rand -hex 32\`.`,
      );
  });
  if (mode === 'podio' && cookieSecrets === undefined)
    wrong('COOKIE_SECRETS is missing: give a secret of at least 32 characters, for example from `openssl rand -hex 32`.');

  const loginMethods = list('LOGIN_METHODS') ?? (mode === 'sandbox' ? methods : ['authorization_code', 'app']);
  for (const method of loginMethods)
    if (!(methods as readonly string[]).includes(method)) wrong(`LOGIN_METHODS names "${method}": give some of ${methods.join(', ')}.`);

  const allowedRefs = list('ALLOWED_REFS');
  for (const id of allowedRefs ?? [])
    if (!/^(user|app)-[1-9]\d{0,15}$/.test(id)) wrong(`ALLOWED_REFS names "${id}": give ids such as user-1 or app-22117.`);

  if (text('REDIS_URL') !== undefined) wrong('REDIS_URL is set, but this version keeps keyrings in cookies only: remove it.');
  if (oneOf('METRICS', ['on', 'off'], 'off') === 'on') wrong('METRICS is on, but this version has no metrics: remove it.');

  const trustProxy = text('TRUST_PROXY');
  if (trustProxy === 'true')
    wrong('TRUST_PROXY is "true", which would believe anyone: give the addresses of your proxies, or the number of hops.');

  const defaultScope = text('DEFAULT_SCOPE') ?? 'global:all';
  if (defaultScope.length > 100) wrong(`DEFAULT_SCOPE has ${defaultScope.length} characters: give at most 100.`);

  const settings: Settings = {
    mode,
    clientId: clientId ?? 'sandbox',
    clientSecret: clientSecret ?? 'sandbox-secret',
    apiUrl: url('PODIO_API_URL', mode === 'sandbox' ? sandboxUrl : 'https://api.podio.com', originProblem),
    authorizeUrl: url(
      'PODIO_AUTHORIZE_URL',
      mode === 'sandbox' ? `${sandboxUrl}/oauth/authorize` : 'https://podio.com/oauth/authorize',
      secureProblem,
    ),
    pkce: oneOf('PODIO_PKCE', ['on', 'off'], 'off') === 'on',
    loginMethods: loginMethods as Method[],
    defaultScope,
    publicUrl,
    host: text('HOST') ?? '127.0.0.1',
    port,
    cookieSecrets: cookieSecrets ?? [randomBytes(32).toString('hex')],
    capacity: integer('KEYRING_CAPACITY', 60, 1, MAX_COOKIE_CAPACITY),
    allowedRefs: allowedRefs && new Set(allowedRefs),
    sandboxPort,
    trustProxy: readTrustProxy(trustProxy),
    logLevel: oneOf('LOG_LEVEL', logLevels, 'info'),
    limits: defaultLimits,
  };
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

/** `TRUST_PROXY` as Fastify takes it: off, a number of hops, or addresses. */
function readTrustProxy(value: string | undefined): Settings['trustProxy'] {
  if (value === undefined || value === 'off' || value === 'false' || value === '0') return false;
  return /^\d+$/.test(value) ? Number(value) : value.split(',').map((address) => address.trim());
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
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password)
    return 'give an origin only, without a path, a query or a user name';
  return secureProblem(url);
}
