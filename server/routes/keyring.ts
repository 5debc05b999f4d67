import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Authentication, Keyring as KeyringSchema, SignedIn } from '../contract.ts';
import { clientAddress } from '../http/client-address.ts';
import { ProblemError } from '../http/problems.ts';
import { publicAuthentication } from '../keyring/authentication.ts';
import type { Ended, Keyring, OpenedHeld } from '../keyring/keyring.ts';
import type { Observability } from '../observability/observability.ts';
import { pseudonym } from '../observability/security-events.ts';
import { fetchAppToken } from '../podio/app-token.ts';
import { PodioError, tokenExpired } from '../podio/errors.ts';
import { appGrant, type OAuthClient, type Tokens } from '../podio/oauth.ts';
import type { Refresher } from '../podio/refresher.ts';
import type { Settings } from '../settings.ts';
import type { EarlyRefresh } from './early-refresh.ts';
import { openHeld, unknownAuthentication } from './open-held.ts';
import { podioProblem, refreshProblem, signInProblem } from './podio-problems.ts';
import { problemResponses } from './problem-responses.ts';
import { checkAllowed, checkRoom, finishSignIn } from './sign-in.ts';

export interface KeyringRoutesOptions {
  settings: Settings;
  keyring: Keyring;
  refresher: Refresher<OpenedHeld>;
  earlyRefresh: EarlyRefresh;
  client: OAuthClient;
  observability: Observability;
}

const Params = Type.Object({ id: Type.String({ pattern: '^(user|app)-[1-9][0-9]{0,15}$', description: 'user-1, app-22117' }) });
const ReadOnlyRequest = Type.Object({ readOnly: Type.Boolean() });
const AppsRequest = Type.Object({ appId: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });

/** `/keyring*`: what this browser holds. */
export async function keyringRoutes(instance: FastifyInstance, options: KeyringRoutesOptions): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { settings, keyring, refresher, earlyRefresh, client } = options;
  const { security } = options.observability;

  /** The authentication with the newest tokens known here; a call that still carries the cookie from before gets the new one. */
  const open = async (request: { headers: { cookie?: string | undefined } }, id: string, reply: FastifyReply): Promise<OpenedHeld> => {
    const opened = openHeld(await keyring.open(request.headers.cookie, id), id);
    const newer = refresher.newer(opened.held.tokens);
    return newer ? renewed(opened, newer, reply) : opened;
  };

  const renewed = (opened: OpenedHeld, tokens: Tokens, reply: FastifyReply): OpenedHeld => {
    reply.header('set-cookie', keyring.renew(opened, tokens));
    return { ...opened, held: { ...opened.held, tokens } };
  };

  const refresh = async (opened: OpenedHeld, reply: FastifyReply): Promise<OpenedHeld> => {
    try {
      return renewed(opened, await refresher.refresh(opened.held.tokens, opened), reply);
    } catch (error) {
      throw refreshProblem(error);
    }
  };

  /** Makes a call of our own as an authentication: with a token that lives, and once more after a 401 that asks for it. */
  const act = async <T>(opened: OpenedHeld, reply: FastifyReply, call: (accessToken: string) => Promise<T>): Promise<T> => {
    const { tokens } = opened.held;
    let fresh = opened;
    if (earlyRefresh.isDue(tokens, true))
      fresh = await refresh(opened, reply).catch((problem: Error) => {
        if (earlyRefresh.isSurvivable(tokens, problem.cause)) return opened;
        throw problem;
      });
    try {
      return await call(fresh.held.tokens.accessToken);
    } catch (error) {
      const expired = error instanceof PodioError && tokenExpired(error.status ?? 0, error.body);
      if (!expired || fresh !== opened) throw podioProblem(error);
    }
    const { accessToken } = (await refresh(fresh, reply)).held.tokens;
    return call(accessToken).catch((error: unknown) => {
      throw podioProblem(error);
    });
  };

  const signedOut = (request: FastifyRequest, reply: FastifyReply, { ids, keyringId, cookies }: Ended): FastifyReply => {
    if (ids.length > 0 && keyringId !== undefined)
      security.report('signed_out', { authentications: ids, keyring: pseudonym(keyringId), address: clientAddress(request) }, request.log);
    return reply.code(204).header('set-cookie', cookies).send(null);
  };

  app.get(
    '/keyring',
    { schema: { summary: 'All authentications of this browser', response: { 200: KeyringSchema, ...problemResponses } } },
    async (request) => ({
      authentications: (await keyring.list(request.headers.cookie)).map((entry) => publicAuthentication(entry)),
      capacity: keyring.capacity,
    }),
  );

  app.get(
    '/keyring/:id',
    { schema: { summary: 'One authentication, as it is now', params: Params, response: { 200: Authentication, ...problemResponses } } },
    async (request, reply) => {
      const { entry, held } = await open(request, request.params.id, reply);
      return publicAuthentication(entry, held);
    },
  );

  app.post(
    '/keyring/:id/refresh',
    { schema: { summary: 'Refresh its access token', params: Params, response: { 200: Authentication, ...problemResponses } } },
    async (request, reply) => {
      const carried = openHeld(await keyring.open(request.headers.cookie, request.params.id), request.params.id);
      const { entry, held } = await refresh(carried, reply);
      return publicAuthentication(entry, held);
    },
  );

  app.patch(
    '/keyring/:id',
    {
      schema: {
        summary: 'Make it read-only here, or not',
        params: Params,
        body: ReadOnlyRequest,
        response: { 200: Authentication, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { held } = await open(request, id, reply);
      const changed = await keyring.setReadOnly(request.headers.cookie, id, request.body.readOnly);
      if (!changed) throw unknownAuthentication(id); // signed out meanwhile
      reply.header('set-cookie', changed.cookies);
      return publicAuthentication(changed.entry, held);
    },
  );

  app.post(
    '/keyring/:id/apps',
    {
      config: { signsIn: 'app' },
      schema: {
        summary: 'Authenticate as an app that this user administers',
        params: Params,
        body: AppsRequest,
        response: { 201: SignedIn, ...problemResponses },
      },
    },
    async (request, reply) => {
      const ref = { type: 'app' as const, id: request.body.appId };
      if (!settings.loginMethods.includes('app'))
        throw new ProblemError('method_disabled', 'This keyring does not offer app authentication (LOGIN_METHODS lacks app).');
      checkAllowed(ref, settings.allowedRefs);
      const user = await open(request, request.params.id, reply);
      await checkRoom(ref, request.headers.cookie, keyring);
      const appToken = await act(user, reply, (accessToken) =>
        fetchAppToken({ apiUrl: client.apiUrl, accessToken, timeoutMs: settings.limits.podioHeadersMs }, ref.id),
      );
      if (appToken === undefined) throw hidden(ref.id);
      const tokens = await appGrant(client, { appId: ref.id, appToken }).catch((error: unknown) => {
        throw signInProblem(error, 'Podio did not accept the app token that it showed. It may have been changed just now; try again.');
      });
      const { entry, held, cookies } = await finishSignIn(options, request, { method: 'app', tokens, known: ref });
      reply.code(201).header('set-cookie', cookies);
      return await reply.send({ authentication: publicAuthentication(entry, held) });
    },
  );

  app.delete(
    '/keyring/:id',
    { schema: { summary: 'Sign out of one', params: Params, response: { 204: Type.Null(), ...problemResponses } } },
    async (request, reply) => signedOut(request, reply, await keyring.remove(request.headers.cookie, request.params.id)),
  );

  app.delete(
    '/keyring',
    { schema: { summary: 'Sign out of everything', response: { 204: Type.Null(), ...problemResponses } } },
    async (request, reply) => {
      const ended = await keyring.clear(request.headers.cookie);
      reply.header('clear-site-data', '"cache", "storage"');
      return signedOut(request, reply, ended);
    },
  );
}

function hidden(appId: number): ProblemError {
  return new ProblemError(
    'app_token_hidden',
    `Podio did not show the token of app ${appId}: this user does not administer it, or the API key lacks the trust level. Paste the token instead.`,
  );
}
