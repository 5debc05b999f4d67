import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { AuthConfig } from '../contract.ts';
import { cookieNames } from '../http/cookies.ts';
import { crossSiteProblem } from '../http/cross-site.ts';
import { sendProblem } from '../http/error-handling.ts';
import { guardRequests } from '../http/guards.ts';
import { ProblemError } from '../http/problems.ts';
import { createSecurityHeaders } from '../http/security-headers.ts';
import { Turns } from '../http/turns.ts';
import { publicAuthentication } from '../keyring/authentication.ts';
import { createObservability, type Observability } from '../observability/observability.ts';
import { watchRefreshes } from '../observability/refresh-events.ts';
import { pseudonym } from '../observability/security-events.ts';
import { type OAuthClient, refreshTokenGrant } from '../podio/oauth.ts';
import { honouringRetryAfter } from '../podio/retry-after.ts';
import { createPodioPool } from '../proxied-call/podio-pool.ts';
import { createEarlyRefresh } from '../routes/early-refresh.ts';
import { keyringRoutes } from '../routes/keyring.ts';
import { loginRoutes } from '../routes/login.ts';
import { podioApiRoutes } from '../routes/podio-api.ts';
import type { ProxiedCallOptions } from '../routes/proxied-call.ts';
import { sandboxControlRoutes } from '../routes/sandbox-controls.ts';
import type { Settings } from '../settings.ts';
import './decorators.ts';
import { openStores } from './stores.ts';

export interface TokenHandlerOptions {
  settings: Settings;
  /** Published sample credentials, in sandbox mode. */
  sandbox?: AuthConfig['sandbox'];
  /** Whether the instance around passes every request through the guards already. */
  guarded?: boolean;
  /** Of the instance around; without it events go to its log, and nothing is counted. */
  observability?: Observability;
  /** Is given what proxied calls are made with, for who answers them before the framework. */
  onCalls?: (options: ProxiedCallOptions) => void;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/**
 * The ways to sign in, the keyring and the proxied calls, below the settings' `basePath`, in a scope of their own. Only two decorators reach
 * the instance around.
 */
export const tokenHandler = fp(
  async (app: FastifyInstance, options: TokenHandlerOptions): Promise<void> => {
    const { settings, sandbox, guarded = false, now = Date.now } = options;
    const { observability = createObservability(app.log, undefined, now) } = options;
    const { limits, basePath = '' } = settings;
    const securityHeaders = createSecurityHeaders(settings.publicUrl);
    const client: OAuthClient = { ...settings, timeoutMs: limits.tokenRequestMs, now };
    const refreshTurns = new Turns(limits.refreshesAtOnce); // sixty that end in the same second are no storm
    const askPodio = watchRefreshes(({ tokens }) => refreshTokenGrant(client, tokens), observability);
    const refreshGrant = honouringRetryAfter(askPodio, now);
    const stores = await openStores({
      settings,
      names: cookieNames(settings.mode),
      onUnknownKey: (purpose, keyId) => observability.security.report('unknown_key', { purpose, keyId }),
      onUnreadable: (keyringId, authentication) =>
        observability.security.report('unreadable_entry', { authentication, keyring: pseudonym(keyringId) }),
      grant: (tokens, opened) => refreshTurns.run('', () => refreshGrant({ tokens, opened })),
      log: app.log,
      now,
    });
    const { keyring, logins, attempts, refresher } = stores;
    const earlyRefresh = createEarlyRefresh(limits.refreshEarlySeconds, now);
    const pool = createPodioPool(settings);
    const turns = new Turns(limits.callsPerKeyring);

    app.addHook('onClose', async () => {
      await stores.close();
      await pool.close();
    });
    app.decorate('podioKeyring', { publicUrl: settings.publicUrl, basePath, capacity: keyring.capacity, ready: stores.ready });
    app.decorateRequest('podioAuthentications', async function () {
      const entries = await keyring.list(this.headers.cookie);
      return entries.map((entry) => publicAuthentication(entry));
    });

    await app.register(
      async (scope) => {
        if (!guarded) guardRequests(scope, { publicUrl: settings.publicUrl, limits, securityHeaders, ...observability });
        scope.addHook('onRequest', (request, _reply, done) => done(crossSiteProblem(request.raw, settings.publicUrl)));
        if (basePath !== '')
          scope.setNotFoundHandler((request, reply) =>
            sendProblem(new ProblemError('not_found', 'There is nothing at this address.'), request, reply),
          );
        await scope.register(async (own) => {
          own.addHook('onResponse', async (request, reply) => {
            request.log.info(
              { method: request.method, path: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
              'request',
            );
          });
          await own.register(loginRoutes, { settings, keyring, logins, client, attempts, observability, sandbox });
          await own.register(keyringRoutes, { settings, keyring, refresher, earlyRefresh, client, observability });
          if (settings.mode === 'sandbox') await own.register(sandboxControlRoutes, { pool });
        });
        const calls = { settings, keyring, refresher, earlyRefresh, pool, turns, securityHeaders, observability };
        options.onCalls?.(calls);
        await scope.register(podioApiRoutes, calls);
      },
      { prefix: basePath },
    );
  },
  { fastify: '^5.12.1', name: 'podio-keyring' },
);

/** The path of a proxied call belongs to Podio: the router sees only whose it is, and never decodes it. */
export function routedUrl(url: string, basePath = ''): string {
  if (!url.startsWith(basePath)) return url;
  const proxied = /^\/keyring\/[^/?]+\/api\//.exec(url.slice(basePath.length));
  return proxied ? basePath + proxied[0] : url;
}
